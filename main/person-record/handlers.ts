import type { recordCalls } from '../../preload/record-views.ts';
import type { Handlers } from '../ipc.ts';
import type { PersonHandlerParts } from '../person-handlers.ts';

/** The desk's call for everything that is held of one person. */
export function recordHandlers({
  station,
  fileDoors,
}: Pick<PersonHandlerParts, 'station' | 'fileDoors'>): Pick<Handlers<'desk'>, keyof typeof recordCalls> {
  return {
    async savePersonRecord({ workerId }) {
      const text = station()?.areas.personRecord(workerId);
      if (!text) return { came: 'unknown' };
      return { came: (await fileDoors.saveAs(`person-${workerId}.json`, text)) ? 'saved' : 'cancelled' };
    },
  };
}
