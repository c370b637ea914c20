import type { listCalls } from '../preload/list-views.ts';
import type { FileDoors } from './files/open-file.ts';
import type { Handlers } from './ipc.ts';
import { csvOf } from './lists/csv.ts';
import type { Station } from './station.ts';

export interface ListHandlerParts {
  readonly station: () => Station | undefined;
  readonly nowMs: () => number;
  readonly fileDoors: Pick<FileDoors, 'saveAs'>;
}

/** Choices for lists, people wherever they are, and lists as files; nothing of them before this gate is enrolled. */
export function listHandlers({
  station,
  nowMs,
  fileDoors,
}: ListHandlerParts): Pick<Handlers<'desk'>, keyof typeof listCalls> {
  const lists = () => station()?.areas.lists;
  return {
    getListChoices: () => lists()?.choices() ?? { contractors: [], clients: [] },
    findPeople: ({ query, beside }) => lists()?.find(query, beside, nowMs()) ?? { rows: [], total: 0, more: false },
    async exportList(ask) {
      const [known, zone] = [lists(), station()?.place()?.timeZone];
      if (!known || zone === undefined) return { came: 'fault' };
      const atMs = nowMs();
      const csv = await csvOf(ask, (request) => known.page(request, atMs), zone);
      try {
        const saved = await fileDoors.saveAs(`${ask.fileName}.csv`, Buffer.from(csv, 'utf8'));
        return { came: saved ? 'saved' : 'cancelled' };
      } catch {
        // The place that was chosen takes no file: full, read-only, gone. Staff choose another.
        return { came: 'fault' };
      }
    },
  };
}
