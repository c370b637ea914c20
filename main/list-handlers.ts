import type { listCalls } from '../preload/list-views.ts';
import type { FileDoors } from './files/open-file.ts';
import type { Handlers } from './ipc.ts';
import { csvOf, type CsvPiece } from './lists/csv.ts';
import { createLooks } from './lists/looks.ts';
import type { Session } from './session/session.ts';
import type { SettingsFile } from './settings.ts';
import type { Station } from './station.ts';

/** Staff want no file any more. */
class StoppedError extends Error {}

export interface ListHandlerParts {
  readonly station: () => Station | undefined;
  readonly nowMs: () => number;
  readonly fileDoors: Pick<FileDoors, 'saveAs'>;
  readonly settings: Pick<SettingsFile, 'saved' | 'set'>;
  readonly session: Pick<Session, 'user'>;
}

/** Choices for lists, people wherever they are, and lists as files; nothing of them before this gate is enrolled. */
export function listHandlers({
  station,
  nowMs,
  fileDoors,
  settings,
  session,
}: ListHandlerParts): Pick<Handlers<'desk'>, keyof typeof listCalls> {
  let exported: { rows: number; total: number; stopped: boolean } | undefined;
  const lists = () => station()?.areas.lists;
  const looks = createLooks({ settings, userId: () => session.user()?.id, choices: () => lists()?.choices() });
  return {
    getListLooks: looks.get,
    keepListLook({ list, look }) {
      looks.keep(list, look);
      return undefined;
    },
    getListChoices: () => lists()?.choices() ?? { contractors: [], clients: [] },
    findPeople: async ({ query, beside }) =>
      (await lists()?.find(query, beside, nowMs())) ?? { rows: [], total: 0, more: false },
    async exportList(ask) {
      const [known, zone] = [lists()?.everything, station()?.place()?.timeZone];
      if (!known || zone === undefined || exported !== undefined) return { came: 'fault' };
      const now = { rows: 0, total: 0, stopped: false };
      exported = now;
      async function* textsOf(pieces: AsyncIterable<CsvPiece>): AsyncGenerator<string> {
        for await (const { text, rows, total } of pieces) {
          if (now.stopped) throw new StoppedError();
          Object.assign(now, { rows, total });
          yield text;
        }
      }
      try {
        const saved = await fileDoors.saveAs(`${ask.fileName}.csv`, textsOf(csvOf(ask, known(ask, nowMs()), zone)));
        return { came: saved ? 'saved' : 'cancelled' };
      } catch (error) {
        // Or the place that was chosen takes no file: full, read-only, gone. Staff choose another.
        return { came: error instanceof StoppedError ? 'stopped' : 'fault' };
      } finally {
        exported = undefined;
      }
    },
    getExport: () => (exported ? { rows: exported.rows, total: exported.total } : null),
    stopExport() {
      if (exported) exported.stopped = true;
    },
  };
}
