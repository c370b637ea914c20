import { knownEvent, type EventEnvelope } from './event.ts';

/** Where one person was last seen going. */
export interface Presence {
  readonly workerId: string;
  readonly inside: boolean;
  /** When the person last went in (while inside) or out (while outside), Unix milliseconds. */
  readonly sinceMs: number;
  readonly eventId: string;
}
export type Occupancy = ReadonlyMap<string, Presence>;

/** What an event says about who is inside; undefined: nothing. The table in SQLite is kept by this same function. */
export function presenceAfter(event: EventEnvelope): Presence | undefined {
  if (event.type !== 'presence.checked_in' && event.type !== 'presence.checked_out') return undefined;
  const known = knownEvent(event);
  if (known?.type !== 'presence.checked_in' && known?.type !== 'presence.checked_out') return undefined;
  return {
    workerId: known.data.workerId,
    inside: known.type === 'presence.checked_in',
    sinceMs: Date.parse(known.occurredAt),
    eventId: known.id,
  };
}

export function foldOccupancy(events: Iterable<EventEnvelope>): Occupancy {
  const occupancy = new Map<string, Presence>();
  for (const event of events) {
    const presence = presenceAfter(event);
    if (presence) occupancy.set(presence.workerId, presence);
  }
  return occupancy;
}
