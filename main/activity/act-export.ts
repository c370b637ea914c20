import type { ActExportAsk } from '../../preload/activity-views.ts';
import type { Saving } from '../files/saving.ts';
import type { Handlers } from '../ipc.ts';
import type { PaperPlace } from '../muster/paper.ts';
import type { PaperDoors } from '../windows/paper.ts';
import { actFile } from './act-file.ts';
import type { Activity, ActsPiece } from './activity.ts';

export interface ActExportParts {
  readonly saving: Pick<Saving, 'save'>;
  readonly paper: Pick<PaperDoors, 'pdf'>;
}

/** B4: exactly what is filtered, as a file. */
export function actExportHandlers(
  { saving, paper }: ActExportParts,
  activity: () => Activity | undefined,
  place: () => PaperPlace | undefined,
): Pick<Handlers<'desk'>, 'exportActs'> {
  return {
    async exportActs(ask: ActExportAsk) {
      const [known, at] = [activity(), place()];
      if (!known || !at) return { came: 'fault' };
      return saving.save(`${ask.fileName}.${ask.format}`, (tell, isWanted) => {
        async function* told(): AsyncGenerator<ActsPiece> {
          let rows = 0;
          for await (const piece of known?.everything(ask, isWanted) ?? []) {
            yield piece;
            rows += piece.rows.length;
            tell({ rows, total: piece.total });
          }
        }
        return actFile(ask, told(), at, paper.pdf);
      });
    },
  };
}
