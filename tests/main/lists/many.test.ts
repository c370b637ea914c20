import { beforeAll, describe, expect, test } from 'vitest';
import type { ListAsk } from '../../../preload/list-views.ts';
import { LIST_STATES } from '../../../preload/list-views.ts';
import { checkIn, checkOut, openTestStore, START_MS } from '../fixtures.ts';
import { put } from '../site.ts';
import { createCache } from '../../../main/cache/cache.ts';
import { crowd, CROWD, crowdDesk, listsOn, type CrowdDesk } from './crowd.ts';

const HOUR_MS = 3_600_000;
let desk: CrowdDesk;

beforeAll(() => {
  desk = crowdDesk();
  const { journal, clock, cache } = desk;
  const some = (every: number, from = 0) =>
    Array.from({ length: Math.floor(CROWD / every) }, (_, n) => `w-${n * every + from}`).slice(0, 60);
  clock.advance(HOUR_MS);
  journal.append(some(11).map(checkIn));
  clock.advance(HOUR_MS);
  journal.append(some(22).map(checkOut));
  journal.append(
    some(33, 11).map((workerId) => ({ type: 'presence.break_started', actor: { kind: 'worker' }, data: { workerId } })),
  );
  const seen = some(13, 1).map((workerId, n) =>
    put('presence', `p-${n}`, {
      workerId,
      locationId: 'location-1',
      gateId: 'gate-2',
      inside: n % 2 === 0,
      since: new Date(START_MS + HOUR_MS).toISOString(),
    }),
  );
  cache.apply(seen, 'c2', true, START_MS);
});

describe('lists of very many', () => {
  test.each([
    ...LIST_STATES.scheduled.map((state) => ['scheduled', state] as const),
    ...LIST_STATES.working.map((state) => ['working', state] as const),
  ])('%s: who is %s is whom their rows say so of, and they are counted', async (list, state) => {
    const said = (await desk.all(list)).rows.filter((row) => row.state === state).map(({ key }) => key);
    const chosen = await desk.all(list, { filters: { state } });
    expect(chosen.rows.map(({ key }) => key).toSorted()).toEqual(said.toSorted());
    expect(chosen.total).toBe(said.length);
  });

  test.each(['scheduled', 'working', 'inside', 'granted'] as const)(
    '%s has as many rows as are counted',
    async (list) => {
      const { rows, total } = await desk.all(list);
      expect(rows).toHaveLength(desk.lists.counts(desk.clock.nowMs())[list]);
      expect(total).toBe(rows.length);
    },
  );

  test.each<[string, Partial<ListAsk>]>([
    ['scheduled', { sort: { column: 'name', down: false } }],
    ['scheduled', { sort: { column: 'company', down: true }, query: 'crew' }],
    ['scheduled', { sort: { column: 'order', down: false }, query: 'crew12' }],
    ['working', { sort: { column: 'time', down: true }, filters: { contractorId: 'firm-3' } }],
    ['working', { sort: { column: 'company', down: false }, query: 'no' }],
  ])('%s %j has every row once, and a page is a window on it', async (list, ask) => {
    const name = list as 'scheduled' | 'working';
    const { rows } = await desk.all(name, ask);
    const keys = rows.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    const request = { query: '', ...ask, list: name, offset: 150, limit: 20 };
    const page = (await desk.lists.answer(request, desk.clock.nowMs()))[name];
    expect(page?.rows.map(({ key }) => key)).toEqual(keys.slice(150, 170));
  });

  test('a word that everybody has is counted to the end, on a list and beside it', async () => {
    expect(await desk.all('working', { query: 'crew' })).toMatchObject({ total: CROWD });
    let found = await desk.lists.find('crew', undefined, desk.clock.nowMs());
    while (found.more) found = await desk.lists.find('crew', undefined, desk.clock.nowMs());
    expect(found.total).toBe(CROWD);
    expect(found.rows).toHaveLength(8);
  });

  test('of very many who are found, those inside come first', async () => {
    const { rows } = await desk.lists.find('crew', undefined, desk.clock.nowMs());
    expect(new Set(rows.map(({ where }) => where))).toEqual(new Set(['inside']));
  });
});

test('who came is kept for the next start, and read anew beside another journal', async () => {
  const first = crowdDesk(crowd().slice(0, 200));
  first.journal.append([checkIn('w-12'), checkIn('w-36')]);
  const inside = async (one: Pick<CrowdDesk, 'all'>) =>
    new Set((await one.all('scheduled', { filters: { state: 'inside' } })).rows.map(({ workerId }) => workerId));
  const start = () => {
    const store = openTestStore(first.home);
    return { ...store, ...listsOn(store, createCache(store.db)) };
  };
  expect(await inside(first)).toEqual(new Set(['w-12', 'w-36']));
  first.db.close();
  const second = start();
  expect(await inside(second)).toEqual(new Set(['w-12', 'w-36']));
  // As after a journal of which nothing could be saved: another one is in its place.
  second.db.exec('drop trigger event_is_not_deleted; delete from event; delete from presence');
  second.db.exec(`delete from meta where key = 'turnout'`);
  second.db.close();
  expect(await inside(start())).toEqual(new Set());
});
