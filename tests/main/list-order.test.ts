import { describe, expect, test } from 'vitest';
import type { Change } from '../../core/sync/wire.ts';
import { createCache } from '../../main/cache/cache.ts';
import { createLists } from '../../main/view/lists.ts';
import type { ListAsk, ListName } from '../../preload/list-views.ts';
import { checkIn, checkOut, grant, newHome, openTestStore, presenceOn, refusal, START_MS } from './fixtures.ts';
import { put, SITE } from './site.ts';

const HOUR_MS = 3_600_000;
const iso = (hours: number): string => new Date(START_MS + hours * HOUR_MS).toISOString();
const order = (id: string, number: string, clientId: string, from: number, to: number): Change =>
  put('workOrder', id, {
    number,
    title: `Job ${number}`,
    clientId,
    locationId: 'location-1',
    startsAt: iso(from),
    endsAt: iso(to),
    status: 'open',
  });
const worker = (id: string, firstName: string, lastName: string, more: Record<string, unknown> = {}): Change =>
  put('worker', id, { firstName, lastName, ...more });
const on = (workerId: string, workOrderId: string): Change =>
  put('assignment', `${workerId} on ${workOrderId}`, { workerId, workOrderId });

/** Besides Anna of Steelfix on WO-1 (0 to 8 h): */
const PEOPLE: readonly Change[] = [
  put('client', 'client-2', { name: 'Docks', requiresWorkerRegistration: true, requiresCheckIn: true }),
  put('contractor', 'contractor-2', { name: 'Élan' }),
  order('order-2', 'WO-2', 'client-2', 2, 10),
  order('order-3', 'WO-3', 'client-2', -5, -1),
  worker('ben', 'Ben', 'Núñez', { contractorId: 'contractor-2', vehicles: [{ plate: 'KR 5J 021' }] }),
  worker('cem', 'Cem', 'Aydın', { phone: '+90 532 111' }),
  worker('dan', 'Dan', 'Berg', { contractorId: 'contractor-2' }),
  worker('eva', 'Éva', 'Novak'),
  on('ben', 'order-2'),
  on('cem', 'order-1'),
  on('cem', 'order-2'),
  on('dan', 'order-3'),
];

function desk() {
  const store = openTestStore(newHome());
  const cache = createCache(store.db);
  cache.apply([...SITE, ...PEOPLE], 'c1', true, START_MS);
  const { projections } = store.journal;
  const lists = createLists({
    ...store,
    cache,
    projections,
    presence: presenceOn(store, cache),
    locationId: 'location-1',
    isDelivered: () => true,
  });
  const rows = (list: ListName, ask: Partial<ListAsk> = {}) => {
    const page = lists.page({ query: '', ...ask, list, offset: 0, limit: 100 }, store.clock.nowMs())[list];
    return { rows: page?.rows ?? [], total: page?.total, names: page?.rows.map(({ name }) => name?.split(' ')[0]) };
  };
  return { ...store, cache, lists, rows };
}

