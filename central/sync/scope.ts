/**
 * Which locations are told of a record. A gate gets what it needs to decide at its own door, and nobody else's people:
 * - a worker (with badges, assignments, certificates) when connected to a client of the location, or assigned, rostered or placed there;
 * - of that worker's connections, those to clients of the location; of the work orders, all, because "wrong place" names the right one;
 * - a worker whom a desk of the location added, or whose last connection it took away, so that one can be added (again) there (A2);
 * - names of organisations and other locations once such a record mentions them; these stay, since they are about nobody;
 * - names of all locations of the location's clients, because a connection is made for some or all of them (A3);
 * - the keys by which the computers of the location's gates know each other;
 * - bookings, rosters and messages of the location;
 * - orders, placements and timesheets of the location and of those that somebody looks after together with it (C1): they carry the
 *   names of the people, whose own records stay where they were;
 * - who is inside, with the name, also at the other locations of somebody who looks after both (B1, C1): see `locationsSharing`.
 * A badge alone brings nobody to a gate: otherwise every gate would hold every badge holder. A temporary pass does, to its own place.
 */
import { isDeepStrictEqual } from 'node:util';
import type { EntityName, EntityOf, Worker } from '../../core/site/entities.ts';
import type { Rows, StoredRecord } from '../store/store.ts';
import { locationsSharing } from './sharing.ts';

export async function locationsSeeing(rows: Rows, record: StoredRecord): Promise<ReadonlySet<string>> {
  const { id, data } = record;
  const of = <N extends EntityName>(_name: N) => data as unknown as EntityOf<N>;
  switch (record.entity) {
    case 'location':
      return new Set([
        id,
        ...(await locationsBeside(rows, of('location').clientIds)),
        ...(await rows.feed.holders('location', id)),
      ]);
    case 'client':
      return new Set([...(await locationsOfClient(rows, id)), ...(await rows.feed.holders('client', id))]);
    case 'contractor':
      return new Set(await rows.feed.holders('contractor', id));
    case 'gate':
      return new Set([of('gate').locationId, ...(await rows.feed.holders('gate', id))]);
    case 'policy':
    case 'activity':
    case 'booking':
    case 'rosterEntry':
    case 'message':
    case 'peer':
      return new Set([of('policy').locationId]);
    case 'order':
    case 'placement':
    case 'timesheet': {
      const { locationId } = of('order');
      return new Set([locationId, ...(await locationsSharing(rows, locationId))]);
    }
    case 'presence':
      return locationsOfPresence(rows, of('presence'));
    case 'document':
      return locationsOfDocument(rows, of('document'));
    case 'user':
      return new Set(of('user').locationIds);
    case 'issuerKey':
      return new Set((await rows.records.all('location')).map((location) => location.id));
    case 'worker':
      return new Set([...(await locationsOfWorker(rows, id)), ...(await locationsWatching(rows, id))]);
    case 'badge':
    case 'assignment':
      return locationsOfWorker(rows, of('badge').workerId);
    case 'connection': {
      const ofClient = new Set(await locationsOfClient(rows, of('connection').clientId));
      return new Set(
        [...(await locationsOfWorker(rows, of('connection').workerId))].filter((one) => ofClient.has(one)),
      );
    }
    case 'workOrder': {
      const seeing = new Set([of('workOrder').locationId]);
      for (const assignment of await rows.records.referring('assignment', 'workOrderId', id)) {
        for (const one of await locationsOfWorker(rows, String(assignment.data['workerId']))) seeing.add(one);
      }
      return seeing;
    }
  }
}

/** Records that come into a location's sight together with this one: organisations and places that it names. */
export function namedBy({ entity, data }: StoredRecord): { readonly entity: EntityName; readonly id: string }[] {
  const named = (name: EntityName, id: unknown) => (typeof id === 'string' ? [{ entity: name, id }] : []);
  if (entity === 'worker') return named('contractor', data['contractorId']);
  if (entity === 'workOrder') return [...named('location', data['locationId']), ...named('client', data['clientId'])];
  if (entity === 'presence') return [...named('location', data['locationId']), ...named('gate', data['gateId'])];
  if (entity === 'activity') return named('gate', data['gateId']);
  if (entity === 'order' || entity === 'timesheet')
    return [...named('location', data['locationId']), ...named('client', data['clientId'])];
  return [];
}

