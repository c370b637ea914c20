import { knownEvent, type EventEnvelope, type GateEvent } from '../../core/event/event.ts';

const read = new WeakMap<EventEnvelope, GateEvent | 'unknown'>();

/** `knownEvent`, worked out once for each event that arrived, however many of central's rules ask. */
export function understood(event: EventEnvelope): GateEvent | undefined {
  const before = read.get(event);
  if (before !== undefined) return before === 'unknown' ? undefined : before;
  const known = knownEvent(event);
  read.set(event, known ?? 'unknown');
  return known;
}
