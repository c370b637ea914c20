import { addingTo, isOwn } from '../../core/connection/connecting.ts';
import type { Fact } from '../../core/event/event.ts';
import type { FaultCode } from '../../core/codes.ts';
import type { AddAnswer, AddAsk, DeleteAnswer } from '../../preload/worker-views.ts';
import type { Ground } from '../ground.ts';
import type { Places } from './places.ts';

type ConnectParts = Pick<Ground, 'cache' | 'newId' | 'append' | 'actor'>;

/** A3: what supervisors do about connections. It is shown at once; central does the same, or says why not. */
export function createConnect({ cache, newId, append, actor }: ConnectParts, places: Places) {
  const write = (fact: Fact): FaultCode | undefined => {
    const written = append([fact]);
    return written.ok ? undefined : written.fault;
  };
  return {
    add({ worker, clientId, locationIds, noticeSeen }: AddAsk): AddAnswer {
      const known = 'workerId' in worker ? cache.get('worker', worker.workerId) : undefined;
      const client = places.clients().find(({ id }) => id === clientId);
      const ofClient = places.ofClient(clientId);
      const isPossible =
        isOwn(locationIds, ofClient, places.own()) && (locationIds ?? []).every((id) => ofClient.includes(id));
      if (!client || !isPossible || ('workerId' in worker && !known)) return { came: 'gone' };
      const connected = known && cache.byWorker('connection', known.id).find((one) => one.clientId === clientId);
      const adding = addingTo(client, connected, locationIds);
      if (adding === 'none_needed' || adding === 'nothing_new') return { came: adding };
      if (adding === 'notice' && !noticeSeen) return { came: 'notice' };
      const workerId = known?.id ?? newId();
      const fault = write({
        type: 'connection.added',
        actor: actor(),
        data: {
          connectionId: connected?.id ?? newId(),
          workerId,
          clientId,
          ...(locationIds === undefined ? {} : { locationIds }),
          ...('workerId' in worker ? {} : { newWorker: worker }),
        },
      });
      if (fault) return { came: fault };
      const email = 'workerId' in worker ? known?.email : worker.email;
      return { came: 'added', workerId, hasAddress: email !== undefined };
    },
    remove(connectionId: string): DeleteAnswer {
      const connection = cache.get('connection', connectionId);
      if (!connection) return { came: 'gone' };
      const { workerId, clientId, locationIds } = connection;
      if (!isOwn(locationIds, places.ofClient(clientId), places.own())) return { came: 'not_own' };
      const data = { connectionId, workerId, clientId };
      return { came: write({ type: 'connection.deleted', actor: actor(), data }) ?? 'deleted' };
    },
  };
}
