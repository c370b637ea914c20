import type { EntityOf, Role } from '../../core/site/entities.ts';
import type { Rows } from '../store/store.ts';

/** Whoever stands at one gate all day needs that gate; these look after several places at once. */
const OVER_SEVERAL: ReadonlySet<Role> = new Set(['supervisor', 'client_contact', 'administrator']);
/** An account for everything would have each act told at every place that there is: beyond this many, only the own place counts. */
export const SHARED_LOCATIONS_MOST = 50;

/** B1, C1: the other locations of every active user who looks after this one. */
export async function locationsSharing(rows: Rows, locationId: string): Promise<string[]> {
  const users = await rows.records.referring('user', 'locationIds', locationId);
  const watching = users
    .map(({ data }) => data as unknown as EntityOf<'user'>)
    .filter(({ role, status, locationIds }) => {
      return status === 'active' && OVER_SEVERAL.has(role) && locationIds.length <= SHARED_LOCATIONS_MOST;
    });
  return [...new Set(watching.flatMap(({ locationIds }) => locationIds))].filter((one) => one !== locationId);
}
