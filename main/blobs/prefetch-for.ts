import type { Sqlite } from '../sqlite.ts';
import type { Blobs } from './blobs.ts';
import { createPrefetch } from './prefetch.ts';
import { createWantedFiles } from './wanted-files.ts';
import { createWantedPhotos } from './wanted-photos.ts';

export interface PrefetchForParts {
  readonly db: Sqlite;
  readonly blobs: Blobs;
  readonly locationId: string;
  readonly nowMs: () => number;
  readonly setTimer: (run: () => void, ms: number) => () => void;
}

/** Gets what a gate of that place will want to show. */
export const prefetchFor = ({ db, locationId, ...parts }: PrefetchForParts): (() => void) =>
  createPrefetch({ ...parts, wanted: createWantedPhotos(db, locationId), files: createWantedFiles(db, locationId) });
