import { describe, expect, test } from 'vitest';
import type { WorkerFilters } from '../../../preload/worker-views.ts';
import { createCache } from '../../../main/cache/cache.ts';
import type { Ground } from '../../../main/ground.ts';
import { createDelivery } from '../../../main/sync/delivery.ts';
import { withWishes } from '../../../main/wishes/wished-cache.ts';
import { createWishes } from '../../../main/wishes/wishes.ts';
import { createWorkers } from '../../../main/workers/workers.ts';
import { countedIds, IDENTITY, newHome, openTestStore, START_MS } from '../fixtures.ts';
import { put, SITE } from '../site.ts';

const DONE = { status: 'complete' };
const MISSING = { status: 'missing' };
const soon = new Date(START_MS + 86_400_000).toISOString();
const client = (id: string, name: string, requiresWorkerRegistration = true, requiresCheckIn = true) =>
  put('client', id, { name, requiresWorkerRegistration, requiresCheckIn });
const place = (id: string, name: string, clientIds: string[], requiresCheckIn = true) =>
  put('location', id, { name, clientIds, timeZone: 'Europe/Warsaw', requiresCheckIn }, 2);
const worker = (id: string, name: string, more: object = {}) => {
  const [firstName, lastName] = name.split(' ');
  return put('worker', id, { firstName, lastName, ...more });
};
const connection = (workerId: string, clientId: string, more: object = {}) =>
  put('connection', `${workerId}-${clientId}`, {
    workerId,
    clientId,
    assessment: DONE,
    induction: DONE,
    credential: DONE,
    ...more,
  });
const user = (id: string, role: string, locationIds: string[]) =>
  put('user', id, { name: id, role, status: 'active', locationIds });

/** Anna is connected to Harbour Works everywhere (`SITE`); dock and mill are its other locations, the mill nobody's here. */
const PEOPLE = [
  place('location-1', 'Riverside', ['client-1', 'client-2', 'client-3', 'client-4']),
  place('dock', 'Dock', ['client-1'], false),
  place('mill', 'Mill', ['client-1', 'client-2']),
  client('client-2', 'Kestrel'),
  client('client-3', 'Tidewater', false, false),
  client('client-4', 'Orchard', true, false),
  worker('ben', 'Ben Carter', { keptAt: ['location-1'] }),
  worker('cas', 'Cas Novak', { email: 'cas@example.com' }),
  connection('cas', 'client-1', { locationIds: ['dock'], induction: MISSING }),
  worker('dee', 'Dee Olsen'),
  connection('dee', 'client-1', { locationIds: ['mill'] }),
  connection('dee', 'client-2', { induction: { ...DONE, validUntil: soon } }),
  worker('eve', 'Eve Elsewhere'),
  put('presence', 'p-eve', { workerId: 'eve', locationId: 'dock', gateId: 'g', inside: true, since: soon }),
  worker('vic', 'Vic Visitor', { visitor: true }),
  user('sup', 'supervisor', ['location-1', 'dock']),
  user('contact', 'client_contact', ['location-1']),
];

function desk() {
  const store = openTestStore(newHome());
  const { db, journal, clock } = store;
  const told = createCache(db);
  told.apply([...SITE, ...PEOPLE], 'c1', true, START_MS);
  const delivery = createDelivery(db);
  const wishes = createWishes(db, delivery);
  const session = { userId: 'sup' };
  const ground = {
    db,
    clock,
    journal,
    wishes,
    identity: { ...IDENTITY, centralUrl: 'https://central.example/', deviceToken: 't' },
    cache: withWishes(told, wishes),
    breathe: () => Promise.resolve(),
    newId: countedIds(),
    actor: () => ({ kind: 'user', userId: session.userId }),
    append(facts: Parameters<Ground['append']>[0]) {
      const written = journal.append(facts);
      wishes.look();
      return written;
    },
  } as unknown as Parameters<typeof createWorkers>[0];
  const workers = createWorkers(ground);
  const list = (filters: Partial<WorkerFilters> = {}, offset = 0, limit = 100) =>
    workers.list({ query: '', ...filters, offset, limit });
  return {
    workers,
    session,
    list,
    names: async (filters: Partial<WorkerFilters> = {}) => (await list(filters)).rows.map(({ name }) => name),
    row: async (name: string) => (await list()).rows.find((one) => one.name === name),
    types: () => journal.read(0, 10).map(({ type }) => type),
    reject(seq: number, code: string) {
      delivery.note(seq, [{ id: 'e', status: 'rejected', code, detail: '' }], START_MS);
      delivery.remember({ settledTo: seq, setAside: [] });
      wishes.look();
    },
    clear: (seq: number) =>
      ground.append([
        { type: 'tray.cleared', actor: ground.actor(), data: { eventId: 'e', seq, outcome: 'seen', reason: 'Read' } },
      ]),
  };
}
const add = (workerId: string, clientId: string, locationIds?: string[], noticeSeen = false) => ({
  worker: { workerId },
  clientId,
  ...(locationIds ? { locationIds } : {}),
  noticeSeen,
});

