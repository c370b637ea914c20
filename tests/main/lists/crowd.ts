import type { Change } from '../../../core/sync/wire.ts';
import { createCache, type Cache } from '../../../main/cache/cache.ts';
import { createLists, type Lists } from '../../../main/view/lists.ts';
import type { ListAsk, ListName } from '../../../preload/list-views.ts';
import { newHome, openTestStore, presenceOn, START_MS, type TestStore } from '../fixtures.ts';
import { put, SITE } from '../site.ts';

const HOUR_MS = 3_600_000;
const iso = (hours: number): string => new Date(START_MS + hours * HOUR_MS).toISOString();
/** More than are gathered, so that lists are walked. */
export const CROWD = 3100;
const FIRMS = 7;
/** Orders begin from half a day ago until in twelve hours, and last ten. */
const ORDERS = Array.from({ length: 24 }, (_, n) => n - 12);

/** A site whose people have one order each, every third of them another one later. */
export function crowd(): Change[] {
  return [
    ...SITE,
    ...Array.from({ length: FIRMS }, (_, n) => put('contractor', `firm-${n}`, { name: `Firm ${n}` })),
    ...ORDERS.map((from, n) =>
      put('workOrder', `job-${n}`, {
        number: `JOB-${n}`,
        title: `Job ${n}`,
        clientId: 'client-1',
        locationId: 'location-1',
        startsAt: iso(from),
        endsAt: iso(from + 10),
        status: 'open',
      }),
    ),
    ...Array.from({ length: CROWD }, (_, n) => [
      put('worker', `w-${n}`, { firstName: `Crew${n}`, lastName: `No ${n % 50}`, contractorId: `firm-${n % FIRMS}` }),
      put('assignment', `a-${n}`, { workerId: `w-${n}`, workOrderId: `job-${n % 24}` }),
      ...(n % 3 === 0 ? [put('assignment', `b-${n}`, { workerId: `w-${n}`, workOrderId: `job-${(n + 8) % 24}` })] : []),
    ]).flat(),
  ];
}

export interface CrowdDesk extends TestStore {
  readonly home: string;
  readonly cache: Cache;
  readonly lists: Lists;
  /** All rows of a list as they are saved, and what a page says of how many there are. */
  readonly all: (
    list: ListName,
    ask?: Partial<ListAsk>,
  ) => Promise<{ rows: Row[]; total: number | undefined; more?: boolean }>;
}
export type Row = { readonly key: string; readonly workerId: string; readonly name: string; readonly state: string };

export function crowdDesk(changes: readonly Change[] = crowd(), home = newHome()): CrowdDesk {
  const store = openTestStore(home);
  const cache = createCache(store.db);
  if (changes.length > 0) cache.apply(changes, 'c1', true, START_MS);
  return { ...store, home, cache, ...listsOn(store, cache) };
}

export function listsOn(store: TestStore, cache: Cache): Pick<CrowdDesk, 'lists' | 'all'> {
  const { projections } = store.journal;
  const presence = presenceOn(store, cache);
  const lists = createLists({
    ...store,
    cache,
    projections,
    presence,
    locationId: 'location-1',
    isDelivered: () => true,
  });
  const all: CrowdDesk['all'] = async (list, more = {}) => {
    const ask = { query: '', ...more, list };
    const rows: Row[] = [];
    for await (const page of lists.everything(ask, store.clock.nowMs()))
      rows.push(...((page[list]?.rows ?? []) as unknown as Row[]));
    const page = (await lists.answer({ ...ask, offset: 0, limit: 1 }, store.clock.nowMs()))[list];
    return { rows, total: page?.total, ...(page && 'more' in page ? { more: true } : {}) };
  };
  return { lists, all };
}
