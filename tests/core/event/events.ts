import { createHash } from 'node:crypto';
import { GENESIS_HASH, sealEvent } from '../../../core/event/chain.ts';
import type { EventData, EventEnvelope, EventType } from '../../../core/event/event.ts';

export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

export const NOON = Date.parse('2026-03-10T12:00:00.000Z');
export const HOUR = 3_600_000;

/** An event of a type that may be unknown, with data that may not fit it. */
export const rawEvent = (seq: number, type: string, data: Record<string, unknown>): EventEnvelope => ({
  id: `0195848d-6c00-7000-8000-${String(seq).padStart(12, '0')}`,
  deviceId: 'gate-1',
  seq,
  type,
  occurredAt: new Date(NOON + (seq - 1) * HOUR).toISOString(),
  bootId: 'boot-1',
  monotonicMs: 1500,
  clockOffsetMs: null,
  gateId: 'north',
  locationId: 'mill',
  actor: { kind: 'worker' },
  data,
  prevHash: GENESIS_HASH,
  hash: GENESIS_HASH,
});
/** The event number `seq`, one hour after the one before. */
export const event = <T extends EventType>(seq: number, type: T, data: EventData<T>): EventEnvelope =>
  rawEvent(seq, type, data);

const act = { mode: 'scan', code: 'welcome', notes: [] } as const;
export const checkedIn = (seq: number, workerId: string): EventEnvelope =>
  event(seq, 'presence.checked_in', { ...act, notes: [], workerId, workOrderIds: ['1'] });
export const checkedOut = (
  seq: number,
  workerId: string,
  but: Partial<EventData<'presence.checked_out'>> = {},
): EventEnvelope => event(seq, 'presence.checked_out', { ...act, notes: [], workerId, ...but });
export const granted = (seq: number, workerId: string, badgeId: string | undefined, untilMs: number): EventEnvelope =>
  event(seq, 'access.granted', {
    workerId,
    ...(badgeId === undefined ? {} : { badgeId }),
    workOrderIds: ['1'],
    until: new Date(untilMs).toISOString(),
  });

/** Gives events their links and hashes, in the order given. */
export function chained(events: readonly EventEnvelope[]): EventEnvelope[] {
  let prevHash = GENESIS_HASH;
  return events.map((each) => {
    const { hash: _, ...unsealed } = { ...each, prevHash };
    const sealed = sealEvent(unsealed, sha256);
    prevHash = sealed.hash;
    return sealed;
  });
}
