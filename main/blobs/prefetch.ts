import { coalesce } from '../timers.ts';
import type { Blobs } from './blobs.ts';
import type { WantedPhotos } from './wanted-photos.ts';

export interface PrefetchParts {
  readonly blobs: Blobs;
  readonly wanted: WantedPhotos;
  readonly nowMs: () => number;
  readonly setTimer: (run: () => void, ms: number) => () => void;
}

/** Pages of a pull come one after another; one look after them is enough. */
const LOOK_EVERY_MS = 3000;
const LOOK_AT_ALL_EVERY_MS = 10 * 60_000;

/** Call it whenever central told something, or the line may be up again: gets the photos that are not here yet. */
export function createPrefetch({ blobs, wanted, nowMs, setTimer }: PrefetchParts): () => void {
  let lookedAtAllMs = Number.NEGATIVE_INFINITY;
  let everybody: readonly string[] = [];
  return coalesce(
    () => {
      const now = nowMs();
      if (now - lookedAtAllMs >= LOOK_AT_ALL_EVERY_MS) {
        everybody = wanted.all();
        lookedAtAllMs = now;
      }
      blobs.want([...new Set([...wanted.soon(now), ...everybody])]);
    },
    LOOK_EVERY_MS,
    setTimer,
  );
}
