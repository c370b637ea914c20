import { knownEvent, type EventEnvelope, type GateEvent } from './event.ts';

/** Where one person was last seen going. */
export interface Presence {
  readonly workerId: string;
  readonly inside: boolean;
  /** When the person last went in (while inside) or out (while outside), Unix milliseconds. */
  readonly sinceMs: number;
  /** Central's clock minus the device's when that was written down; absent: none, or not known. */
  readonly offsetMs?: number;
  /** C3: on a break since then; only while inside. */
  readonly breakSinceMs?: number;
  /** The act that brought this about: a coming, a going, or the start or end of a break. */
  readonly eventId: string;
}
export type Occupancy = ReadonlyMap<string, Presence>;

/** What one person's presence becomes; `presence` absent: nothing is known of the person any more. */
export interface PresenceChange {
  readonly workerId: string;
  readonly presence?: Presence;
}

/** What an event by itself says about who is inside; undefined: nothing. */
export function presenceAfter(event: EventEnvelope): Presence | undefined {
  if (event.type !== 'presence.checked_in' && event.type !== 'presence.checked_out') return undefined;
  const known = knownEvent(event);
  if (known?.type !== 'presence.checked_in' && known?.type !== 'presence.checked_out') return undefined;
  if (known.type === 'presence.checked_out' && elsewhere(known)) return undefined;
  return {
    workerId: known.data.workerId,
    inside: known.type === 'presence.checked_in',
    sinceMs: Date.parse(known.occurredAt),
    ...offsetOf(known),
    eventId: known.id,
  };
}

const offsetOf = ({ clockOffsetMs }: Pick<EventEnvelope, 'clockOffsetMs'>): { offsetMs?: number } =>
  clockOffsetMs === null || clockOffsetMs === 0 ? {} : { offsetMs: clockOffsetMs };

/** B2: somebody who was checked out of another place stays where they are here. */
const elsewhere = ({ locationId, data }: Extract<GateEvent, { type: 'presence.checked_out' }>): boolean =>
  data.atLocationId !== undefined && data.atLocationId !== locationId;

/**
 * What an event makes of what was known before it; undefined: it changes nothing. The table in SQLite is kept by this same function.
 * A break begins and ends only for somebody inside; an act is taken back only as long as it is the person's latest (G6).
 */
export function presenceChange(
  event: EventEnvelope,
  before: (workerId: string) => Presence | undefined,
): PresenceChange | undefined {
  const presence = presenceAfter(event);
  if (presence) return { workerId: presence.workerId, presence };
  if (!LATER_ACTS.has(event.type)) return undefined;
  const known = knownEvent(event);
  switch (known?.type) {
    case 'presence.break_started':
    case 'presence.break_ended': {
      const { workerId } = known.data;
      const current = cameInElsewhere(known) ?? before(workerId);
      const isOnBreak = current?.breakSinceMs !== undefined;
      if (!current?.inside || isOnBreak === (known.type === 'presence.break_started')) return undefined;
      const { breakSinceMs: _, ...rest } = current;
      const started = isOnBreak ? {} : { breakSinceMs: Date.parse(known.occurredAt) };
      return { workerId, presence: { ...rest, ...started, eventId: known.id } };
    }
    case 'act.undone': {
      const { workerId, eventId, before: restored } = known.data;
      if (before(workerId)?.eventId !== eventId) return undefined;
      if (!restored) return { workerId };
      const { inside, since, breakSince } = restored;
      const onBreak = breakSince === undefined ? {} : { breakSinceMs: Date.parse(breakSince) };
      return {
        workerId,
        presence: {
          workerId,
          inside,
          sinceMs: Date.parse(since),
          ...offsetOf(known),
          ...onBreak,
          eventId: restored.eventId,
        },
      };
    }
    default:
      return undefined;
  }
}

/** What a break of somebody says that another gate let in: the coming in is in another journal. */
const cameInElsewhere = (event: GateEvent): Presence | undefined =>
  event.type === 'presence.break_started' && event.data.since !== undefined
    ? {
        workerId: event.data.workerId,
        inside: true,
        sinceMs: Date.parse(event.data.since),
        ...offsetOf(event),
        eventId: event.id,
      }
    : undefined;

/** Acts that change what was known before, and say nothing without it. */
const LATER_ACTS: ReadonlySet<string> = new Set(['presence.break_started', 'presence.break_ended', 'act.undone']);

/** Brings what was known up to date with one more event. */
export function keepOccupancy(occupancy: Map<string, Presence>, event: EventEnvelope): void {
  const change = presenceChange(event, (workerId) => occupancy.get(workerId));
  if (change?.presence) occupancy.set(change.workerId, change.presence);
  else if (change) occupancy.delete(change.workerId);
}

export function foldOccupancy(events: Iterable<EventEnvelope>): Occupancy {
  const occupancy = new Map<string, Presence>();
  for (const event of events) keepOccupancy(occupancy, event);
  return occupancy;
}