describe('A1: the list of workers', () => {
  test('has everybody of this place with their clients and how they stand', async () => {
    const { rows, total } = await desk().list();
    expect(rows.map(({ name, clients, state }) => [name, clients.join(), state])).toEqual([
      ['Anna Kowalska', 'Harbour Works', 'ok'],
      ['Ben Carter', '', 'unconnected'],
      ['Cas Novak', 'Harbour Works', 'bad'],
      ['Dee Olsen', 'Kestrel', 'ending'],
    ]);
    expect(total).toBe(4);
  });

  test.each<[string, Partial<WorkerFilters>, string[]]>([
    ['a name', { query: 'cart' }, ['Ben Carter']],
    ['a company’s name', { query: 'steelf' }, ['Anna Kowalska']],
    ['a contractor', { contractorId: 'contractor-1' }, ['Anna Kowalska']],
    ['a client', { clientId: 'client-2' }, ['Dee Olsen']],
    ['a location, with those connected everywhere', { locationId: 'dock' }, ['Anna Kowalska', 'Cas Novak']],
    ['a location of somebody else', { locationId: 'mill' }, []],
    ['in order', { state: 'ok' }, ['Anna Kowalska']],
    ['ending', { state: 'ending' }, ['Dee Olsen']],
    ['not in order', { state: 'bad' }, ['Cas Novak']],
    ['no client', { state: 'unconnected' }, ['Ben Carter']],
    ['two at once', { state: 'bad', locationId: 'location-1' }, []],
  ])('is narrowed to %s', async (_what, filters, expected) => {
    expect(await desk().names(filters)).toEqual(expected);
  });

  test('is read in pages', async () => {
    const { list } = desk();
    const pages = [await list({}, 2, 1), await list({ query: 'e' }, 1, 1)];
    expect(pages.map(({ rows }) => rows[0]?.name)).toEqual(['Cas Novak', undefined]);
  });

  test('C1: a client’s contact sees connections at the own locations alone', async () => {
    const { session, row, workers } = desk();
    session.userId = 'contact';
    expect(await row('Cas Novak')).toMatchObject({ clients: [], state: 'unconnected' });
    expect(workers.one('cas')?.connections).toEqual([]);
  });
});

describe('A2: a worker’s page', () => {
  test('has each connection with its locations, its lights and whether they are checked in there', () => {
    const { workers } = desk();
    expect(workers.one('anna')?.connections).toMatchObject([
      {
        clientName: 'Harbour Works',
        everywhere: true,
        places: [
          { name: 'Dock', checkIn: false },
          { name: 'Riverside', checkIn: true },
        ],
        induction: { state: 'ok' },
        canDelete: false,
      },
    ]);
    expect(workers.one('cas')).toMatchObject({ email: 'cas@example.com', connections: [{ canDelete: true }] });
    expect(workers.one('ben')).toMatchObject({ state: 'unconnected', unneeded: ['Tidewater'] });
    expect(workers.one('nobody')).toBeNull();
  });
});