/**
 * Somebody's being somewhere shows the name elsewhere only while inside, and where somebody looks after both places: as long as
 * that stays, so does who sees the person.
 */
export async function leavesSightAlone(rows: Rows, record: StoredRecord, before?: StoredRecord): Promise<boolean> {
  if (record.entity === 'user') return before !== undefined && looksAfterTheSame(record.data, before.data);
  if (record.entity !== 'presence') return false;
  if ((before?.data['inside'] ?? false) === record.data['inside']) return true;
  return (await locationsSharing(rows, String(record.data['locationId']))).length === 0;
}

const looksAfterTheSame = (now: StoredRecord['data'], before: StoredRecord['data']): boolean =>
  ['role', 'status', 'locationIds'].every((field) => isDeepStrictEqual(now[field], before[field]));

/** Reads in one go what `locationsSeeing` and `movedBy` ask of people. */
export async function readPeopleAhead(rows: Rows, workerIds: readonly string[]): Promise<void> {
  const here = (await present(rows, 'worker', workerIds)).map(({ id }) => id);
  for (const entity of ['connection', 'badge', 'assignment', 'rosterEntry', 'placement', 'presence'] as const)
    await rows.records.readReferringAhead(entity, 'workerId', here);
  await rows.feed.readAhead('worker', here);
}

/** Records whose sight may change when this one is written or removed. */
export async function movedBy(rows: Rows, { entity, id, data }: StoredRecord): Promise<StoredRecord[]> {
  switch (entity) {
    case 'badge':
      return data['pass'] === undefined ? [] : bundleOf(rows, String(data['workerId']));
    case 'connection':
    case 'assignment':
    case 'rosterEntry':
    case 'placement':
      return bundleOf(rows, String(data['workerId']));
    case 'presence':
      return present(rows, 'worker', [String(data['workerId'])]);
    case 'user':
      return [
        ...(await insideAt(rows, data['locationIds'] as readonly string[])),
        ...(await portalAt(rows, data['locationIds'] as readonly string[])),
      ];
    case 'workOrder': {
      const assignments = await rows.records.referring('assignment', 'workOrderId', id);
      return bundlesOf(
        rows,
        assignments.map((assignment) => String(assignment.data['workerId'])),
      );
    }
    case 'location': {
      const clients = await present(rows, 'client', data['clientIds'] as readonly string[]);
      const connections = await allReferring(
        rows,
        'connection',
        'clientId',
        clients.map((client) => client.id),
      );
      const workerIds = connections.map((connection) => String(connection.data['workerId']));
      const beside = await present(
        rows,
        'location',
        await locationsBeside(rows, data['clientIds'] as readonly string[]),
      );
      return [...clients, ...beside, ...(await rows.records.all('issuerKey')), ...(await bundlesOf(rows, workerIds))];
    }
    default:
      return [];
  }
}

async function locationsOfClient(rows: Rows, clientId: string): Promise<string[]> {
  return (await rows.records.referring('location', 'clientIds', clientId)).map((location) => location.id);
}

/** The locations that share a client with one of these clients. */
async function locationsBeside(rows: Rows, clientIds: readonly string[]): Promise<string[]> {
  return [...new Set((await allReferring(rows, 'location', 'clientIds', clientIds)).map(({ id }) => id))];
}

async function locationsOfWorker(rows: Rows, workerId: string): Promise<ReadonlySet<string>> {
  const worker = (await rows.records.get('worker', workerId))?.data as Worker | undefined;
  const locationIds = new Set<string>(worker?.keptAt);
  const clientIds = (await rows.records.referring('connection', 'workerId', workerId)).map((one) =>
    String(one.data['clientId']),
  );
  for (const clientId of new Set(clientIds)) {
    for (const locationId of await locationsOfClient(rows, clientId)) locationIds.add(locationId);
  }
  for (const { data } of await rows.records.referring('badge', 'workerId', workerId)) {
    const pass = data['pass'] as { readonly locationId: string } | undefined;
    if (pass) locationIds.add(pass.locationId);
  }
  for (const order of await ordersOfWorker(rows, workerId)) locationIds.add(String(order.data['locationId']));
  for (const entity of ['rosterEntry', 'placement'] as const) {
    for (const one of await rows.records.referring(entity, 'workerId', workerId))
      locationIds.add(String(one.data['locationId']));
  }
  return locationIds;
}

