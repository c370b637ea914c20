import type { workerCalls } from '../../preload/worker-views.ts';
import type { Handlers } from '../ipc.ts';
import type { Station } from '../station.ts';

export interface WorkerHandlerParts {
  readonly station: () => Station | undefined;
  readonly deskChanged: () => void;
}

/** The desk's calls about workers and their connections; a gate that is not enrolled yet knows nobody. */
export function workerHandlers(parts: WorkerHandlerParts): Pick<Handlers<'desk'>, keyof typeof workerCalls> {
  const workers = () => parts.station()?.areas.workers;
  const changed = <T>(answer: T): T => {
    parts.deskChanged();
    return answer;
  };
  return {
    listWorkers: async (ask) => (await workers()?.list(ask)) ?? { rows: [], total: 0, more: false, locations: [] },
    getWorker: ({ workerId }) => workers()?.one(workerId) ?? null,
    getConnectForm: ({ workerId }) => workers()?.form(workerId) ?? { contractors: [], clients: [] },
    addConnection: (ask) => changed(workers()?.add(ask) ?? { came: 'not_enrolled' }),
    deleteConnection: ({ connectionId }) => changed(workers()?.remove(connectionId) ?? { came: 'not_enrolled' }),
    getRefusedConnections: () => workers()?.refused() ?? [],
  };
}
