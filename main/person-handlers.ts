import type { Handlers } from './ipc.ts';
import type { FileDoors } from './files/open-file.ts';
import type { Station } from './station.ts';
import type { personCalls } from '../preload/person-views.ts';

export interface PersonHandlerParts {
  readonly station: () => Station | undefined;
  readonly nowMs: () => number;
  readonly fileDoors: FileDoors;
}

/** Crews, events and files; nothing of them before this gate is enrolled. */
export function personHandlers({
  station,
  nowMs,
  fileDoors,
}: PersonHandlerParts): Pick<Handlers<'desk'>, keyof typeof personCalls> {
  const areas = () => station()?.areas;
  return {
    listCrews: ({ query }) => areas()?.crews.list(query, nowMs()) ?? { crews: [], total: 0 },
    listEvents: ({ query }) => areas()?.events.list(query, nowMs()) ?? { events: [], total: 0 },
    getEvent: ({ bookingId }) => areas()?.events.one(bookingId, nowMs()) ?? null,
    openFile: async ({ documentId, how }) =>
      (await areas()?.openFile(documentId, how, fileDoors)) ?? { came: 'fault', fault: 'not_there' },
  };
}
