import type { Actor, Fact } from '../event/event.ts';

/** A person and the place that they are to be checked out of. */
export interface Leaver {
  readonly workerId: string;
  readonly locationId: string;
}

/** What one bulk checkout has in common for everybody in it. */
export interface CheckOutBatch {
  readonly batchId: string;
  readonly actor: Actor;
  /** `manual`: one person alone. */
  readonly mode: 'bulk' | 'manual';
  /** In the words of whoever does it. */
  readonly reason: string;
  /** The place of this gate. */
  readonly hereId: string;
  /** B6, C1: whether whoever does it may check people out at that place. */
  readonly mayAt: (locationId: string) => boolean;
}

/** Since when the person is inside there, by this device's clock, Unix milliseconds; undefined: they are not. */
export type InsideSince = number | undefined;

export type CheckOutDecision =
  | { readonly kind: 'check_out'; readonly fact: Fact }
  /** B2: who is out already is said, not failed. */
  | { readonly kind: 'already_out' }
  | { readonly kind: 'not_allowed' };

/**
 * One person of a bulk checkout, out of the place where they are (B2). The time is the moment at which it is written down (B5); nobody saw
 * the person leave, so the time on site is an estimate (B7). No lane is named: no door moves.
 */
export function decideCheckOut(
  { workerId, locationId }: Leaver,
  sinceMs: InsideSince,
  { batchId, actor, mode, reason, hereId, mayAt }: CheckOutBatch,
  nowMs: number,
): CheckOutDecision {
  if (!mayAt(locationId)) return { kind: 'not_allowed' };
  if (sinceMs === undefined) return { kind: 'already_out' };
  const elsewhere = locationId === hereId ? {} : { atLocationId: locationId };
  // In canonical order: of 5,000 at once, none has to be put in order.
  const data = {
    ...elsewhere,
    batchId,
    code: 'goodbye' as const,
    estimated: true,
    insideMs: Math.max(0, Math.round(nowMs - sinceMs)),
    mode,
    notes: [],
    reason,
    workerId,
  };
  return { kind: 'check_out', fact: { type: 'presence.checked_out', actor, data } };
}
