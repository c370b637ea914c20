import type { Client, Connection, Location, User } from '../../core/site/entities.ts';
import { placesOf } from '../../core/connection/connecting.ts';
import { memoByRevision } from '../cache/memo-by-revision.ts';
import type { Ground } from '../ground.ts';

/** Where connections can hold, as whoever asks may see it (C1). */
export interface Places {
  /** The user's locations; this one alone where nobody in particular asks. */
  readonly own: () => readonly string[];
  readonly ofClient: (clientId: string) => readonly string[];
  readonly clientsOf: (locationIds: readonly string[]) => readonly string[];
  /** The clients of this gate's own location. */
  readonly clients: () => readonly Client[];
  readonly named: (locationIds: readonly string[]) => readonly Location[];
  /** The user's own locations at which a connection holds. */
  readonly at: (connection: Connection) => readonly string[];
}

export function createPlaces({ cache, identity, actor }: Pick<Ground, 'cache' | 'identity' | 'actor'>): Places {
  const all = memoByRevision(cache.revision, () => cache.all('location'));
  const user = (): User | undefined => {
    const { userId } = actor();
    return userId === undefined ? undefined : cache.get('user', userId);
  };
  const own = (): readonly string[] => user()?.locationIds ?? [identity.locationId];
  const ofClient = (clientId: string): readonly string[] =>
    all()
      .filter(({ clientIds }) => clientIds.includes(clientId))
      .map(({ id }) => id);
  const named = (ids: readonly string[]): readonly Location[] =>
    all()
      .filter(({ id }) => ids.includes(id))
      .toSorted((a, b) => a.name.localeCompare(b.name));
  return {
    own,
    ofClient,
    named,
    clientsOf: (ids) => [...new Set(named(ids).flatMap(({ clientIds }) => clientIds))],
    clients: () =>
      (cache.get('location', identity.locationId)?.clientIds ?? [])
        .flatMap((id) => cache.get('client', id) ?? [])
        .toSorted((a, b) => a.name.localeCompare(b.name)),
    at: ({ clientId, locationIds }) => {
      const mine = own();
      return placesOf(locationIds, ofClient(clientId)).filter((id) => mine.includes(id));
    },
  };
}
