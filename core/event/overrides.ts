import type { Code } from '../codes.ts';
import { knownEvent, type EventEnvelope } from './event.ts';
import { undoneBy } from './undone.ts';

/** G6: a person who was refused for `code` may come and go all the same, up to and without `untilMs` (Unix milliseconds). */
export interface Override {
  readonly workerId: string;
  readonly code: Code;
  readonly untilMs: number;
  readonly eventId: string;
}

/** The override that an event gives; undefined: none. Releases of a door without a person give none. */
export function overrideAfter(event: EventEnvelope): Override | undefined {
  if (event.type !== 'override.given') return undefined;
  const known = knownEvent(event);
  if (known?.type !== 'override.given' || known.data.purpose !== 'admit_person') return undefined;
  const { workerId, code, until } = known.data;
  if (workerId === undefined || code === undefined || until === undefined) return undefined;
  return { workerId, code, untilMs: Date.parse(until), eventId: known.id };
}

/** By the id of the event that gave them: a later one for the same reason stands beside the earlier. */
export function keepOverrides(overrides: Map<string, Override>, event: EventEnvelope): void {
  const given = overrideAfter(event);
  if (given) overrides.set(given.eventId, given);
  for (const id of undoneBy(event)?.overrideIds ?? []) overrides.delete(id);
}

export function foldOverrides(events: Iterable<EventEnvelope>): ReadonlyMap<string, Override> {
  const overrides = new Map<string, Override>();
  for (const event of events) keepOverrides(overrides, event);
  return overrides;
}
