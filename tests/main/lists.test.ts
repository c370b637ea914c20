import { describe, expect, test } from 'vitest';
import type { Fact } from '../../core/event/event.ts';
import { createCache } from '../../main/cache/cache.ts';
import { createLists } from '../../main/view/lists.ts';
import { personCard } from '../../main/view/person.ts';
import { checkIn, checkOut, grant, newHome, openTestStore, refusal, START_MS, presenceOn } from './fixtures.ts';
import { put, SITE } from './site.ts';

const HOUR_MS = 3_600_000;
const SYSTEM = { kind: 'system' } as const;
const page = { query: '', offset: 0, limit: 50 };

const BEN = [
  put('worker', 'ben', { firstName: 'Ben', lastName: 'Núñez' }),
  put('assignment', 'assignment-2', { workOrderId: 'order-1', workerId: 'ben' }),
];

function desk() {
  const store = openTestStore(newHome());
  const cache = createCache(store.db);
  cache.apply([...SITE, ...BEN], 'c1', true, START_MS);
  const { projections } = store.journal;
  let deliveredSeq = 0;
  const presence = presenceOn(store, cache);
  const lists = createLists({
    db: store.db,
    cache,
    projections,
    presence,
    locationId: 'location-1',
    isDelivered: (seq) => seq <= deliveredSeq,
  });
  return { ...store, cache, presence, lists, deliver: (seq: number) => (deliveredSeq = seq) };
}

describe('Scheduled', () => {
  test.each([
    ['before the order begins', -HOUR_MS, ['Anna Kowalska expected', 'Ben Núñez expected']],
    ['after it began', HOUR_MS, ['Anna Kowalska late', 'Ben Núñez late']],
    ['when it has ended', 8 * HOUR_MS, []],
    ['more than a day ahead', -25 * HOUR_MS, []],
  ])('%s', (_what, sinceStartMs, expected) => {
    const rows = desk().lists.page({ list: 'scheduled', ...page }, START_MS + sinceStartMs).scheduled?.rows ?? [];
    expect(rows.map(({ name, state }) => `${name} ${state}`).sort()).toEqual(expected);
  });

  test('says who came in and who has left again', () => {
    const { lists, journal, clock } = desk();
    clock.advance(60_000);
    journal.append([checkIn('anna'), checkIn('ben')]);
    clock.advance(60_000);
    journal.append([checkOut('ben')]);
    const rows = lists.page({ list: 'scheduled', ...page }, clock.nowMs()).scheduled?.rows ?? [];
    expect(rows.map(({ workerId, state }) => [workerId, state])).toEqual(
      expect.arrayContaining([
        ['anna', 'inside'],
        ['ben', 'left'],
      ]),
    );
  });
});

describe('Access granted (D7)', () => {
  test('shows the last 12 h and no longer', () => {
    const { lists, journal } = desk();
    journal.append([grant('anna', 'badge-a'), checkIn('anna')]);
    const at = (ms: number) => lists.page({ list: 'granted', ...page }, START_MS + ms).granted?.rows ?? [];
    expect(at(12 * HOUR_MS)).toMatchObject([
      { name: 'Anna Kowalska', inside: true, orders: [{ number: 'WO-1', clientName: 'Harbour Works' }] },
    ]);
    expect(at(12 * HOUR_MS + 1)).toEqual([]);
  });
});

test('Access granted and Inside name the event that let somebody in (E1)', () => {
  const { lists, journal, cache } = desk();
  const times = { startsAt: '2026-03-02T06:00:00.000Z', endsAt: '2026-03-02T14:00:00.000Z', locationId: 'location-1' };
  const changes = [
    put('booking', 'fair', { ...times, clientId: 'client-1', name: 'Harbour fair', status: 'confirmed' }),
    put('rosterEntry', 'entry-1', { ...times, bookingId: 'fair', workerId: 'anna' }),
  ];
  cache.apply(changes, 'c2', true, START_MS);
  const granted = grant('anna', 'badge-a');
  journal.append([{ ...granted, data: { ...granted.data, workOrderIds: ['entry-1'] } } as Fact, checkIn('anna')]);
  const rows = (list: 'granted' | 'inside') => lists.page({ list, ...page }, START_MS)[list]?.rows ?? [];
  const event = { number: '', title: 'Harbour fair', clientName: 'Harbour Works' };
  expect([rows('granted'), rows('inside')]).toMatchObject([[{ orders: [event] }], [{ orders: [event] }]]);
});

