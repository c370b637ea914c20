import path from 'node:path';
import type { EnrolledAs } from '../identity.ts';
import { sha256Hex } from '../verify.ts';
import { createBlobFolder } from './blob-folder.ts';
import { createBlobSink } from './blob-sink.ts';
import { createBlobSource, type BlobSourceParts } from './blob-source.ts';
import { createGoingUp } from './going-up.ts';
import { createBlobs, type Blobs } from './blobs.ts';

/** Room on the gate's disk; the least recently used go first. */
const MAX_BYTES = 2 * 1024 ** 3;
/** What is got ahead of need leaves room for what somebody opens. */
const BACKGROUND_BYTES = 1.5 * 1024 ** 3;

export interface OpenBlobsParts extends Pick<BlobSourceParts, 'fetch' | 'setTimer'> {
  /** All state lives under this folder. */
  readonly home: string;
  readonly identity: EnrolledAs;
  readonly nowMs: () => number;
  /** A file on its way up got further. */
  readonly changed: () => void;
}

/** The gate's files, under its home. */
export function openBlobs({ home, identity, nowMs, ...parts }: OpenBlobsParts): Blobs {
  const central = { ...parts, baseUrl: identity.centralUrl, token: () => identity.deviceToken };
  const folder = path.join(home, 'blobs');
  return createBlobs({
    folder: createBlobFolder({ folder, maxBytes: MAX_BYTES, nowMs }),
    goingUp: createGoingUp({ ...parts, folder: path.join(folder, 'up'), sink: createBlobSink(central) }),
    source: createBlobSource(central),
    sha256: sha256Hex,
    backgroundBytes: BACKGROUND_BYTES,
  });
}
