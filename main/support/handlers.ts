import type { supportCalls } from '../../preload/support-views.ts';
import type { DeskStatus } from '../../preload/views.ts';
import type { DeviceHandlerParts } from '../device-handlers.ts';
import type { Handlers } from '../ipc.ts';
import type { PersonHandlerParts } from '../person-handlers.ts';
import type { Station } from '../station.ts';
import { reachChecks } from './reach-checks.ts';
import { supportFile } from './support-file.ts';

export interface SupportHandlerParts
  extends Pick<PersonHandlerParts, 'fileDoors'>, Pick<DeviceHandlerParts, 'settings'> {
  readonly home: string;
  readonly fetch: typeof fetch;
  readonly station: () => Station | undefined;
  readonly deskStatus: () => DeskStatus;
}

/** The desk's calls for whoever helps from afar. */
export function supportHandlers(parts: SupportHandlerParts): Pick<Handlers<'desk'>, keyof typeof supportCalls> {
  const reach = async () => {
    const { centralUrl, clockOffsetMs } = parts.deskStatus().connection;
    if (centralUrl === undefined) return [];
    const monotonicMs = (): number => performance.now();
    return reachChecks({ centralUrl, fetch: parts.fetch, monotonicMs, clockOffsetMs });
  };
  return {
    tryReach: reach,
    async saveSupportFile() {
      const { nowMs } = parts.deskStatus();
      const bytes = await supportFile({
        home: parts.home,
        status: parts.deskStatus,
        settings: parts.settings.get,
        journal: () => parts.station()?.journalState(),
        reach,
      });
      const name = `gatehouse-support-${new Date(nowMs).toISOString().slice(0, 16).replaceAll(':', '-')}.zip`;
      return { came: (await parts.fileDoors.saveAs(name, bytes)) ? 'saved' : 'cancelled' };
    },
  };
}
