import type { ActExportAsk, activityCalls } from '../../preload/activity-views.ts';
import type { FileDoors } from '../files/open-file.ts';
import type { Handlers } from '../ipc.ts';
import type { PaperPlace } from '../muster/paper.ts';
import type { PaperDoors } from '../windows/paper.ts';
import { actFile, TooManyError } from './act-file.ts';
import type { Activity, ActsPiece } from './activity.ts';

/** Staff want no file any more. */
class StoppedError extends Error {}

export interface ActExportParts {
  readonly fileDoors: Pick<FileDoors, 'saveAs'>;
  readonly paper: Pick<PaperDoors, 'pdf'>;
}
type Calls = Pick<Handlers<'desk'>, keyof typeof activityCalls & ('exportActs' | 'getActExport' | 'stopActExport')>;

/** B4: exactly what is filtered, as a file: one at a time, told how far it is, stopped without leaving a part of it. */
export function actExportHandlers(
  { fileDoors, paper }: ActExportParts,
  activity: () => Activity | undefined,
  place: () => PaperPlace | undefined,
): Calls {
  let current: { rows: number; total: number; stopped: boolean } | undefined;
  async function* watched(pieces: AsyncIterable<ActsPiece>, now: NonNullable<typeof current>) {
    for await (const piece of pieces) {
      if (now.stopped) break;
      yield piece;
      now.rows += piece.rows.length;
      now.total = piece.total;
    }
    if (now.stopped) throw new StoppedError();
  }
  async function* fileOf(ask: ActExportAsk, known: Activity, at: PaperPlace, now: NonNullable<typeof current>) {
    const pieces = watched(
      known.everything(ask, () => !now.stopped),
      now,
    );
    for await (const bytes of actFile(ask, pieces, at, paper.pdf)) {
      if (now.stopped) throw new StoppedError();
      yield bytes;
    }
  }
  return {
    async exportActs(ask) {
      const [known, at] = [activity(), place()];
      if (!known || !at || current !== undefined) return { came: 'fault' };
      const now = { rows: 0, total: 0, stopped: false };
      current = now;
      try {
        const saved = await fileDoors.saveAs(`${ask.fileName}.${ask.format}`, fileOf(ask, known, at, now));
        return { came: saved ? 'saved' : 'cancelled' };
      } catch (error) {
        if (error instanceof TooManyError) return { came: 'too_many' };
        // Or the place that was chosen takes no file: full, read-only, gone. Staff choose another.
        return { came: error instanceof StoppedError ? 'stopped' : 'fault' };
      } finally {
        current = undefined;
      }
    },
    getActExport: () => (current ? { rows: current.rows, total: current.total } : null),
    stopActExport() {
      if (current) current.stopped = true;
    },
  };
}
