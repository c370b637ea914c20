/** A roll call (G8) as a fold over its events: nothing about it is kept that the journal does not hold. */
import type { MUSTER_MARKS } from '../event/data/muster.ts';
import { knownEvent, type EventEnvelope, type GateEvent } from '../event/event.ts';

export type MusterMark = (typeof MUSTER_MARKS)[number];

/** What was last said of somebody. */
export interface Marked {
  readonly mark: MusterMark;
  /** By this device's clock, Unix milliseconds. */
  readonly atMs: number;
  /** The member of staff at the desk. */
  readonly userId?: string;
  /** The name that the holder of a phone gave. */
  readonly by?: string;
}

export interface Roll {
  readonly musterId: string;
  readonly kind: 'drill' | 'live';
  readonly startedAtMs: number;
  readonly startedBy?: string;
  /** Everybody inside at the start, by worker id. */
  readonly listed: readonly string[];
  readonly people: ReadonlyMap<string, Marked>;
  /** Found here, nothing known of them but what somebody wrote down: by that name. */
  readonly named: ReadonlyMap<string, Marked>;
  readonly markIds: ReadonlySet<string>;
  readonly ended?: RollEnd;
}

export interface RollEnd {
  readonly atMs: number;
  readonly accounted: number;
  readonly missing: number;
  readonly unmarked: number;
  readonly tookMs: number;
  readonly userId?: string;
}

/** @param events in the order of the journal, from the one that started the roll call; those of others are passed over */
export function rollOf(events: Iterable<EventEnvelope>): Roll | undefined {
  let roll: Roll | undefined;
  for (const event of events) {
    const known = knownEvent(event);
    if (known) roll = rollAfter(roll, known);
  }
  return roll;
}

/** The last word wins. After its end a roll call does not change, and a mark that came before counts once. */
function rollAfter(roll: Roll | undefined, event: GateEvent): Roll | undefined {
  if (event.type === 'muster.started') return roll ?? started(event);
  if (!roll || roll.ended) return roll;
  if (event.type === 'muster.marked' && event.data.musterId === roll.musterId) return marked(roll, event);
  if (event.type === 'muster.ended' && event.data.musterId === roll.musterId) return { ...roll, ended: endOf(event) };
  return roll;
}

type Of<T extends GateEvent['type']> = Extract<GateEvent, { type: T }>;

const userOf = ({ actor: { userId } }: GateEvent): { userId?: string } => (userId === undefined ? {} : { userId });

const started = (event: Of<'muster.started'>): Roll => ({
  musterId: event.id,
  kind: event.data.kind,
  startedAtMs: Date.parse(event.occurredAt),
  ...(event.actor.userId === undefined ? {} : { startedBy: event.actor.userId }),
  listed: event.data.listed ?? [],
  people: new Map(),
  named: new Map(),
  markIds: new Set(),
});

function marked(roll: Roll, event: Of<'muster.marked'>): Roll {
  const { workerId, name, mark, markId, by } = event.data;
  if (markId !== undefined && roll.markIds.has(markId)) return roll;
  const said: Marked = {
    mark,
    atMs: Date.parse(event.occurredAt),
    ...userOf(event),
    ...(by === undefined ? {} : { by }),
  };
  const markIds = markId === undefined ? roll.markIds : new Set([...roll.markIds, markId]);
  if (workerId !== undefined) return { ...roll, markIds, people: new Map([...roll.people, [workerId, said]]) };
  if (name === undefined) return roll;
  const named = new Map([...roll.named, [name, said]]);
  // Somebody who was written down by mistake was never there.
  if (mark === 'unmarked') named.delete(name);
  return { ...roll, markIds, named };
}

const endOf = (event: Of<'muster.ended'>): RollEnd => {
  const { accounted, missing, unmarked = 0, tookMs } = event.data;
  return { atMs: Date.parse(event.occurredAt), accounted, missing, unmarked, tookMs, ...userOf(event) };
};