test('Scheduled, its count and Who’s working have the people of a roster at its times, by the event’s name (E1)', () => {
  const { lists, cache } = desk();
  const place = { locationId: 'location-1' };
  const day = { startsAt: '2026-03-02T06:00:00.000Z', endsAt: '2026-03-02T20:00:00.000Z' };
  const evening = { startsAt: '2026-03-02T16:00:00.000Z', endsAt: '2026-03-02T20:00:00.000Z' };
  cache.apply(
    [
      put('worker', 'cleo', { firstName: 'Cleo', lastName: 'Adams' }),
      put('booking', 'fair', { ...place, ...day, clientId: 'client-1', name: 'Harbour fair', status: 'confirmed' }),
      put('rosterEntry', 'entry-1', { ...place, ...evening, bookingId: 'fair', workerId: 'cleo' }),
    ],
    'c2',
    true,
    START_MS,
  );
  const of = (list: 'scheduled' | 'working') =>
    lists.page({ list, ...page, query: 'harbour fair' }, START_MS)[list]?.rows ?? [];
  const order = { number: '', title: 'Harbour fair', clientName: 'Harbour Works' };
  const row = { name: 'Cleo Adams', order, startsAtMs: Date.parse(evening.startsAt) };
  expect([of('scheduled'), of('working')]).toMatchObject([
    [{ ...row, state: 'expected' }],
    [{ ...row, state: 'scheduled' }],
  ]);
  expect(lists.counts(START_MS)).toMatchObject({ scheduled: 3, working: 3 });
});

test('Access granted shows who comes in again by an older grant, and nobody twice', () => {
  const { lists, journal, clock } = desk();
  journal.append([grant('anna', 'badge-a'), checkIn('anna')]);
  clock.advance(20 * HOUR_MS);
  expect(lists.counts(clock.nowMs()).granted).toBe(0);
  journal.append([checkOut('anna'), checkIn('anna')]);
  const rows = lists.page({ list: 'granted', ...page }, clock.nowMs()).granted?.rows ?? [];
  expect(rows).toMatchObject([{ workerId: 'anna', grantedAtMs: START_MS, inside: true }]);
  expect(lists.counts(clock.nowMs()).granted).toBe(1);
});

