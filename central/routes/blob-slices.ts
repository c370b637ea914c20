import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Readable } from 'node:stream';

export const MAX_BLOB_BYTES = 25 * 1024 * 1024;

export interface Slices {
  /** How many bytes of the file are here. */
  readonly offset: (sha256: string) => Promise<number>;
  /** @param range Content-Range (RFC 9110 section 14.4). A number: not whole yet, so many bytes are here. */
  readonly take: (
    sha256: string,
    range: string,
    body: Readable,
  ) => Promise<number | 'kept' | 'malformed' | 'too_large' | 'offset_mismatch' | 'hash_mismatch'>;
}

/** Files that come up in slices: what has come lies beside until it is whole and has its hash. One slice of a file at a time. */
export function takeSlices(fileOf: (sha256: string) => string): Slices {
  const coming = new Set<string>();
  const partOf = (sha256: string): string => `${fileOf(sha256)}.up`;
  const sizeOf = (file: string): Promise<number | undefined> => stat(file).then(({ size }) => size, () => undefined); // prettier-ignore
  const offset = async (sha256: string): Promise<number> => (await sizeOf(partOf(sha256))) ?? 0;

  const takeOne = async (sha256: string, { from, to, total }: Range, body: Readable): ReturnType<Slices['take']> => {
    if ((await sizeOf(fileOf(sha256))) !== undefined) return 'kept';
    if ((await offset(sha256)) < from) return 'offset_mismatch';
    await mkdir(dirname(fileOf(sha256)), { recursive: true });
    const file = await open(partOf(sha256), 'a', 0o600);
    let size = from;
    try {
      // What lies beyond comes again: of a file that was here whole but for its name too.
      await file.truncate(from);
      for await (const chunk of body as AsyncIterable<Buffer>) {
        const rest = chunk.subarray(0, to + 1 - size);
        await file.write(rest);
        size += rest.length;
      }
      if (size < total) return size;
      await file.sync();
    } finally {
      await file.close();
    }
    if ((await hashOf(partOf(sha256))) !== sha256) {
      await rm(partOf(sha256), { force: true });
      return 'hash_mismatch';
    }
    await rename(partOf(sha256), fileOf(sha256));
    return 'kept';
  };
  return {
    offset,
    async take(sha256, range, body) {
      const wanted = rangeIn(range);
      if (!wanted) return 'malformed';
      if (wanted.total > MAX_BLOB_BYTES) return 'too_large';
      if (coming.has(sha256)) return 'offset_mismatch';
      coming.add(sha256);
      try {
        return await takeOne(sha256, wanted, body);
      } finally {
        coming.delete(sha256);
      }
    },
  };
}

interface Range {
  readonly from: number;
  /** Included. */
  readonly to: number;
  readonly total: number;
}

function rangeIn(header: string): Range | undefined {
  const [, from, to, total] = (/^bytes (\d{1,9})-(\d{1,9})\/(\d{1,9})$/.exec(header) ?? []).map(Number);
  if (from === undefined || to === undefined || total === undefined) return undefined;
  return from <= to && to < total ? { from, to, total } : undefined;
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
