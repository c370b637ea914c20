import type { Change } from '../../core/sync/wire.ts';
import type { AppliedChanges, Cache } from './cache.ts';

export interface SliceParts {
  readonly cache: Pick<Cache, 'applySome' | 'takePlace' | 'apply' | 'tidy'>;
  /** Lets everything else have its turn: a scan, a door, a screen. */
  readonly breathe: () => Promise<void>;
  readonly stopped: () => boolean;
}

/** A log of some hundred pages is moved in a few milliseconds; SQLite would let it grow to thousands, and a commit wait for all of them. */
const TIDY_EVERY_SLICES = 8;

/**
 * Takes in a page of changes without holding up a scan: a few milliseconds of it at a time, each slice whole on disk. The cursor goes
 * with the last one, so that a page that was cut off comes again. Undefined: stopped on the way.
 */
export async function applyInSlices(
  { cache, breathe, stopped }: SliceParts,
  changes: readonly Change[],
  cursor: string,
  complete: boolean,
  nowMs: number,
): Promise<AppliedChanges | undefined> {
  const refused: AppliedChanges['refused'][number][] = [];
  let slices = 0;
  /** Answers whether it goes on. */
  const turn = async (tidies: boolean): Promise<boolean> => {
    await breathe();
    slices += 1;
    if (stopped() || !(tidies || slices % TIDY_EVERY_SLICES === 0)) return !stopped();
    await cache.tidy();
    await breathe();
    return !stopped();
  };
  for (let from = 0; from < changes.length;) {
    const slice = cache.applySome(changes, from);
    refused.push(...slice.refused);
    from = slice.next;
    if (!(await turn(false))) return undefined;
  }
  for (let left = complete ? cache.takePlace(cursor, nowMs) : 'done'; left !== 'done';) {
    if (!(await turn(left === 'tidy'))) return undefined;
    left = cache.takePlace(cursor, nowMs);
  }
  cache.apply([], cursor, complete, nowMs);
  return { applied: changes.length - refused.length, refused };
}
