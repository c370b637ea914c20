import { coalesce } from '../timers.ts';
import type { Blobs } from './blobs.ts';
import type { WantedFiles } from './wanted-files.ts';
import type { WantedPhotos } from './wanted-photos.ts';

export interface PrefetchParts {
  readonly blobs: Blobs;
  readonly wanted: WantedPhotos;
  readonly files: WantedFiles;
  readonly nowMs: () => number;
  readonly setTimer: (run: () => void, ms: number) => () => void;
}

/** Pages of a pull come one after another; one look after them is enough. */
const LOOK_EVERY_MS = 3000;
const LOOK_AT_ALL_EVERY_MS = 10 * 60_000;

/** Call it whenever central told something, or the line may be up again: gets the photos and files that are not here yet, the photos of whoever is expected first. */
export function createPrefetch({ blobs, wanted, files, nowMs, setTimer }: PrefetchParts): () => void {
  let lookedAtAllMs = Number.NEGATIVE_INFINITY;
  let everybody: readonly string[] = [];
  return coalesce(
    () => {
      const now = nowMs();
      if (now - lookedAtAllMs >= LOOK_AT_ALL_EVERY_MS) {
        everybody = wanted.all();
        lookedAtAllMs = now;
      }
      blobs.want([...new Set([...wanted.soon(now), ...files(now), ...everybody])]);
    },
    LOOK_EVERY_MS,
    setTimer,
  );
}