describe('C3: who is working', () => {
  const day = () => {
    const all = desk();
    all.clock.advance(5 * 60_000);
    all.journal.append([checkIn('anna'), checkIn('eva'), checkIn('cem')]);
    all.clock.advance(60_000);
    all.journal.append([
      checkOut('cem'),
      { type: 'presence.break_started', actor: { kind: 'worker' }, data: { workerId: 'anna' } },
    ]);
    return all;
  };

  test('has everybody of today and everybody inside, each once, with where they are', () => {
    const { rows, clock } = day();
    const { rows: working } = rows('working');
    expect(working).toMatchObject([
      // Inside without work here today: first, for somebody has to ask.
      { workerId: 'eva', state: 'in', sinceMs: clock.nowMs() - 60_000 },
      { workerId: 'anna', state: 'on_break', order: { number: 'WO-1' }, sinceMs: clock.nowMs() },
      { workerId: 'ben', state: 'scheduled', order: { number: 'WO-2' } },
      { workerId: 'cem', state: 'out', order: { number: 'WO-1' }, sinceMs: clock.nowMs() },
      { workerId: 'dan', state: 'no_show', order: { number: 'WO-3' } },
    ]);
    expect(working[0]).not.toHaveProperty('order');
    expect(working[2]).not.toHaveProperty('sinceMs');
  });

  test('shows of two orders the one that is on, and in the end the last', () => {
    const { rows, clock } = desk();
    const orderOf = (workerId: string) =>
      (rows('working').rows as { workerId: string; order: { number: string } }[]).find(
        (row) => row.workerId === workerId,
      )?.order.number;
    expect(orderOf('cem')).toBe('WO-1');
    clock.advance(9 * HOUR_MS);
    expect(orderOf('cem')).toBe('WO-2');
    clock.advance(2 * HOUR_MS);
    expect(orderOf('cem')).toBe('WO-2');
  });

  test('ends at midnight of the site', () => {
    const { rows, clock } = desk();
    expect(rows('working').total).toBe(4);
    clock.advance(17 * HOUR_MS);
    expect(rows('working').total).toBe(0);
  });

  test.each([
    ['scheduled', ['Ben']],
    ['on_break', ['Anna']],
    ['in', ['Éva']],
    ['out', ['Cem']],
    ['no_show', ['Dan']],
    ['late', []],
  ])('can be asked for %s alone', (state, names) => {
    expect(day().rows('working', { filters: { state } }).names).toEqual(names);
  });
});

describe('sorting', () => {
  test.each<[ListName, string, boolean, string[]]>([
    ['scheduled', 'time', false, ['Anna', 'Cem', 'Ben', 'Cem']],
    ['scheduled', 'time', true, ['Cem', 'Ben', 'Cem', 'Anna']],
    ['scheduled', 'name', false, ['Anna', 'Ben', 'Cem', 'Cem']],
    ['scheduled', 'name', true, ['Cem', 'Cem', 'Ben', 'Anna']],
    ['scheduled', 'company', false, ['Cem', 'Cem', 'Ben', 'Anna']],
    ['scheduled', 'order', true, ['Cem', 'Ben', 'Cem', 'Anna']],
    ['scheduled', 'nonsense', false, ['Anna', 'Cem', 'Ben', 'Cem']],
    ['working', 'name', true, ['Dan', 'Cem', 'Ben', 'Anna']],
    ['working', 'company', false, ['Cem', 'Ben', 'Dan', 'Anna']],
    ['working', 'time', false, ['Dan', 'Anna', 'Cem', 'Ben']],
  ])('%s by %s, down: %s', (list, column, down, names) => {
    expect(desk().rows(list, { sort: { column, down } }).names).toEqual(names);
  });

  test.each<[ListName, string, boolean, string[]]>([
    ['inside', 'since', false, ['Éva', 'Cem', 'Ben']],
    ['inside', 'since', true, ['Ben', 'Cem', 'Éva']],
    ['inside', 'name', false, ['Ben', 'Cem', 'Éva']],
    ['inside', 'company', true, ['Ben', 'Éva', 'Cem']],
    ['granted', 'name', true, ['Cem', 'Ben']],
    ['refused', 'time', false, ['Dan', undefined] as string[]],
    ['refused', 'time', true, [undefined, 'Dan'] as string[]],
  ])('%s by %s, down: %s', (list, column, down, names) => {
    const { rows, journal, clock } = desk();
    const dan = { ...refusal('too_early'), data: { code: 'too_early', workerId: 'dan' } } as ReturnType<typeof refusal>;
    for (const fact of [
      grant('ben', 'b'),
      checkIn('ben'),
      grant('cem', 'c'),
      checkIn('cem'),
      checkIn('eva'),
      dan,
      refusal(),
    ]) {
      clock.advance(1000);
      journal.append([fact]);
    }
    expect(rows(list, { sort: { column, down } }).names).toEqual(names);
  });
});

