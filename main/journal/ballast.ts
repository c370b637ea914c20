import { randomFillSync } from 'node:crypto';
import { closeSync, fsyncSync, openSync, rmSync, statfsSync, statSync, writeSync } from 'node:fs';
import path from 'node:path';

/** Room for some ten thousand acts: a day of the largest gate. */
export const BALLAST_BYTES = 8 * 1024 * 1024;
/** It is put back only when there is room for much more than itself, or the disk would be full again at once. */
const ROOM_TO_PUT_BACK = 16;
const PIECE_BYTES = 1024 * 1024;

export interface Ballast {
  /** Puts it there if it is not and there is room. Returns whether it is there. */
  readonly keep: () => boolean;
  /** Gives its space to whoever needs it now. Returns whether there was any. */
  readonly free: () => boolean;
}

/**
 * A file that only takes up space, so that on the day the disk runs full the last acts can still be written while staff
 * are told. Random bytes: a file system that compresses, or leaves holes, would keep back nothing for zeros.
 */
export function createBallast(file: string, bytes = BALLAST_BYTES, freeBytes = freeBesides): Ballast {
  const isThere = (): boolean => statSync(file, { throwIfNoEntry: false })?.size === bytes;
  return {
    keep() {
      if (isThere()) return true;
      rmSync(file, { force: true });
      try {
        if (freeBytes(file) < bytes * ROOM_TO_PUT_BACK) return false;
        fill(file, bytes);
        return true;
      } catch {
        rmSync(file, { force: true });
        return false;
      }
    },
    free() {
      if (statSync(file, { throwIfNoEntry: false }) === undefined) return false;
      rmSync(file);
      return true;
    },
  };
}

function fill(file: string, bytes: number): void {
  const descriptor = openSync(file, 'w');
  try {
    const piece = new Uint8Array(PIECE_BYTES);
    for (let at = 0; at < bytes; at += PIECE_BYTES) {
      writeSync(descriptor, randomFillSync(piece), 0, Math.min(PIECE_BYTES, bytes - at));
    }
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function freeBesides(file: string): number {
  const { bavail, bsize } = statfsSync(path.dirname(file));
  return bavail * bsize;
}