describe('Inside, refused and the feed', () => {
  const busy = () => {
    const all = desk();
    all.journal.append([
      grant('anna', 'badge-a'),
      checkIn('anna'),
      refusal('too_early'),
      checkIn('ben'),
      checkOut('ben'),
    ]);
    return all;
  };

  test('inside is who came in and did not go out', () => {
    const rows = busy().lists.page({ list: 'inside', ...page }, START_MS).inside?.rows ?? [];
    expect(rows.map(({ name }) => name)).toEqual(['Anna Kowalska']);
  });

  const early = { code: 'too_early', workerId: 'anna', direction: 'in', textHash: 'a'.repeat(64) };
  test.each<[string, Record<string, unknown>, readonly Fact[], number, boolean]>([
    ['the last answer on the way in', {}, [], 0, true],
    ['of the day before', {}, [], 24 * HOUR_MS, false],
    ['the person came in since', {}, [checkIn('anna')], 0, false],
    ['on the way out', { direction: 'out' }, [], 0, false],
    ['that nobody may answer for', { code: 'badge_revoked' }, [], 0, false],
  ])('G6: a refusal can be answered for: %s', (_what, data, since, laterMs, isOpen) => {
    const { lists, journal } = desk();
    journal.append([{ type: 'access.refused', actor: SYSTEM, data: { ...early, ...data } } as Fact, ...since]);
    const rows = lists.page({ list: 'feed', ...page }, START_MS + laterMs).feed?.rows ?? [];
    expect(rows.some((row) => row.isOpen === true)).toBe(isOpen);
  });

  const out = (more: Record<string, unknown>): Fact => {
    const fact = checkOut('anna');
    return { ...fact, data: { ...fact.data, insideMs: HOUR_MS, ...more } } as Fact;
  };
  test.each([
    ['scanned', {}, { insideMs: HOUR_MS }],
    ['said by staff and not seen', { mode: 'manual', estimated: true }, { insideMs: HOUR_MS, estimated: true }],
    ['assumed by the rule', { mode: 'auto' }, { insideMs: HOUR_MS, estimated: true }],
  ])('B7: the time on site of a way out that was %s', (_what, more, facts) => {
    const { lists, journal } = desk();
    journal.append([checkIn('anna'), out(more)]);
    expect(lists.page({ list: 'feed', ...page }, START_MS).feed?.rows[0]?.facts).toEqual(facts);
    expect(lists.historyOf('anna', 1)[0]?.facts).toEqual(facts);
  });

  test('the feed is newest first and tells what central has', () => {
    const { lists, deliver } = busy();
    deliver(3);
    const rows = lists.page({ list: 'feed', ...page }, START_MS).feed?.rows ?? [];
    expect(rows.map(({ kind, delivered }) => [kind, delivered])).toEqual([
      ['goodbye', false],
      ['come_in', false],
      ['refused', true],
      ['come_in', true],
    ]);
  });

  test.each<[Fact, string, string]>([
    [{ type: 'door.forced', actor: SYSTEM, data: { doorId: 'door-1' } }, 'door.forced', 'fault'],
    [
      {
        type: 'door.mode_changed',
        actor: SYSTEM,
        data: { doorId: 'door-1', from: 'normal', to: 'locked_down', why: 'Drill' },
      },
      'door.mode_changed.locked_down',
      'note',
    ],
    [
      { type: 'override.given', actor: SYSTEM, data: { doorId: 'door-1', purpose: 'open_once', reason: 'Parcel' } },
      'override.given.open_once',
      'note',
    ],
  ])('%o is a line that names the door', (fact, type, kind) => {
    const { lists, journal } = desk();
    journal.append([fact]);
    const [row] = lists.page({ list: 'feed', ...page }, START_MS).feed?.rows ?? [];
    expect(row).toMatchObject({ type, kind, part: 'door-1' });
  });

  test('counts agree with their lists', () => {
    const { lists } = busy();
    const counts = lists.counts(START_MS);
    const total = (list: 'scheduled' | 'granted' | 'inside' | 'working' | 'refused') =>
      lists.page({ list, ...page }, START_MS)[list]?.total;
    expect(counts).toEqual({
      scheduled: total('scheduled'),
      granted: total('granted'),
      inside: total('inside'),
      working: total('working'),
      refused: total('refused'),
    });
    expect(counts).toEqual({ scheduled: 2, granted: 1, inside: 1, working: 2, refused: 1 });
  });

  test.each([
    ['nunez', 1],
    ['kowal', 1],
    ['wo-1', 2],
    ['harbour kowalska', 1],
    ['steelfix', 1],
    ['nobody', 0],
  ])('searching Scheduled for %j finds %d', (query, found) => {
    expect(desk().lists.page({ list: 'scheduled', ...page, query }, START_MS).scheduled?.total).toBe(found);
  });

  test('a page is a window on the whole', () => {
    const { lists } = busy();
    const rows = lists.page({ list: 'feed', query: '', offset: 1, limit: 2 }, START_MS).feed;
    expect(rows?.rows.map(({ kind }) => kind)).toEqual(['come_in', 'refused']);
    expect(rows?.total).toBe(4);
  });

  test("a person's card has clients, orders and history", () => {
    const { lists, cache, journal, presence } = busy();
    const parts = {
      cache,
      projections: journal.projections,
      presence,
      locationId: 'location-1',
      scope: () => ['location-1'],
      historyOf: lists.historyOf,
    };
    expect(personCard(parts, 'anna', START_MS)).toMatchObject({
      name: 'Anna Kowalska',
      contractorName: 'Steelfix',
      presence: { inside: true },
      clients: [{ clientName: 'Harbour Works', here: true, induction: { state: 'ok' } }],
      orders: [{ number: 'WO-1', here: true, locationName: 'Riverside' }],
      history: [{ kind: 'come_in' }],
    });
    expect(personCard(parts, 'nobody', START_MS)).toBeNull();
  });
});

describe('G5: people who came in at another gate of the place', () => {
  const OTHERS = [
    put('gate', 'gate-2', { name: 'Goods gate', locationId: 'location-1' }),
    put('presence', 'presence-ben', {
      workerId: 'ben',
      locationId: 'location-1',
      gateId: 'gate-2',
      inside: true,
      since: '2026-03-02T06:10:00.000Z',
    }),
  ];

  test('are in the Inside list with the name of the gate, are counted, and are no longer expected', () => {
    const { lists, cache, journal } = desk();
    journal.append([checkIn('anna')]);
    cache.apply(OTHERS, 'c2', true, START_MS);
    const inside = lists.page({ list: 'inside', ...page }, START_MS).inside;
    expect(inside?.rows.map(({ workerId, gateName }) => [workerId, gateName])).toEqual([
      ['ben', 'Goods gate'],
      ['anna', undefined],
    ]);
    expect(lists.counts(START_MS).inside).toBe(2);
    const scheduled = lists.page({ list: 'scheduled', ...page }, START_MS).scheduled?.rows ?? [];
    expect(scheduled.map(({ state }) => state)).toEqual(['inside', 'inside']);
  });
});
