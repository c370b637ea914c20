import { expect, test } from 'vitest';
import { createCache } from '../../main/cache/cache.ts';
import { createFindHere } from '../../main/muster/find-here.ts';
import { newHome, openTestStore, START_MS } from './fixtures.ts';
import { put, SITE } from './site.ts';

test.each([
  ['the code of a badge', 'CARD-1', ['Anna Kowalska']],
  ['the number of a badge', 'badge-a', ['Anna Kowalska']],
  ['a name', 'Ben', ['Ben Okafor']],
  ['nobody', 'CARD-9', []],
])('G8: a phone finds by %s', async (_what, query, names) => {
  const cache = createCache(openTestStore(newHome()).db);
  cache.apply([...SITE, put('worker', 'ben', { firstName: 'Ben', lastName: 'Okafor' })], 'c1', true, START_MS);
  const rows = query.includes('Ben') ? [{ workerId: 'ben', name: 'Ben Okafor', where: 'known' as const }] : [];
  const findHere = createFindHere(cache, async () => ({ rows, total: rows.length, more: false }));
  expect((await findHere(query, START_MS)).map(({ name }) => name)).toEqual(names);
});
