import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { ok } from '../../core/result.ts';
import type { Change } from '../../core/sync/wire.ts';
import { createCache } from '../../main/cache/cache.ts';
import { createGather } from '../../main/cache/dossier.ts';
import { searchable } from '../../main/cache/look-up.ts';
import { checkIn, grant, newHome, openTestStore, START_MS, presenceOn } from './fixtures.ts';
import { put, SITE } from './site.ts';

const cacheOn = (home = newHome()) => {
  const store = openTestStore(home);
  return { ...store, cache: createCache(store.db) };
};

describe('changes', () => {
  test('are found by id, by person and by reference', () => {
    const { cache } = cacheOn();
    cache.apply(SITE, 'c1', true, START_MS);
    expect(cache.get('worker', 'anna')).toMatchObject({ firstName: 'Anna' });
    expect(cache.byWorker('connection', 'anna')).toHaveLength(1);
    expect(cache.byRef('badge', 'CARD-1')).toMatchObject([{ id: 'badge-a', workerId: 'anna' }]);
    expect(cache.byRef('policy', 'location-1')).toMatchObject([{ grantHours: 24 }]);
    expect([cache.cursor(), cache.completeAtMs()]).toEqual(['c1', START_MS]);
  });

  test.each<[string, Change[], unknown]>([
    [
      'a newer revision replaces',
      [put('contractor', 'c', { name: 'Old' }, 1), put('contractor', 'c', { name: 'New' }, 2)],
      'New',
    ],
    [
      'an older revision does not',
      [put('contractor', 'c', { name: 'New' }, 2), put('contractor', 'c', { name: 'Old' }, 1)],
      'New',
    ],
    [
      'a deletion removes',
      [put('contractor', 'c', { name: 'X' }, 1), { entity: 'contractor', id: 'c', rev: 2, op: 'delete' }],
      undefined,
    ],
    [
      'a late deletion does not',
      [put('contractor', 'c', { name: 'X' }, 3), { entity: 'contractor', id: 'c', rev: 2, op: 'delete' }],
      'X',
    ],
  ])('%s', (_what, changes, name) => {
    const { cache } = cacheOn();
    cache.apply(changes, 'c1', true, START_MS);
    expect(cache.get('contractor', 'c')?.name).toBe(name);
  });

  test('one record that does not fit is left out and told; the others are stored', () => {
    const { cache } = cacheOn();
    const { applied, refused } = cache.apply([put('worker', 'x', { firstName: 7 }), ...SITE], 'c1', true, START_MS);
    expect(applied).toBe(SITE.length);
    expect(refused).toMatchObject([{ entity: 'worker', id: 'x' }]);
  });

  test('an entity of a newer central is passed over', () => {
    const { cache } = cacheOn();
    expect(cache.apply([put('hologram', 'h', { any: 1 })], 'c1', true, START_MS)).toEqual({ applied: 1, refused: [] });
  });
});

test('forgetting people leaves places and rules, and nothing of anybody in the file', () => {
  const home = newHome();
  const { cache } = cacheOn(home);
  cache.apply(SITE, 'c1', true, START_MS);
  cache.forgetPeople();
  expect([cache.all('worker'), cache.all('badge'), cache.all('workOrder')]).toEqual([[], [], []]);
  expect(cache.get('location', 'location-1')).toBeDefined();
  expect([cache.cursor(), cache.completeAtMs()]).toEqual([undefined, undefined]);
  const left = readdirSync(home, { recursive: true, encoding: 'utf8' }).filter((file) => /cache/.test(file));
  expect(left.length).toBeGreaterThan(0);
  for (const file of left) expect(readFileSync(path.join(home, file)).includes('Anna')).toBe(false);
});

describe('a pull from the start', () => {
  test('leaves the old copy in use until it is complete, then drops what is gone', () => {
    const { cache } = cacheOn();
    cache.apply(SITE, 'c1', true, START_MS);
    cache.restart();
    expect(cache.cursor()).toBeUndefined();
    cache.apply(SITE.slice(0, 3), 'c2', false, START_MS + 1);
    expect(cache.get('worker', 'anna')).toBeDefined();
    expect(cache.completeAtMs()).toBe(START_MS);
    cache.apply([], 'c3', true, START_MS + 2);
    expect(cache.get('worker', 'anna')).toBeUndefined();
    expect(cache.get('location', 'location-1')).toBeDefined();
    expect(cache.completeAtMs()).toBe(START_MS + 2);
  });
});