describe('A3: a connection is added', () => {
  test('A4: after the notice, and is shown at once as waiting', async () => {
    const { workers, row, types } = desk();
    expect(workers.add(add('ben', 'client-1', ['dock']))).toEqual({ came: 'notice' });
    expect(types()).toEqual([]);
    expect(workers.add(add('ben', 'client-1', ['dock'], true))).toMatchObject({ came: 'added', hasAddress: false });
    expect(await row('Ben Carter')).toMatchObject({ clients: ['Harbour Works'], state: 'bad', waiting: true });
    expect(workers.one('ben')?.connections).toMatchObject([{ places: [{ name: 'Dock' }], waiting: true }]);
  });

  test.each<[string, string, string, string[] | undefined, string]>([
    ['A4: no notice where the client wants no check-in', 'ben', 'client-4', undefined, 'added'],
    ['A4: none for a further location', 'cas', 'client-1', ['location-1'], 'added'],
    ['A6: none is needed', 'ben', 'client-3', undefined, 'none_needed'],
    ['connected there already', 'cas', 'client-1', ['dock'], 'nothing_new'],
    ['C1: not all locations where one is somebody else’s', 'ben', 'client-1', undefined, 'gone'],
    ['C1: nor that one', 'ben', 'client-1', ['mill'], 'gone'],
    ['not at a location of another client', 'ben', 'client-4', ['dock'], 'gone'],
    ['a worker who is gone', 'nobody', 'client-4', undefined, 'gone'],
  ])('%s', (_what, workerId, clientId, locationIds, came) => {
    const { workers, types } = desk();
    expect(workers.add(add(workerId, clientId, locationIds)).came).toBe(came);
    expect(types()).toEqual(came === 'added' ? ['connection.added'] : []);
  });

  test('a further location joins the connection that is there', () => {
    const { workers } = desk();
    workers.add(add('cas', 'client-1', ['location-1']));
    expect(workers.one('cas')?.connections.map(({ places }) => places.map(({ name }) => name))).toEqual([
      ['Dock', 'Riverside'],
    ]);
  });

  test('a new worker stands first, is found, and is gone again with the reason when central refuses', async () => {
    const { workers, names, row, reject, clear } = desk();
    const person = { firstName: 'Zoe', lastName: 'Abel', contractorId: 'contractor-1', email: 'zoe@example.com' };
    const came = workers.add({ worker: person, clientId: 'client-4', noticeSeen: false });
    expect(came).toMatchObject({ came: 'added', hasAddress: true });
    expect([(await names())[0], await names({ query: 'zoe' }), await names({ state: 'bad' })]).toEqual([
      'Zoe Abel',
      ['Zoe Abel'],
      ['Zoe Abel', 'Cas Novak'],
    ]);
    expect(await row('Zoe Abel')).toMatchObject({ contractorName: 'Steelfix', waiting: true });
    reject(1, 'unknown_client');
    expect(await names({ query: 'zoe' })).toEqual([]);
    expect(workers.refused()).toMatchObject([{ what: 'added', name: 'Zoe Abel', code: 'unknown_client', seq: 1 }]);
    clear(1);
    expect(workers.refused()).toEqual([]);
  });

  test('the form has the clients of this place, with the user’s own locations', () => {
    const { workers } = desk();
    expect(workers.form('cas').clients).toMatchObject([
      {
        name: 'Harbour Works',
        canAll: false,
        places: [
          { id: 'dock', connected: true },
          { id: 'location-1', connected: false },
        ],
      },
      { name: 'Kestrel', canAll: false, places: [{ id: 'location-1' }] },
      { name: 'Orchard', canAll: true },
      { name: 'Tidewater', canAll: true },
    ]);
  });
});

describe('A3: a connection is deleted', () => {
  test('at once, and is back when central refuses', async () => {
    const { workers, row, reject } = desk();
    expect(workers.remove('cas-client-1')).toEqual({ came: 'deleted' });
    expect(await row('Cas Novak')).toMatchObject({ clients: [], state: 'unconnected', waiting: true });
    reject(1, 'actor_not_allowed');
    expect(await row('Cas Novak')).toMatchObject({ clients: ['Harbour Works'], waiting: false });
    expect(workers.refused()).toMatchObject([{ what: 'deleted', clientName: 'Harbour Works' }]);
  });

  test.each([
    ['not one that also holds elsewhere (C1)', 'connection-1', 'not_own'],
    ['not one that is gone', 'nothing', 'gone'],
  ])('%s', (_what, id, came) => {
    expect(desk().workers.remove(id)).toEqual({ came });
  });
});
