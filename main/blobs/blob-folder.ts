import { mkdir, open, readdir, readFile, rename, rm, stat, truncate, utimes } from 'node:fs/promises';
import path from 'node:path';

/** Files under their content's hash, two letters to a folder; beside them, as `.part`, what has come of others so far. */
export interface BlobFolder {
  readonly has: (sha256: string) => Promise<boolean>;
  /** Undefined: not here. Counts as a use. */
  readonly read: (sha256: string) => Promise<Uint8Array | undefined>;
  readonly remove: (sha256: string) => Promise<void>;
  /** How many bytes of a file have come so far. */
  readonly partBytes: (sha256: string) => Promise<number>;
  readonly readPart: (sha256: string) => Promise<Uint8Array>;
  /** Goes on with a file at `fromByte`; what was beyond is forgotten. The returned function adds bytes. */
  readonly openPart: (sha256: string, fromByte: number) => Promise<OpenPart>;
  readonly dropPart: (sha256: string) => Promise<void>;
  /** The part is whole: from now on it is the file. Then, the least recently used go until all fit. */
  readonly finish: (sha256: string) => Promise<void>;
  /** The hashes of all whole files. */
  readonly names: () => Promise<string[]>;
  /** Bytes of all whole files. */
  readonly totalBytes: () => Promise<number>;
}
export interface OpenPart {
  readonly add: (bytes: Uint8Array) => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface BlobFolderParts {
  readonly folder: string;
  readonly maxBytes: number;
  readonly nowMs: () => number;
}

interface Kept {
  readonly bytes: number;
  usedMs: number;
}

/** Nothing is read before it is first asked for: a gate starts without waiting for its pictures. */
export function createBlobFolder({ folder, maxBytes, nowMs }: BlobFolderParts): BlobFolder {
  const fileOf = (sha256: string): string => path.join(folder, sha256.slice(0, 2), sha256);
  const partOf = (sha256: string): string => `${fileOf(sha256)}.part`;
  let index: Promise<Map<string, Kept>> | undefined;
  const kept = (): Promise<Map<string, Kept>> => (index ??= readIndex(folder));

  const touch = async (sha256: string, entry: Kept): Promise<void> => {
    entry.usedMs = nowMs();
    await utimes(fileOf(sha256), entry.usedMs / 1000, entry.usedMs / 1000).catch(() => undefined);
  };
  const remove = async (sha256: string): Promise<void> => {
    (await kept()).delete(sha256);
    await rm(fileOf(sha256), { force: true });
  };
  const totalBytes = async (): Promise<number> =>
    [...(await kept()).values()].reduce((sum, { bytes }) => sum + bytes, 0);
  const evict = async (spared: string): Promise<void> => {
    let total = await totalBytes();
    if (total <= maxBytes) return;
    const oldestFirst = [...(await kept())].sort(([, a], [, b]) => a.usedMs - b.usedMs);
    for (const [sha256, { bytes }] of oldestFirst) {
      if (total <= maxBytes) return;
      if (sha256 === spared) continue;
      await remove(sha256);
      total -= bytes;
    }
  };

  return {
    has: async (sha256) => (await kept()).has(sha256),
    async read(sha256) {
      const entry = (await kept()).get(sha256);
      if (!entry) return undefined;
      const bytes = await readFile(fileOf(sha256)).catch(() => undefined);
      if (!bytes) await remove(sha256);
      else await touch(sha256, entry);
      return bytes;
    },
    remove,
    partBytes: (sha256) => stat(partOf(sha256)).then(({ size }) => size, () => 0), // prettier-ignore
    readPart: (sha256) => readFile(partOf(sha256)),
    async openPart(sha256, fromByte) {
      await mkdir(path.dirname(fileOf(sha256)), { recursive: true });
      const file = await open(partOf(sha256), 'a', 0o600);
      await truncate(partOf(sha256), fromByte);
      return { add: async (bytes) => void (await file.write(bytes)), close: () => file.close() };
    },
    dropPart: (sha256) => rm(partOf(sha256), { force: true }),
    async finish(sha256) {
      await rename(partOf(sha256), fileOf(sha256));
      const { size } = await stat(fileOf(sha256));
      (await kept()).set(sha256, { bytes: size, usedMs: nowMs() });
      await evict(sha256);
    },
    names: async () => [...(await kept()).keys()],
    totalBytes,
  };
}

/** When a file was last used is its time on disk, so that it survives a restart. */
async function readIndex(folder: string): Promise<Map<string, Kept>> {
  const index = new Map<string, Kept>();
  const shelves = await readdir(folder).catch(() => []);
  for (const shelf of shelves) {
    for (const name of await readdir(path.join(folder, shelf)).catch(() => [])) {
      if (!/^[0-9a-f]{64}$/.test(name)) continue;
      const found = await stat(path.join(folder, shelf, name)).catch(() => undefined);
      if (found) index.set(name, { bytes: found.size, usedMs: found.mtimeMs });
    }
  }
  return index;
}
