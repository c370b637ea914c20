import { knownEvent, type EventEnvelope } from '../event/event.ts';
import { undoneBy } from '../event/undone.ts';
import type { ENDINGS } from '../site/portal.ts';

/** How somebody is known to have left: seen by a scanner, told by staff (B7: an estimate), or closed by the rule (G7). */
export type Ending = (typeof ENDINGS)[number];

/** One act that begins or ends time. `atMs` is by central's clock, Unix milliseconds: acts of several gates stand side by side. */
export interface Passage {
  readonly kind: 'in' | 'out' | 'break_start' | 'break_end';
  readonly atMs: number;
  readonly eventId: string;
  /** For `out`. */
  readonly ending?: Ending;
}

/** One person's acts in the order in which they happened, without those that were taken back, nor what happened at other places. */
export function passagesOf(events: Iterable<EventEnvelope>): Passage[] {
  const all = [...events];
  const undone = new Set(all.flatMap((event) => undoneBy(event)?.eventId ?? []));
  const standing = all.filter(({ id }) => !undone.has(id));
  return standing.flatMap((event) => (isElsewhere(event) ? [] : (passageOf(event) ?? []))).sort(inOrder);
}

/** Ties by id, as everywhere (PROTOCOL). */
export const inOrder = (a: Passage, b: Passage): number =>
  a.atMs - b.atMs || (a.eventId < b.eventId ? -1 : a.eventId > b.eventId ? 1 : 0);

const isElsewhere = ({ data, locationId }: EventEnvelope): boolean =>
  data['atLocationId'] !== undefined && data['atLocationId'] !== locationId;

/** Undefined: the act neither begins nor ends any time. */
export function passageOf(event: EventEnvelope): Passage | undefined {
  const known = knownEvent(event);
  const corrected = (time: string): number => Date.parse(time) + (event.clockOffsetMs ?? 0);
  const at = { atMs: corrected(event.occurredAt), eventId: event.id };
  switch (known?.type) {
    case 'presence.checked_in':
      return { kind: 'in', ...at };
    case 'presence.checked_out': {
      const { assumedAt, estimated, mode } = known.data;
      if (mode === 'auto')
        return { kind: 'out', ...at, atMs: corrected(assumedAt ?? event.occurredAt), ending: 'rule' };
      return { kind: 'out', ...at, ending: estimated || mode !== 'scan' ? 'told' : 'seen' };
    }
    case 'presence.break_started':
      return { kind: 'break_start', ...at };
    case 'presence.break_ended':
      return { kind: 'break_end', ...at };
    default:
      return undefined;
  }
}