describe('searching and choosing', () => {
  test.each<[ListName, Partial<ListAsk>, string[]]>([
    ['scheduled', { query: 'kr5j' }, ['Ben']],
    ['scheduled', { query: 'nunez docks' }, ['Ben']],
    ['scheduled', { query: '532-111' }, ['Cem', 'Cem']],
    // A person has two orders: the row is found, not the person alone.
    ['scheduled', { query: 'cem wo-2' }, ['Cem']],
    ['scheduled', { query: 'card 1' }, ['Anna']],
    ['scheduled', { query: '-' }, ['Anna', 'Cem', 'Ben', 'Cem']],
    ['scheduled', { query: 'dan' }, []],
    ['working', { query: 'dan' }, ['Dan']],
    ['working', { query: 'wo-2' }, ['Ben', 'Cem']],
    ['inside', { query: 'nov' }, ['Éva']],
    ['inside', { query: 'ste' }, ['Anna']],
    ['granted', { query: 'anna' }, ['Anna']],
    ['refused', { query: 'dan' }, []],
    ['feed', { query: 'eva' }, ['Éva']],
    ['scheduled', { filters: { clientId: 'client-2' } }, ['Ben', 'Cem']],
    ['scheduled', { filters: { contractorId: 'contractor-2' } }, ['Ben']],
    ['scheduled', { filters: { state: 'inside' } }, ['Anna']],
    ['scheduled', { filters: { state: 'expected', clientId: 'client-2' }, query: 'c' }, ['Cem']],
    ['inside', { filters: { contractorId: 'contractor-1' } }, ['Anna']],
    ['inside', { filters: { clientId: 'client-2' } }, []],
    ['granted', { filters: { state: 'outside' } }, []],
    ['working', { filters: { contractorId: 'contractor-2' } }, ['Ben', 'Dan']],
  ])('%s %j', (list, ask, names) => {
    const { rows, journal } = desk();
    journal.append([grant('anna', 'badge-a'), checkIn('anna'), checkIn('eva')]);
    const found = rows(list, ask);
    expect(found.names).toEqual(names);
    expect(found.total).toBe(names.length);
  });

  test('scrolls on in what was found until an act changes it', () => {
    const { lists, journal, clock } = desk();
    const second = () =>
      lists.page({ list: 'scheduled', query: 'c', offset: 1, limit: 1 }, clock.nowMs()).scheduled?.rows[0];
    expect(second()).toMatchObject({ name: 'Cem Aydın', state: 'expected' });
    journal.append([checkIn('cem')]);
    expect(second()).toMatchObject({ name: 'Cem Aydın', state: 'inside' });
  });
});

test('the counts are kept until an order begins, ends or comes, and are right then', () => {
  const { lists, clock, cache } = desk();
  const scheduled = () => lists.counts(clock.nowMs()).scheduled;
  expect(scheduled()).toBe(4);
  clock.advance(8 * HOUR_MS - 1);
  expect(scheduled()).toBe(4);
  clock.advance(1);
  expect(scheduled()).toBe(2);
  cache.apply([on('dan', 'order-2')], 'c2', true, clock.nowMs());
  expect(scheduled()).toBe(3);
  // A clock set back shows what was then.
  clock.jump(-4 * HOUR_MS);
  expect(scheduled()).toBe(5);
});

describe('G5: people whom another gate of the place saw', () => {
  const seen = (workerId: string, inside: boolean, hours: number): Change =>
    put('presence', `presence-${workerId}`, {
      workerId,
      locationId: 'location-1',
      gateId: 'gate-2',
      inside,
      since: iso(hours),
    });
  const place = () => {
    const all = desk();
    all.journal.append([checkIn('anna')]);
    all.clock.advance(3 * HOUR_MS);
    all.cache.apply([seen('anna', false, 2), seen('ben', true, 2.5), seen('cem', false, 2.9)], 'c2', true, START_MS);
    return all;
  };
  test.each([
    ['in', ['Ben']],
    ['out', ['Anna', 'Cem']],
    ['late', []],
  ])('are %s', (state, names) => {
    const { rows } = place();
    expect(rows('working', { filters: { state } }).names).toEqual(names);
    const all = rows('working').rows as { name: string; state: string }[];
    expect(all.filter((row) => row.state === state).map(({ name }) => name.split(' ')[0])).toEqual(names);
  });
});
