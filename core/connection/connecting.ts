/** A3 to A6: what adding a connection comes to, and where a connection holds. */
import type { Client, Connection } from '../site/entities.ts';

/**
 * `none_needed`: the client wants no registered workers, so the person is with it everywhere already (A6). `nothing_new`: connected
 * there already. `notice`: WORKER REQUIRES ACCESS comes first (A4). `add`: nothing stands before it.
 */
export type Adding = 'none_needed' | 'nothing_new' | 'notice' | 'add';

type Places = readonly string[] | undefined;

/**
 * @param connected the person's connection to this client, wherever it holds
 * @param locationIds where the new one is to hold; undefined: at all locations of the client
 */
export function addingTo(
  client: Pick<Client, 'requiresWorkerRegistration' | 'requiresCheckIn'>,
  connected: Pick<Connection, 'locationIds'> | undefined,
  locationIds: Places,
): Adding {
  if (!client.requiresWorkerRegistration) return 'none_needed';
  if (connected && covers(connected.locationIds, locationIds)) return 'nothing_new';
  return client.requiresCheckIn && !connected ? 'notice' : 'add';
}

function covers(there: Places, wanted: Places): boolean {
  if (there === undefined) return true;
  return wanted !== undefined && wanted.every((id) => there.includes(id));
}

/** The locations that a connection is about, of those that the client has. */
export const placesOf = (locationIds: Places, ofClient: readonly string[]): readonly string[] =>
  locationIds === undefined ? ofClient : ofClient.filter((id) => locationIds.includes(id));

/** C1: whoever adds or deletes a connection must look after every location that it is about. */
export const isOwn = (locationIds: Places, ofClient: readonly string[], own: readonly string[]): boolean =>
  (locationIds ?? ofClient).every((id) => own.includes(id));
