import { expect, test } from 'vitest';
import { createCache } from '../../main/cache/cache.ts';
import { createLists } from '../../main/view/lists.ts';
import { newHome, openTestStore, presenceOn, START_MS } from './fixtures.ts';
import { put, SITE } from './site.ts';

test('C3: the location says when somebody is late and when they will not come, in rows and in choices alike', () => {
  const store = openTestStore(newHome());
  const cache = createCache(store.db);
  const { projections } = store.journal;
  const presence = presenceOn(store, cache);
  const parts = { db: store.db, cache, projections, presence, locationId: 'location-1', isDelivered: () => true };
  const lists = createLists(parts);
  const rules = { locationId: 'location-1', lateMinutes: 60, noShowMinutes: 90 };
  cache.apply([...SITE, put('policy', 'policy-1', rules, 2)], 'c2', true, START_MS);
  const states = (minutes: number) =>
    ['scheduled', 'late', 'no_show'].map((state) => {
      const ask = { list: 'working', query: '', offset: 0, limit: 50, filters: { state } } as const;
      const found = lists.page(ask, START_MS + minutes * 60_000).working;
      return [found?.total, found?.rows.every((row) => row.state === state)];
    });
  const [all, none] = [
    [1, true],
    [0, true],
  ];
  expect([states(60), states(61), states(90)]).toEqual([
    [all, none, none],
    [none, all, none],
    [none, none, all],
  ]);
});
