/**
 * Photos, certificates, documents: bytes by their hash, from this disk or else from central. What is on disk is checked against its name
 * each time it is read, what comes from central before it is kept; a download that broke off goes on where it stopped.
 */
import { fail, ok, type Result } from '../../core/result.ts';
import type { GoingUp } from './going-up.ts';
import type { BlobFolder } from './blob-folder.ts';
import type { BlobFault, BlobSource } from './blob-source.ts';

export interface Blobs {
  readonly get: (sha256: string) => Promise<Result<Uint8Array, BlobFault>>;
  /** A file that was made here: from now on it opens as if it had come. */
  readonly keep: (sha256: string, bytes: Uint8Array) => Promise<void>;
  /** Files that were made here, on their way to central. */
  readonly goingUp: GoingUp;
  /** Gets in the background what is not here yet, first things first; a later call replaces what is left of an earlier one. */
  readonly want: (hashes: readonly string[]) => void;
  /** What is on this disk. */
  readonly kept: () => Promise<{ readonly names: readonly string[]; readonly bytes: number }>;
  readonly remove: (sha256: string) => Promise<void>;
  readonly stop: () => void;
}

export interface BlobsParts {
  readonly folder: BlobFolder;
  readonly goingUp: GoingUp;
  readonly source: BlobSource;
  readonly sha256: (bytes: Uint8Array) => string;
  /** Nothing is got in the background beyond this. */
  readonly backgroundBytes: number;
}

/** As central takes them (PROTOCOL "Files"). */
const MAX_BLOB_BYTES = 25 * 1024 * 1024;

export function createBlobs({ folder, goingUp, source, sha256: hashOf, backgroundBytes }: BlobsParts): Blobs {
  const coming = new Map<string, Promise<Result<Uint8Array, BlobFault>>>();
  let wanted: readonly string[] = [];
  let working = false;

  const fromDisk = async (sha256: string): Promise<Uint8Array | undefined> => {
    const bytes = await folder.read(sha256);
    if (!bytes || hashOf(bytes) === sha256) return bytes;
    await folder.remove(sha256);
    return undefined;
  };
  const download = async (sha256: string): Promise<Result<Uint8Array, BlobFault>> => {
    const before = await folder.partBytes(sha256);
    const answer = await source(sha256, before);
    if (!answer.ok) {
      if (answer.fault !== 'offline') await folder.dropPart(sha256);
      return answer;
    }
    const came = await take(folder, sha256, answer.value.fromByte, answer.value.chunks);
    if (came === 'broken_off') return fail('offline');
    const bytes = came === 'whole' ? await folder.readPart(sha256) : undefined;
    if (!bytes || hashOf(bytes) !== sha256) {
      await folder.dropPart(sha256);
      return fail('damaged');
    }
    await folder.finish(sha256);
    return ok(bytes);
  };
  /** A part that does not lead to the right file may itself be what is wrong: then once more from the start. */
  const fetchWhole = async (sha256: string): Promise<Result<Uint8Array, BlobFault>> => {
    const resumed = (await folder.partBytes(sha256)) > 0;
    const first = await download(sha256);
    return !first.ok && first.fault === 'damaged' && resumed ? download(sha256) : first;
  };
  const get = async (sha256: string): Promise<Result<Uint8Array, BlobFault>> => {
    const bytes = await fromDisk(sha256);
    if (bytes) return ok(bytes);
    const already = coming.get(sha256);
    if (already) return already;
    const started = fetchWhole(sha256)
      // A disk that is full or not ours to write on: the file is as good as not reachable.
      .catch((): Result<Uint8Array, BlobFault> => fail('offline'))
      .finally(() => coming.delete(sha256));
    coming.set(sha256, started);
    return started;
  };

  const work = async (): Promise<void> => {
    working = true;
    try {
      for (let next = wanted[0]; next !== undefined; next = wanted[0]) {
        wanted = wanted.slice(1);
        if (await folder.has(next)) continue;
        if ((await folder.totalBytes()) >= backgroundBytes) return;
        const got = await get(next);
        if (!got.ok && got.fault === 'offline') return;
      }
    } finally {
      working = false;
    }
  };

  return {
    get,
    goingUp,
    async keep(sha256, bytes) {
      // A disk without room for it: it is got from central once it is there.
      await keepWhole(folder, sha256, bytes).catch(() => folder.dropPart(sha256));
    },
    want(hashes) {
      wanted = hashes;
      if (!working) void work();
    },
    kept: async () => ({ names: await folder.names(), bytes: await folder.totalBytes() }),
    remove: folder.remove,
    stop() {
      goingUp.close();
      wanted = [];
    },
  };
}

async function keepWhole(folder: BlobFolder, sha256: string, bytes: Uint8Array): Promise<void> {
  const part = await folder.openPart(sha256, 0);
  try {
    await part.add(bytes);
  } finally {
    await part.close();
  }
  await folder.finish(sha256);
}

async function take(
  folder: BlobFolder,
  sha256: string,
  fromByte: number,
  chunks: AsyncIterable<Uint8Array>,
): Promise<'whole' | 'broken_off' | 'too_big'> {
  const part = await folder.openPart(sha256, fromByte);
  let size = fromByte;
  try {
    for await (const chunk of chunks) {
      size += chunk.length;
      if (size > MAX_BLOB_BYTES) return 'too_big';
      await part.add(chunk);
    }
    return 'whole';
  } catch {
    return 'broken_off';
  } finally {
    await part.close();
  }
}