/** Who is inside is for everybody who looks after the place; who has left matters to its own gates alone. */
async function locationsOfPresence(rows: Rows, presence: EntityOf<'presence'>): Promise<ReadonlySet<string>> {
  const { locationId, inside } = presence;
  return new Set([locationId, ...(inside ? await locationsSharing(rows, locationId) : [])]);
}

/** Where somebody's being inside elsewhere is shown, and so the name. */
async function locationsWatching(rows: Rows, workerId: string): Promise<string[]> {
  const presences = await rows.records.referring('presence', 'workerId', workerId);
  const watching: string[] = [];
  for (const { data } of presences) {
    if (data['inside'] === true) watching.push(...(await locationsSharing(rows, String(data['locationId']))));
  }
  return watching;
}

/** Who is inside at a user's locations, with their names. */
async function insideAt(rows: Rows, locationIds: readonly string[]): Promise<StoredRecord[]> {
  const all = await allReferring(rows, 'presence', 'locationId', locationIds);
  const inside = all.filter(({ data }) => data['inside'] === true);
  const workerIds = inside.map(({ data }) => String(data['workerId']));
  return [...inside, ...(await present(rows, 'worker', workerIds))];
}

/** C1: what is shown at a user's other locations. Timesheets of long ago come when they change. */
async function portalAt(rows: Rows, locationIds: readonly string[]): Promise<StoredRecord[]> {
  const found: StoredRecord[] = [];
  for (const locationId of locationIds) {
    for (const entity of ['order', 'placement'] as const)
      found.push(...(await rows.records.referring(entity, 'locationId', locationId)));
    const sheets = await rows.records.referring('timesheet', 'locationId', locationId);
    found.push(
      ...sheets.toSorted((a, b) => (String(a.data['day']) < String(b.data['day']) ? 1 : -1)).slice(0, MOST_SHEETS),
    );
  }
  return found;
}
const MOST_SHEETS = 2000;

/** A worker's certificate goes wherever the worker does; everything else names its place. */
async function locationsOfDocument(rows: Rows, document: EntityOf<'document'>): Promise<ReadonlySet<string>> {
  const { kind, id } = document.subject;
  if (kind === 'worker') return locationsOfWorker(rows, id);
  if (kind === 'location') return new Set([id]);
  const subject = await rows.records.get(kind === 'work_order' ? 'workOrder' : 'booking', id);
  const locationId = subject?.data['locationId'] ?? document.locationId;
  return new Set(typeof locationId === 'string' ? [locationId] : []);
}

async function ordersOfWorker(rows: Rows, workerId: string): Promise<StoredRecord[]> {
  const assignments = await rows.records.referring('assignment', 'workerId', workerId);
  return present(
    rows,
    'workOrder',
    assignments.map((assignment) => String(assignment.data['workOrderId'])),
  );
}

/** A worker with everything that follows the worker into sight and out of it. */
async function bundleOf(rows: Rows, workerId: string): Promise<StoredRecord[]> {
  return [
    ...(await present(rows, 'worker', [workerId])),
    ...(await rows.records.referring('badge', 'workerId', workerId)),
    ...(await rows.records.referring('connection', 'workerId', workerId)),
    ...(await rows.records.referring('assignment', 'workerId', workerId)),
    ...(await rows.records.referring('document', 'subject', workerId)),
    ...(await ordersOfWorker(rows, workerId)),
  ];
}

async function bundlesOf(rows: Rows, workerIds: readonly string[]): Promise<StoredRecord[]> {
  const bundles: StoredRecord[] = [];
  for (const workerId of new Set(workerIds)) bundles.push(...(await bundleOf(rows, workerId)));
  return bundles;
}

async function allReferring(
  rows: Rows,
  entity: EntityName,
  field: string,
  targets: readonly string[],
): Promise<StoredRecord[]> {
  const found: StoredRecord[] = [];
  await rows.records.readReferringAhead(entity, field, targets);
  for (const target of targets) found.push(...(await rows.records.referring(entity, field, target)));
  return found;
}

async function present(rows: Rows, entity: EntityName, ids: readonly string[]): Promise<StoredRecord[]> {
  const found: StoredRecord[] = [];
  await rows.records.readAhead(entity, ids);
  for (const id of new Set(ids)) {
    const record = await rows.records.get(entity, id);
    if (record) found.push(record);
  }
  return found;
}
