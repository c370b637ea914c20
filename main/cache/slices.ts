import type { Change } from '../../core/sync/wire.ts';
import type { AppliedChanges, Cache } from './cache.ts';

export interface SliceParts {
  readonly cache: Pick<Cache, 'applySome' | 'sweepSome' | 'apply'>;
  /** Lets everything else have its turn: a scan, a door, a screen. */
  readonly breathe: () => Promise<void>;
  readonly stopped: () => boolean;
}

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
  for (let from = 0; from < changes.length;) {
    const slice = cache.applySome(changes, from);
    refused.push(...slice.refused);
    from = slice.next;
    await breathe();
    if (stopped()) return undefined;
  }
  while (complete && !cache.sweepSome()) {
    await breathe();
    if (stopped()) return undefined;
  }
  cache.apply([], cursor, complete, nowMs);
  return { applied: changes.length - refused.length, refused };
}
