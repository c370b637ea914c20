/** Who is accounted for (G8): what callers said and what the gates saw, the later of the two. */
import type { Actor, Fact } from '../event/event.ts';
import type { Marked, MusterMark, Roll } from './roll.ts';

/** Where the gates of the place saw somebody last. */
export interface Seen {
  readonly inside: boolean;
  /** By this device's clock, Unix milliseconds. */
  readonly atMs: number;
}

export interface RollRow {
  readonly workerId: string;
  readonly state: MusterMark;
  /** False: came in after the start, or was found here. */
  readonly listed: boolean;
  /** What stands behind the state, where somebody said it. */
  readonly said?: Marked;
}

export interface RollCounts {
  readonly total: number;
  readonly accounted: number;
  readonly missing: number;
  readonly unmarked: number;
}

/** Of these it is known where they are. */
const ACCOUNTED: ReadonlySet<MusterMark> = new Set<MusterMark>(['safe', 'found_unlisted', 'left_before', 'out']);

/**
 * Everybody of a roll call, those on the list first. `seen` holds everybody who is inside now and whoever went out since the start: who
 * comes in while it runs has to be found like all others, and so has somebody who was safe and went in again.
 */
export function rollRows(roll: Roll, seen: ReadonlyMap<string, Seen>): RollRow[] {
  const listed = new Set(roll.listed);
  const inside = [...seen].filter(([, { inside: isInside }]) => isInside).map(([workerId]) => workerId);
  const everybody = new Set([...roll.listed, ...roll.people.keys(), ...inside]);
  return [...everybody].map((workerId) => {
    const said = roll.people.get(workerId);
    const moved = roll.ended ? undefined : seen.get(workerId);
    const isLater = moved !== undefined && moved.atMs > Math.max(roll.startedAtMs, said?.atMs ?? 0);
    const row = { workerId, listed: listed.has(workerId) };
    if (isLater) return { ...row, state: moved.inside ? 'unmarked' : 'out' };
    return { ...row, state: said?.mark ?? 'unmarked', ...(said ? { said } : {}) };
  });
}

export function rollCounts(roll: Roll, rows: readonly RollRow[]): RollCounts {
  const accounted = rows.filter(({ state }) => ACCOUNTED.has(state)).length + roll.named.size;
  const missing = rows.filter(({ state }) => state === 'missing').length;
  const total = rows.length + roll.named.size;
  return { total, accounted, missing, unmarked: total - accounted - missing };
}

/** What ending a roll call writes: what the gates saw becomes part of it, so that it can be read again from its own events alone. */
export function endingFacts(roll: Roll, rows: readonly RollRow[], actor: Actor, nowMs: number): Fact[] {
  const seenOnly = rows.filter(({ workerId, state, listed }) => {
    const told = roll.people.get(workerId)?.mark ?? (listed ? 'unmarked' : undefined);
    return told !== state;
  });
  const { accounted, missing, unmarked } = rollCounts(roll, rows);
  const tookMs = Math.max(0, Math.round(nowMs - roll.startedAtMs));
  return [
    ...seenOnly.map(({ workerId, state }): Fact => ({
      type: 'muster.marked',
      actor: { kind: 'system' },
      data: { musterId: roll.musterId, workerId, mark: state },
    })),
    { type: 'muster.ended', actor, data: { musterId: roll.musterId, accounted, missing, unmarked, tookMs } },
  ];
}
