import type {
  AddAnswer,
  AddAsk,
  ConnectForm,
  DeleteAnswer,
  RefusedConnection,
  WorkersAsk,
  WorkersPage,
  WorkerView,
} from '../../preload/worker-views.ts';
import type { Ground } from '../ground.ts';
import { createConnect } from './connect.ts';
import { createWorkerList, type WorkerListParts } from './list.ts';
import { createWorkerPage } from './one.ts';
import { createPlaces } from './places.ts';

/** Workers and their connections to clients (A1 to A7), at the locations of whoever asks (C1). */
export interface Workers {
  readonly list: (ask: WorkersAsk) => Promise<WorkersPage>;
  readonly one: (workerId: string) => WorkerView | null;
  readonly form: (workerId: string | undefined) => ConnectForm;
  readonly refused: () => RefusedConnection[];
  readonly add: (ask: AddAsk) => AddAnswer;
  readonly remove: (connectionId: string) => DeleteAnswer;
}

export function createWorkers(ground: Ground & Pick<WorkerListParts, 'breathe'>): Workers {
  const places = createPlaces(ground);
  return {
    list: createWorkerList(ground, places),
    ...createWorkerPage(ground, places),
    ...createConnect(ground, places),
  };
}
