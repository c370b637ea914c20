import type { SavedFile } from '../../preload/list-views.ts';
import type { FileDoors } from './open-file.ts';

/** Staff want no file any more. */
class StoppedError extends Error {}
/** A file of that kind cannot hold so many lines. */
export class TooManyError extends Error {}

/** Lines that are in the file, and how many there will be; 0 until all are counted. */
export interface SavingProgress {
  readonly rows: number;
  readonly total: number;
}
/** Pieces of a file as they are made. Whoever makes them tells how far they are, and leaves off when nobody wants them. */
export type Pieces = (tell: (progress: SavingProgress) => void, isWanted: () => boolean) => Pieced;
type Pieced = AsyncIterable<string | Uint8Array>;

export interface Saving {
  /** Asks staff where to. `fault`: a file is being made already, or the place that was chosen takes none. */
  readonly save: (name: string, pieces: Pieces) => Promise<SavedFile>;
  readonly progress: () => SavingProgress | null;
  /** No part of the file is left behind. */
  readonly stop: () => void;
}

/** Lists, acts and hours as files (B4, C4): one at a time, told how far it is, stopped when staff want it no more. */
export function createSaving({ saveAs }: Pick<FileDoors, 'saveAs'>): Saving {
  let current: (SavingProgress & { isStopped: boolean }) | undefined;
  async function* watched(now: NonNullable<typeof current>, pieces: Pieces): Pieced {
    const made = pieces(
      (progress) => void Object.assign(now, progress),
      () => !now.isStopped,
    );
    for await (const piece of made) {
      if (now.isStopped) break;
      yield piece;
    }
    if (now.isStopped) throw new StoppedError();
  }
  return {
    async save(name, pieces) {
      if (current) return { came: 'fault' };
      const now = { rows: 0, total: 0, isStopped: false };
      current = now;
      try {
        return { came: (await saveAs(name, watched(now, pieces))) ? 'saved' : 'cancelled' };
      } catch (error) {
        if (error instanceof TooManyError) return { came: 'too_many' };
        // Or the place takes no file: full, read-only, gone. Staff choose another.
        return { came: error instanceof StoppedError ? 'stopped' : 'fault' };
      } finally {
        current = undefined;
      }
    },
    progress: () => (current ? { rows: current.rows, total: current.total } : null),
    stop() {
      if (current) current.isStopped = true;
    },
  };
}
