import type { EventEnvelope } from '../event/event.ts';

/** So many of the newest events stay whatever their age: looks back from the end find what they look for. */
export const NEWEST_STAY = 2000;
/** Events that stay behind are named in the anchor one by one; before more than this, nothing leaves. */
export const MOST_KEPT = 500;

export interface LeavingKnown {
  readonly lastSeq: number;
  /** How far central has the journal, and what it has stumbled over before that. */
  readonly settledTo: number;
  readonly setAside: readonly number[];
  /** Central's records show what was asked for up to here. */
  readonly toldTo: number;
  /** The start of a roll call that nobody has ended. */
  readonly openMusterSeq?: number | undefined;
  /** Events that are needed for themselves, by number: they stay behind. */
  readonly needed: readonly number[];
}

/** The last number that may leave by anything but its age; 0: none. */
export function mayLeaveTo(known: LeavingKnown): number {
  const { lastSeq, settledTo, setAside, toldTo, openMusterSeq } = known;
  const oneTooMany = known.needed.toSorted((a, b) => a - b)[MOST_KEPT];
  const stops = [...setAside, openMusterSeq, oneTooMany].filter((seq) => seq !== undefined);
  return Math.max(0, Math.min(lastSeq - NEWEST_STAY, settledTo, toldTo, ...stops.map((seq) => seq - 1)));
}

/** Of these kinds the newest is read at the start or by its type, however old: what it is the newest of; undefined: of nothing. */
export function newestOf({ type, data }: Pick<EventEnvelope, 'type' | 'data'>): string | undefined {
  if (type === 'door.mode_changed') return `${type} ${String(data['doorId'])}`;
  return type === 'shift.handed_over' || type === 'device.self_check' ? type : undefined;
}
