import { describe, expect, test } from 'vitest';
import type { Change } from '../../core/sync/wire.ts';
import { createCache } from '../../main/cache/cache.ts';
import { joined, matchOf, wordsOf, wordsOfCode } from '../../main/cache/words.ts';
import type { Sqlite } from '../../main/sqlite.ts';
import { newHome, openTestStore, START_MS } from './fixtures.ts';
import { put, SITE } from './site.ts';

const remove = (entity: string, id: string): Change => ({ entity, id, rev: 9, op: 'delete' });

const found = (db: Sqlite, query: string): string[] =>
  db
    .prepare<[string], string>(
      `select p.worker_id from cache.person_text join cache.person p on p.n = person_text.rowid
       where person_text match ? order by p.worker_id`,
    )
    .pluck()
    .all(matchOf(query) ?? '""');

/** The whole directory, but for the numbers that its rows happened to get. */
function dump(db: Sqlite): unknown {
  const rows = (sql: string) => db.prepare(sql).all();
  return {
    people: rows(
      'select worker_id, contractor_id, name, company, words, order_words from cache.person order by worker_id',
    ),
    works: rows(
      'select order_id, client_id, location_id, starts_ms, ends_ms, number, words from cache.work order by 1',
    ),
    shifts: rows(
      `select s.id, p.worker_id, w.order_id, s.location_id, s.starts_ms, s.ends_ms, s.name, s.company, s.number, s.client_id
       from cache.shift s join cache.person p on p.n = s.person join cache.work w on w.n = s.work order by s.id`,
    ),
    dangling: rows('select id from cache.shift where person not in (select n from cache.person)'),
    texts: ['a', 'w', 's', 'c', 'harbour', '6'].map((query) => found(db, query)),
  };
}

const site = (...changes: readonly Change[]) => {
  const { db } = openTestStore(newHome());
  const cache = createCache(db);
  cache.apply(SITE, 'c1', true, START_MS);
  for (const change of changes) cache.apply([change], 'c2', true, START_MS);
  return { db, cache };
};
const worker = (more: Record<string, unknown>, rev = 2) =>
  put('worker', 'anna', { firstName: 'Łucja', lastName: 'Núñez', contractorId: 'contractor-1', ...more }, rev);

describe('people are found by', () => {
  const { db } = site(
    worker({ phone: '+48 600 100 200', vehicles: [{ plate: 'AB 012 CD' }] }),
    put('worker', 'ben', { firstName: 'Ben', lastName: 'Kova' }),
  );
  test.each([
    ['the beginning of a name, without its accents', 'luc', ['anna']],
    ['a name with its accents', 'Núñ', ['anna']],
    ['words in any order', 'nunez łucja', ['anna']],
    ['their company', 'steel', ['anna']],
    ['a plate as it stands', 'AB 012 CD', ['anna']],
    ['a plate without signs', 'ab012cd', ['anna']],
    ['the later part of a plate', '012c', ['anna']],
    ['a telephone number without the country', '600-100-200', ['anna']],
    ['a telephone number in one piece', '600100', ['anna']],
    ['a badge', 'card 1', ['anna']],
    ['the number of their order', 'wo-1', ['anna']],
    ['what their order is called, and for whom', 'steel harb', ['anna']],
    ['nothing that is in the middle of a word', 'ucja', []],
    ['a word of each kind', 'luc 012cd wo1', ['anna']],
    ['nobody, where one of the words is nobody’s', 'luc kova', []],
  ])('%s: %j', (_what, query, expected) => {
    expect(found(db, query)).toEqual(expected);
  });
});

test.each([
  ['AB 012 CD', ['ab', '012', 'cd', 'ab012cd', '012cd', '12']],
  ['WO-7', ['wo', '7', 'wo7']],
  ['', []],
])('the code %j has the words %j', (code, words) => {
  expect(wordsOfCode(code)).toEqual(words);
});
test.each([
  ['"; drop table" *', '"drop"* "table"*'],
  ['محمد  على', '"محمد"* "على"*'],
  ['-', undefined],
  ['', undefined],
])('the query %j asks the index for %j', (query, match) => {
  expect(matchOf(query)).toBe(match);
});
test('a text of words has each once', () => {
  expect(joined(wordsOf('Ann ann Lee'))).toBe(' ann lee');
});

