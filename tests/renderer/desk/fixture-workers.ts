import type { Compliance } from '../../../core/connection/compliance.ts';
import type {
  AddAnswer,
  AddAsk,
  ConnectionView,
  DeleteAnswer,
  RefusedConnection,
  WorkerRow,
  WorkersAsk,
  WorkersPage,
  WorkerView,
} from '../../../preload/worker-views.ts';

const DAY = 24 * 3_600_000;
type Named = { readonly workerId: string; readonly name: string; readonly contractorName: string };

const PLACES = [
  { id: 'leeds', name: 'Leeds cold store', checkIn: true },
  { id: 'bradford', name: 'Bradford depot', checkIn: false },
];
const CLIENTS = [
  { id: 'meridian', name: 'Meridian Foods' },
  { id: 'albion', name: 'Albion Logistics' },
  { id: 'catering', name: 'Tidewater Catering' },
];
const MISSING = { state: 'missing' } as const;

/** Three workers: in order with one client and ending with another, with something missing, and with no client. */
function made(nowMs: number, person: (at: number) => Named): Map<string, WorkerView> {
  const ok = { state: 'ok', untilMs: nowMs + 200 * DAY } as const;
  const connection = (id: string, clientName: string, more: Partial<ConnectionView> = {}): ConnectionView => ({
    connectionId: id,
    clientName,
    checkIn: true,
    everywhere: false,
    places: PLACES,
    assessment: ok,
    induction: ok,
    credential: ok,
    state: 'ok',
    waiting: false,
    canDelete: true,
    ...more,
  });
  const worker = (at: number, state: Compliance, connections: ConnectionView[]): [string, WorkerView] => [
    `w-${at}`,
    { ...person(at), phone: '+44 7700 900142', state, waiting: false, connections, unneeded: ['Tidewater Catering'] },
  ];
  return new Map([
    worker(0, 'ending', [
      connection('c-0', 'Meridian Foods', { everywhere: true, canDelete: false }),
      connection('c-1', 'Albion Logistics', {
        state: 'ending',
        places: PLACES.slice(0, 1),
        induction: { state: 'ending', untilMs: nowMs + 9 * DAY },
      }),
    ]),
    worker(1, 'bad', [connection('c-2', 'Meridian Foods', { state: 'bad', credential: MISSING })]),
    worker(2, 'unconnected', []),
  ]);
}

/** Workers as main tells them: what is added waits for central. */
export function workerAnswers(nowMs: number, changed: () => void, person: (at: number) => Named) {
  const workers = made(nowMs, person);
  let refused: RefusedConnection[] = [
    {
      eventId: 'e-refused',
      seq: 77,
      what: 'added',
      code: 'connected_already',
      name: 'Marek Dvořák',
      clientName: 'Albion Logistics',
      atMs: nowMs - 3_600_000,
    },
  ];
  const rowOf = ({ workerId, name, contractorName, state, waiting, connections }: WorkerView): WorkerRow => ({
    workerId,
    name,
    ...(contractorName === undefined ? {} : { contractorName }),
    clients: connections.map(({ clientName }) => clientName),
    state,
    waiting: waiting || connections.some((one) => one.waiting),
  });
  return {
    listWorkers({ query, state, offset, limit }: WorkersAsk): WorkersPage {
      const rows = [...workers.values()]
        .map(rowOf)
        .filter((row) => row.name.toLowerCase().includes(query.toLowerCase()))
        .filter((row) => state === undefined || row.state === state);
      return { rows: rows.slice(offset, offset + limit), total: rows.length, more: false, locations: PLACES };
    },
    getWorker: ({ workerId }: { workerId: string }) => workers.get(workerId) ?? null,
    getConnectForm: () => ({
      contractors: [{ id: 'firm', name: 'Brightwire Electrical' }],
      clients: CLIENTS.map((client) => ({
        ...client,
        canAll: client.id !== 'albion',
        places: PLACES.map((place) => ({ ...place, connected: false })),
      })),
    }),
    addConnection({ worker, clientId, locationIds, noticeSeen }: AddAsk): AddAnswer {
      if (clientId === 'catering') return { came: 'none_needed' };
      if (clientId === 'meridian' && !noticeSeen) return { came: 'notice' };
      const clientName = CLIENTS.find(({ id }) => id === clientId)?.name ?? '';
      const connection: ConnectionView = {
        connectionId: `c-${clientId}`,
        clientName,
        checkIn: clientId === 'meridian',
        everywhere: locationIds === undefined,
        places: PLACES.filter(({ id }) => locationIds?.includes(id) ?? true),
        assessment: MISSING,
        induction: MISSING,
        credential: MISSING,
        state: 'bad',
        waiting: true,
        canDelete: true,
      };
      const known = 'workerId' in worker ? workers.get(worker.workerId) : undefined;
      const workerId = known?.workerId ?? 'w-new';
      const fresh = 'workerId' in worker ? {} : { name: `${worker.firstName} ${worker.lastName}` };
      workers.set(workerId, {
        name: '',
        unneeded: [],
        waiting: known === undefined,
        ...known,
        ...fresh,
        workerId,
        state: 'bad',
        connections: [...(known?.connections ?? []), connection],
      });
      changed();
      return { came: 'added', workerId, hasAddress: false };
    },
    deleteConnection({ connectionId }: { connectionId: string }): DeleteAnswer {
      for (const [id, worker] of workers) {
        const connections = worker.connections.filter((one) => one.connectionId !== connectionId);
        if (connections.length < worker.connections.length) {
          const state = connections.length === 0 ? 'unconnected' : worker.state;
          workers.set(id, { ...worker, connections, state });
        }
      }
      changed();
      return { came: 'deleted' };
    },
    getRefusedConnections: () => refused,
    /** The tray's card of a refusal is this page's too. */
    clearRefused(eventId: string): void {
      refused = refused.filter((one) => one.eventId !== eventId);
      changed();
    },
  };
}