describe('gathering', () => {
  const gatherOn = () => {
    const store = cacheOn();
    store.cache.apply(SITE, 'c1', true, START_MS);
    const { cache, journal } = store;
    const presence = presenceOn(store, cache);
    const { projections } = journal;
    return { ...store, gather: createGather({ cache, projections, presence, locationId: 'location-1' }) };
  };
  const ask = { laneDirection: 'both', nowMs: START_MS + 60_000 } as const;

  test('brings all that the rules may look at', () => {
    const { gather, journal } = gatherOn();
    journal.append([grant('anna', 'badge-a'), checkIn('anna')]);
    expect(gather({ ...ask, credential: ok({ kind: 'opaque', code: 'CARD-1' }) })).toMatchObject({
      worker: { id: 'anna' },
      badge: { id: 'badge-a' },
      grant: { badgeId: 'badge-a' },
      presence: { inside: true },
      connections: [{ clientId: 'client-1' }],
      workOrders: [{ number: 'WO-1' }],
      location: { id: 'location-1' },
      clients: [{ id: 'client-1' }],
      dataAgeMs: 60_000,
    });
  });

  test('brings the lines of rosters that name the person, with their events (E1)', () => {
    const { gather, cache } = gatherOn();
    const times = {
      startsAt: '2026-03-02T06:00:00.000Z',
      endsAt: '2026-03-02T14:00:00.000Z',
      locationId: 'location-1',
    };
    const booking = { ...times, clientId: 'client-1', name: 'Summer fair', status: 'confirmed' };
    const entry = { ...times, bookingId: 'fair', workerId: 'anna' };
    const changes = [
      put('booking', 'fair', booking),
      put('rosterEntry', 'entry-1', entry),
      put('rosterEntry', 'entry-2', { ...entry, workerId: 'ben' }),
      put('rosterEntry', 'entry-3', { ...entry, bookingId: 'not-here' }),
    ];
    cache.apply(changes, 'c2', true, START_MS);
    const found = gather({ ...ask, credential: ok({ kind: 'opaque', code: 'CARD-1' }) })?.roster;
    expect(found).toMatchObject([{ entry: { id: 'entry-1' }, booking: { name: 'Summer fair' } }]);
  });

  test.each([
    ['an unknown card', ok({ kind: 'opaque', code: 'NOT-THERE' } as const)],
    ['an unreadable text', { ok: false, fault: 'unreadable' } as const],
    [
      'a signed badge of somebody not in the cache',
      ok({ kind: 'signed', badgeId: 'b', workerId: 'zoe', keyId: 'k' } as const),
    ],
  ])('%s has no person', (_what, credential) => {
    const { gather } = gatherOn();
    expect(gather({ ...ask, credential })?.worker).toBeUndefined();
  });

  test('the place is read again when it changed, and unknown before the first pull', () => {
    const store = cacheOn();
    const { cache, journal } = store;
    const presence = presenceOn(store, cache);
    const gather = createGather({ cache, projections: journal.projections, presence, locationId: 'location-1' });
    const credential = ok({ kind: 'opaque', code: 'CARD-1' } as const);
    expect(gather({ ...ask, credential })).toBeUndefined();
    cache.apply(SITE, 'c1', true, START_MS);
    expect(gather({ ...ask, credential })?.policy.antiPassback).toBe('refuse');
    cache.apply(
      [put('policy', 'policy-1', { locationId: 'location-1', antiPassback: 'off' }, 2)],
      'c2',
      true,
      START_MS,
    );
    expect(gather({ ...ask, credential })?.policy.antiPassback).toBe('off');
  });
});

test.each([
  ['Łukasz', 'lukasz'],
  ['José Núñez', 'jose nunez'],
  ['ΑΝΝΑ', 'αννα'],
])('%s is found by typing %s', (name, typed) => {
  expect(searchable(name)).toBe(typed);
});
