import { complianceOf, worstOf } from '../../core/connection/compliance.ts';
import { isOwn } from '../../core/connection/connecting.ts';
import { light } from '../../core/connection/light.ts';
import type { Connection } from '../../core/site/entities.ts';
import type { ConnectForm, ConnectionView, RefusedConnection, WorkerView } from '../../preload/worker-views.ts';
import type { Ground } from '../ground.ts';
import { personName } from '../view/feed.ts';
import type { Places } from './places.ts';

type OneParts = Pick<Ground, 'db' | 'cache' | 'clock' | 'wishes'>;

/** One worker's page (A2), what can be added to it (A3), and what central would not add. */
export function createWorkerPage({ db, cache, clock, wishes }: OneParts, places: Places) {
  const cleared = db
    .prepare<[number], number>(
      `select 1 from event where type = 'tray.cleared' and json_extract(body, '$.data.seq') = ?`,
    )
    .pluck();
  const clientName = (id: string): string => cache.get('client', id)?.name ?? '';
  const placeViews = (ids: readonly string[]) =>
    places.named(ids).map(({ id, name, requiresCheckIn }) => ({ id, name, checkIn: requiresCheckIn }));

  const connectionView = (connection: Connection): ConnectionView => {
    const { id, clientId, locationIds, assessment, induction, credential } = connection;
    const nowMs = clock.nowMs();
    return {
      connectionId: id,
      clientName: clientName(clientId),
      checkIn: cache.get('client', clientId)?.requiresCheckIn ?? false,
      everywhere: locationIds === undefined,
      places: placeViews(places.at(connection)),
      assessment: light(assessment, nowMs),
      induction: light(induction, nowMs),
      credential: light(credential, nowMs),
      state: complianceOf(connection, nowMs),
      waiting: wishes.isWaiting('connection', id),
      canDelete: isOwn(locationIds, places.ofClient(clientId), places.own()),
    };
  };

  return {
    one(workerId: string): WorkerView | null {
      const worker = cache.get('worker', workerId);
      const name = personName(cache, workerId);
      if (!worker || !name) return null;
      const connections = cache.byWorker('connection', workerId).filter((each) => places.at(each).length > 0);
      return {
        workerId,
        ...name,
        ...(worker.phone === undefined ? {} : { phone: worker.phone }),
        ...(worker.email === undefined ? {} : { email: worker.email }),
        state: worstOf(connections, clock.nowMs()),
        waiting: wishes.isWaiting('worker', workerId),
        connections: connections.map(connectionView).toSorted((a, b) => a.clientName.localeCompare(b.clientName)),
        unneeded: places.clients().flatMap((client) => (client.requiresWorkerRegistration ? [] : [client.name])),
      };
    },
    form(workerId: string | undefined): ConnectForm {
      const connections = workerId === undefined ? [] : cache.byWorker('connection', workerId);
      const own = places.own();
      return {
        contractors: cache
          .all('contractor')
          .map(({ id, name }) => ({ id, name }))
          .toSorted((a, b) => a.name.localeCompare(b.name)),
        clients: places.clients().map(({ id, name }) => {
          const ofClient = places.ofClient(id);
          const connection = connections.find(({ clientId }) => clientId === id);
          const isConnected = (placeId: string): boolean =>
            connection !== undefined && (connection.locationIds?.includes(placeId) ?? true);
          return {
            id,
            name,
            canAll: isOwn(undefined, ofClient, own),
            places: placeViews(ofClient.filter((placeId) => own.includes(placeId))).map((place) => ({
              ...place,
              connected: isConnected(place.id),
            })),
          };
        }),
      };
    },
    refused(): RefusedConnection[] {
      const all = [...wishes.refused('connection.added'), ...wishes.refused('connection.deleted')];
      return all.flatMap(({ event, code }): RefusedConnection[] => {
        if (event.type !== 'connection.added' && event.type !== 'connection.deleted') return [];
        if (cleared.get(event.seq) !== undefined) return [];
        const { workerId, clientId } = event.data;
        const fresh = event.type === 'connection.added' ? event.data.newWorker : undefined;
        const name = fresh ? `${fresh.firstName} ${fresh.lastName}` : (personName(cache, workerId)?.name ?? '');
        const what = event.type === 'connection.added' ? 'added' : 'deleted';
        const atMs = Date.parse(event.occurredAt);
        return [{ eventId: event.id, seq: event.seq, what, code, name, clientName: clientName(clientId), atMs }];
      });
    },
  };
}
