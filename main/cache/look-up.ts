import { isRollCall } from '../../core/event/told-acts.ts';
import { ENTITY_SCHEMAS, type EntityName } from '../../core/site/entities.ts';
import { plain } from './words.ts';

export interface LookUpColumns {
  readonly workerId: string | null;
  readonly ref: string | null;
  readonly startsMs: number | null;
  readonly endsMs: number | null;
  readonly search: string | null;
}

/** The field of an entity that `byRef` finds it by: a badge by its code, an assignment by its work order, a policy by its location. */
const REF_FIELDS: Readonly<Partial<Record<EntityName, string>>> = {
  badge: 'code',
  activity: 'gateId',
  assignment: 'workOrderId',
  policy: 'locationId',
  rosterEntry: 'bookingId',
  placement: 'orderId',
  user: 'email',
  presence: 'locationId',
};

/** What `byRef` finds the roll calls of other gates by. */
export const ROLL_CALL = 'roll call';

/** What an entity is looked up by; a document by its subject. */
export function lookUpColumns(entity: EntityName, data: Record<string, unknown>): LookUpColumns {
  const text = (key: string): string | null => (typeof data[key] === 'string' ? data[key] : null);
  const ms = (key: string): number | null => (typeof data[key] === 'string' ? Date.parse(data[key]) : null);
  const refField = REF_FIELDS[entity];
  const subject = data['subject'] as { readonly id: string } | undefined;
  const ref = entity === 'document' ? (subject?.id ?? null) : refField === undefined ? null : text(refField);
  const search =
    entity === 'worker'
      ? searchable(`${text('firstName')} ${text('lastName')}`)
      : searchable(text('name') ?? text('number'));
  // A temporary pass has its time, a badge has none here: so passes are found without looking at everybody's badge.
  if (entity === 'badge' && data['pass'] !== undefined)
    return { workerId: text('workerId'), ref, startsMs: ms('validFrom'), endsMs: ms('validUntil'), search };
  if (entity === 'timesheet')
    return { workerId: text('workerId'), ref, startsMs: ms('day'), endsMs: null, search: null };
  if (entity === 'presence') return { workerId: text('workerId'), ref, ...sinceWhen(data), search: null };
  // Roll calls are looked for with every badge: among all that was told they have a name of their own.
  if (entity === 'activity')
    return {
      workerId: text('workerId'),
      ref: isRollCall(String(data['type'])) ? ROLL_CALL : ref,
      startsMs: ms('occurredAt'),
      endsMs: null,
      search,
    };
  return { workerId: text('workerId'), ref, startsMs: ms('startsAt'), endsMs: ms('endsAt'), search };
}

/** Somebody inside has a start, somebody outside an end: so those inside are found without looking at all who ever came. */
function sinceWhen(data: Record<string, unknown>): { startsMs: number | null; endsMs: number | null } {
  const sinceMs = Date.parse(String(data['since']));
  return data['inside'] === true ? { startsMs: sinceMs, endsMs: null } : { startsMs: null, endsMs: sinceMs };
}

/** Lower case without accents, so that "lukasz" finds Łukasz and "jose" finds José. */
export const searchable = (text: string | null): string | null => (text === null ? null : plain(text));

export const isKnownEntity = (name: string): name is EntityName => name in ENTITY_SCHEMAS;
