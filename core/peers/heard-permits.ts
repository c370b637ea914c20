import { knownEvent, type EventEnvelope } from '../event/event.ts';
import { grantAfter, type Grant } from '../event/grants.ts';
import { undoneBy } from '../event/undone.ts';
import type { IssuedPass } from '../passes/passes.ts';

/**
 * By what people may come and go, as another gate of the place made or ended it (C6, D6). Times are by central's clock. Of a pass that is
 * what a gate needs to know it by and to greet its visitor; what else was asked of them stays at the gate that asked.
 */
export type HeardPermit = Whose &
  (
    | { readonly kind: 'granted'; readonly grant: Grant }
    | { readonly kind: 'issued'; readonly pass: IssuedPass; readonly locationId: string; readonly atMs: number }
    | { readonly kind: 'ended'; readonly passId: string; readonly atMs: number }
    | { readonly kind: 'taken_back'; readonly grantId: string }
  );
interface Whose {
  /** The event's. */
  readonly id: string;
  readonly deviceId: string;
  readonly seq: number;
}

/** @param offsetMs central's clock minus the teller's, for events that were written before it knew */
export function heardPermits(event: EventEnvelope, offsetMs: number): HeardPermit[] {
  const { id, deviceId, seq, locationId } = event;
  const whose = { id, deviceId, seq };
  const aheadMs = event.clockOffsetMs ?? offsetMs;
  const corrected = (time: string): number => Date.parse(time) + aheadMs;
  const grant = grantAfter(event);
  if (grant) {
    const { grantedAtMs, untilMs, ...rest } = grant;
    const times = { grantedAtMs: grantedAtMs + aheadMs, untilMs: untilMs + aheadMs };
    return [{ ...whose, kind: 'granted', grant: { ...rest, ...times } }];
  }
  const grantId = undoneBy(event)?.grantId;
  if (grantId !== undefined) return [{ ...whose, kind: 'taken_back', grantId }];
  const known = event.type.startsWith('pass.') ? knownEvent(event) : undefined;
  const atMs = corrected(event.occurredAt);
  if (known?.type === 'pass.ended') return [{ ...whose, kind: 'ended', passId: known.data.passId, atMs }];
  if (known?.type !== 'pass.issued') return [];
  const [validFrom, validUntil] = [known.data.validFrom, known.data.validUntil].map((time) =>
    new Date(corrected(time)).toISOString(),
  ) as [string, string];
  return [{ ...whose, kind: 'issued', pass: { ...known.data, fields: [], validFrom, validUntil }, locationId, atMs }];
}

/**
 * Which grant counts where two gates made one while they did not hear each other. Of one badge it is the first scan's: its hours run from
 * there (D6). Of a person without a badge it is the latest.
 */
export function grantOfPlace(own: Grant | undefined, heard: Grant | undefined, isOfBadge: boolean): Grant | undefined {
  if (!own || !heard) return own ?? heard;
  const isOwnLater = own.grantedAtMs > heard.grantedAtMs;
  return isOwnLater === isOfBadge ? heard : own;
}