const TIMES = { locationId: 'location-1', startsAt: '2026-03-02T06:00:00.000Z', endsAt: '2026-03-02T14:00:00.000Z' };
const fair = (more: Record<string, unknown>) => ({
  ...TIMES,
  clientId: 'client-1',
  name: 'Harbour fair',
  status: 'confirmed',
  ...more,
});
const line = (workerId: string, startsAt = TIMES.startsAt) => ({ ...TIMES, bookingId: 'fair', workerId, startsAt });
const ROSTER = [put('booking', 'fair', fair({})), put('rosterEntry', 'line', line('anna'))];
test.each([
  ['confirmed', 1],
  ['to_be_confirmed', 0],
  ['cancelled', 0],
  ['completed', 0],
])('E1: a roster’s line of an event that is %s is work to be found and listed: %i', (status, lines) => {
  const { db } = site(...ROSTER, put('booking', 'fair', fair({ status }), 2));
  expect(found(db, 'fair')).toHaveLength(lines);
  expect(dump(db)).toMatchObject({ works: { length: 1 + lines }, shifts: { length: 1 + lines } });
});

/** I7's like for the cache: whatever came in whatever order, the directory is what the entities alone make. */
test.each<[string, Change[]]>([
  ['nothing more', []],
  ['somebody renamed', [worker({})]],
  ['somebody gone', [remove('worker', 'anna')]],
  ['somebody gone and back', [remove('worker', 'anna'), put('worker', 'anna', { firstName: 'A', lastName: 'B' }, 10)]],
  ['a company renamed', [put('contractor', 'contractor-1', { name: 'Ironworks' }, 2)]],
  ['a company gone', [remove('contractor', 'contractor-1')]],
  ['a client renamed', [put('client', 'client-1', { ...client('Docks') }, 2)]],
  ['a badge of somebody else now', [put('worker', 'ben', ben()), put('badge', 'badge-a', badge('ben'), 2)]],
  ['a badge gone', [remove('badge', 'badge-a')]],
  ['an order moved', [put('workOrder', 'order-1', order({ startsAt: '2026-03-02T05:00:00.000Z' }), 2)]],
  ['an order done', [put('workOrder', 'order-1', order({ status: 'completed' }), 2)]],
  ['an order gone', [remove('workOrder', 'order-1')]],
  [
    'an order done and open again',
    [put('workOrder', 'order-1', order({ status: 'completed' }), 2), put('workOrder', 'order-1', order({}), 3)],
  ],
  ['a line of a roster', [put('booking', 'fair', fair({})), put('rosterEntry', 'line', line('anna'))]],
  ['a line before its event', [put('rosterEntry', 'line', line('anna')), put('booking', 'fair', fair({}))]],
  ['a line of its own times', [...ROSTER, put('rosterEntry', 'line', line('anna', '2026-03-02T09:00:00.000Z'), 2)]],
  ['a line given to another', [put('worker', 'ben', ben()), ...ROSTER, put('rosterEntry', 'line', line('ben'), 2)]],
  ['a line gone', [...ROSTER, remove('rosterEntry', 'line')]],
  ['an event renamed', [...ROSTER, put('booking', 'fair', fair({ name: 'Yard fair' }), 2)]],
  ['an event called off', [...ROSTER, put('booking', 'fair', fair({ status: 'cancelled' }), 2)]],
  ['an event gone', [...ROSTER, remove('booking', 'fair')]],
  ['the client of an event renamed', [...ROSTER, put('client', 'client-1', client('Docks'), 2)]],
  ['an assignment gone', [remove('assignment', 'assignment-1')]],
  ['an assignment before its worker', [put('assignment', 'x', on('ben')), put('worker', 'ben', ben())]],
  ['an assignment given to another', [put('worker', 'ben', ben()), put('assignment', 'assignment-1', on('ben'), 2)]],
])('%s: the directory is what the entities make', (_what, changes) => {
  const { db } = site(...changes);
  const kept = dump(db);
  db.exec(`delete from cache.state where key = 'directory'`);
  createCache(db);
  expect(kept).toEqual(dump(db));
});

test('whoever a pull from the start no longer brings is no longer found', () => {
  const { db, cache } = site();
  cache.restart();
  cache.apply(SITE.slice(0, 5), 'c3', true, START_MS);
  expect(found(db, 'anna')).toEqual([]);
  expect(dump(db)).toMatchObject({ people: [], works: [], shifts: [] });
});

function ben() {
  return { firstName: 'Ben', lastName: 'Kova', contractorId: 'contractor-1' };
}
function client(name: string) {
  return { name, requiresWorkerRegistration: true, requiresCheckIn: true };
}
function badge(workerId: string) {
  return { kind: 'opaque', workerId, code: 'CARD-1' };
}
function on(workerId: string) {
  return { workOrderId: 'order-1', workerId };
}
function order(more: Record<string, unknown>) {
  return { ...(SITE.find(({ id }) => id === 'order-1') as { data: Record<string, unknown> }).data, ...more };
}
