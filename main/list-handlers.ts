import type { listCalls } from '../preload/list-views.ts';
import type { Saving } from './files/saving.ts';
import type { Handlers } from './ipc.ts';
import { csvOf } from './lists/csv.ts';
import { createLooks } from './lists/looks.ts';
import type { Session } from './session/session.ts';
import type { SettingsFile } from './settings.ts';
import type { Station } from './station.ts';

export interface ListHandlerParts {
  readonly station: () => Station | undefined;
  readonly nowMs: () => number;
  /** Of lists, acts and hours alike. */
  readonly saving: Saving;
  readonly settings: Pick<SettingsFile, 'saved' | 'set'>;
  readonly session: Pick<Session, 'user'>;
}

/** Choices for lists, people wherever they are, and lists as files; nothing of them before this gate is enrolled. */
export function listHandlers({
  station,
  nowMs,
  saving,
  settings,
  session,
}: ListHandlerParts): Pick<Handlers<'desk'>, keyof typeof listCalls> {
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
      if (!known || zone === undefined) return { came: 'fault' };
      return saving.save(`${ask.fileName}.csv`, async function* texts(tell) {
        for await (const { text, rows, total } of csvOf(ask, known(ask, nowMs()), zone)) {
          tell({ rows, total });
          yield text;
        }
      });
    },
    getExport: saving.progress,
    stopExport() {
      saving.stop();
      return undefined;
    },
  };
}
