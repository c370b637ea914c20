import type { RollFound } from '../../preload/muster-views.ts';
import type { Cache } from '../cache/cache.ts';
import type { Lists } from '../view/lists.ts';
import { personName } from '../view/feed.ts';

const MOST_FOUND = 5;

/** Whom a phone at the assembly point may mean: by what is printed on the badge, then by name. */
export type FindHere = (query: string, nowMs: number) => Promise<readonly RollFound[]>;

export function createFindHere(cache: Cache, find: Lists['find']): FindHere {
  const found = (workerId: string): RollFound[] => {
    const name = personName(cache, workerId);
    const photo = cache.get('worker', workerId)?.photo;
    return name ? [{ workerId, ...name, ...(photo === undefined ? {} : { photo }) }] : [];
  };
  return async (query, nowMs) => {
    const badge = cache.get('badge', query) ?? cache.byRef('badge', query)[0];
    const named = (await find(query, undefined, nowMs)).rows.map(({ workerId }) => workerId);
    const people = new Set([...(badge ? [badge.workerId] : []), ...named]);
    return [...people].flatMap(found).slice(0, MOST_FOUND);
  };
}
