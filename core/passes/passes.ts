/** A temporary pass as a badge and a person, before central has told of them: the same two records, made from the event. */
import type { Code } from '../codes.ts';
import type { EventData } from '../event/event.ts';
import type { Badge, Worker } from '../site/entities.ts';
import type { Policy } from '../site/policy.ts';

export type IssuedPass = EventData<'pass.issued'>;
type Fields = IssuedPass['fields'];

const HOUR_MS = 3_600_000;

/** @param locationId where it was issued: it is good there and nowhere else */
export function badgeOfPass(pass: IssuedPass, locationId: string, endedAt?: string): Badge {
  const { passId, workerId, badgeCode: code, validFrom, validUntil } = pass;
  const ended = endedAt === undefined ? {} : { revokedAt: endedAt };
  return { id: passId, kind: 'opaque', workerId, code, validFrom, validUntil, pass: { locationId }, ...ended };
}

/** Undefined: the pass is for a worker who is known. */
export const visitorOfPass = ({ workerId, person }: IssuedPass): Worker | undefined =>
  person && { id: workerId, ...person, visitor: true };

/** A pass stands in for the work and its time, so it helps where there is none here now, and against nothing else. */
const NO_WORK_HERE: ReadonlySet<Code> = new Set<Code>([
  'not_assigned',
  'wrong_place',
  'order_closed',
  'event_closed',
  'event_unconfirmed',
  'too_late',
]);
export const passHelps = (code: Code): boolean => NO_WORK_HERE.has(code);

export const passEndsAtMs = (policy: Pick<Policy, 'passHours'>, nowMs: number): number =>
  nowMs + Math.round(policy.passHours * HOUR_MS);

/** The values for what the location asks for, in its order; undefined where one is missing that it needs. */
export function passFieldsOf(
  policy: Pick<Policy, 'passFields'>,
  values: readonly { readonly id: string; readonly value: string }[],
): Fields | undefined {
  const fields: Fields = [];
  for (const { id, label, required } of policy.passFields) {
    const value = values.find((each) => each.id === id)?.value.trim() ?? '';
    if (required && value === '') return undefined;
    if (value !== '') fields.push({ id, label, value });
  }
  return fields;
}
