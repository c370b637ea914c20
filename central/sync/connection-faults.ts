/** Why central would not connect a worker with a client, or take that away (PRODUCT A3, A6, C1). */
import { isOwn } from '../../core/connection/connecting.ts';
import type { GateEvent } from '../../core/event/event.ts';
import type { Client, Connection, User } from '../../core/site/entities.ts';
import type { Rows } from '../store/store.ts';
import type { Doubt } from './intake.ts';

type Added = Extract<GateEvent, { type: 'connection.added' }>;
type Deleted = Extract<GateEvent, { type: 'connection.deleted' }>;

const doubt = (code: string, detail: string): Doubt => ({ code, detail });

/** The locations of a client; undefined: it is none of this location's clients. */
async function placesOfClient(rows: Rows, clientId: string, locationId: string): Promise<string[] | undefined> {
  const places = (await rows.records.referring('location', 'clientIds', clientId)).map(({ id }) => id);
  return places.includes(locationId) ? places : undefined;
}

export async function addingFault(rows: Rows, event: Added): Promise<Doubt | undefined> {
  const { connectionId, workerId, clientId, locationIds, newWorker } = event.data;
  const client = (await rows.records.get('client', clientId))?.data as Client | undefined;
  const places = client && (await placesOfClient(rows, clientId, event.locationId));
  if (!client || !places) return doubt('unknown_client', 'the client has no part in this location');
  const strange = locationIds?.find((id) => !places.includes(id));
  if (strange !== undefined) return doubt('not_of_client', `location ${strange} is not the client's`);
  if (!client.requiresWorkerRegistration) return doubt('no_connection_needed', 'the client registers no workers');
  const isThere = !newWorker || (await rows.records.get('worker', workerId)) !== undefined;
  if (isThere && !(await isKnownAt(rows, workerId, event.locationId)))
    return doubt('unknown_worker', 'the location knows no such worker');
  const isFirm =
    newWorker?.contractorId === undefined || (await rows.records.get('contractor', newWorker.contractorId));
  if (!isFirm) return doubt('unknown_worker', 'there is no such contractor');
  const others = (await rows.records.referring('connection', 'workerId', workerId)).filter(
    ({ id, data }) => data['clientId'] === clientId && id !== connectionId,
  );
  if (others.length > 0) return doubt('connected_already', 'there is another connection to this client');
  const same = (await rows.records.get('connection', connectionId))?.data as Connection | undefined;
  if (same && (same.workerId !== workerId || same.clientId !== clientId))
    return doubt('connected_already', 'this connection is between others');
  return notOwn(rows, event, locationIds, places);
}

/** A connection that is gone already was deleted by somebody else: so it shall be. */
export async function deletingFault(rows: Rows, event: Deleted): Promise<Doubt | undefined> {
  const { connectionId, workerId, clientId } = event.data;
  const known = (await rows.records.get('connection', connectionId))?.data as Connection | undefined;
  if (!known) return undefined;
  if (known.workerId !== workerId || known.clientId !== clientId)
    return doubt('unknown_worker', 'this connection is between others');
  const places = await placesOfClient(rows, clientId, event.locationId);
  if (!places) return doubt('unknown_client', 'the client has no part in this location');
  return notOwn(rows, event, known.locationIds, places);
}

/** C1: a gate changes what it was told of, and nobody else's people. */
const isKnownAt = async (rows: Rows, workerId: string, locationId: string): Promise<boolean> =>
  (await rows.feed.holders('worker', workerId)).includes(locationId);

async function notOwn(
  rows: Rows,
  { actor }: GateEvent,
  locationIds: readonly string[] | undefined,
  places: readonly string[],
): Promise<Doubt | undefined> {
  const user = actor.userId === undefined ? undefined : (await rows.records.get('user', actor.userId))?.data;
  const own = (user as User | undefined)?.locationIds ?? [];
  if (isOwn(locationIds, places, own)) return undefined;
  return doubt('actor_not_allowed', "the connection is also about locations that are not the user's");
}
