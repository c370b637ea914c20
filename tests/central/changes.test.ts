import { describe, expect, test } from 'vitest';
import { demoId } from '../../central/demo/id.ts';
import { orderIdOf } from '../../central/demo/orders.ts';
import { workerIdOf } from '../../central/demo/people.ts';
import { EASTFIELD, HARBOURLINE, MERIDIAN, RIVERSIDE } from '../../central/demo/site.ts';
import { publish, unpublish } from '../../central/sync/publish.ts';
import { ENTITY_SCHEMAS, type EntityName, type EntityOf } from '../../core/site/entities.ts';
import type { Change } from '../../core/sync/wire.ts';
import {
  applyTo,
  call,
  enrolled,
  someUuid,
  startCentral,
  START_MS,
  temporaryFolder,
  type RunningCentral,
} from './running-central.ts';

const put = <N extends EntityName>({ central }: RunningCentral, entity: N, data: EntityOf<N>) =>
  central.store.write((rows) => publish(rows, entity, data, central.now()));
const drop = ({ central }: RunningCentral, entity: EntityName, id: string) =>
  central.store.write((rows) => unpublish(rows, entity, id, central.now()));
const requirements = {
  assessment: { status: 'complete' },
  induction: { status: 'complete' },
  credential: { status: 'complete' },
} as const;
const worker = (id: string, firstName = 'Nadia') => ({
  id,
  firstName,
  lastName: 'Holt',
  contractorId: demoId('contractor/alder'),
});

describe('paging', () => {
  test.each([1, 7, 5000])('pages of %i give the same copy', async (limit) => {
    const device = await enrolled(await startCentral());
    const { cache } = await device.copy(limit);
    expect(new Set(cache.keys())).toEqual(new Set((await device.copy()).cache.keys()));
    for (const { entity, data } of cache.values()) ENTITY_SCHEMAS[entity as EntityName].parse(data);
  });

  test('G3: who may no longer come in is told before everybody else', async () => {
    const running = await startCentral();
    const device = await enrolled(running);
    const first = await device.pull(undefined, 7);
    const isBarred = ({ entity, data }: Change): boolean =>
      (entity === 'badge' && data?.['revokedAt'] !== undefined) ||
      (entity === 'worker' && data?.['blocked'] !== undefined);
    expect(first.changes.length).toBeGreaterThan(0);
    expect(first.changes.filter((change) => !isBarred(change))).toEqual([]);
    const barred = [...(await device.copy(7)).cache.values()].filter(isBarred);
    expect(first.changes).toHaveLength(Math.min(7, barred.length));
  });

  test('what is written, changed and removed between two pages is right in the end', async () => {
    const running = await startCentral();
    const device = await enrolled(running);
    const fresh = someUuid();
    const first = await device.pull(undefined, 60);
    const cache = new Map();
    applyTo(cache, first.changes);
    await put(running, 'worker', worker(fresh));
    await put(running, 'connection', { id: someUuid(), workerId: fresh, clientId: HARBOURLINE, ...requirements });
    await put(running, 'worker', { ...worker(workerIdOf('amara')), lastName: 'Renamed' });
    await drop(running, 'worker', workerIdOf('piotr'));
    let page = first;
    while (page.hasMore) {
      page = await device.pull(page.cursor, 60);
      applyTo(cache, page.changes);
    }
    expect(cache).toEqual((await device.copy()).cache);
    expect(cache.get(`worker ${fresh}`)).toMatchObject({ data: { firstName: 'Nadia' } });
    expect(cache.get(`worker ${workerIdOf('amara')}`)).toMatchObject({ data: { lastName: 'Renamed' } });
    expect(cache.has(`worker ${workerIdOf('piotr')}`)).toBe(false);
  });

  test('after the last page only what changed comes', async () => {
    const running = await startCentral();
    const device = await enrolled(running);
    const { cursor } = await device.copy();
    expect(await device.pull(cursor)).toMatchObject({ changes: [], hasMore: false });
    await put(running, 'client', {
      id: HARBOURLINE,
      name: 'Harbourline',
      requiresWorkerRegistration: true,
      requiresCheckIn: true,
    });
    expect((await device.pull(cursor)).changes).toMatchObject([
      { entity: 'client', op: 'put', data: { name: 'Harbourline' } },
    ]);
  });

  test('writing what is there already tells nobody', async () => {
    const running = await startCentral();
    const device = await enrolled(running);
    const { cache, cursor } = await device.copy();
    const amara = cache.get(`worker ${workerIdOf('amara')}`)?.data;
    await put(running, 'worker', amara as EntityOf<'worker'>);
    expect((await device.pull(cursor)).changes).toEqual([]);
  });

  test('a copy survives a restart: the cursor goes on', async () => {
    const first = await startCentral();
    const device = await enrolled(first);
    const { cursor } = await device.copy();
    await first.stop();
    const second = await startCentral({ directory: first.directory });
    const answer = await call(second, `/v1/sync/changes?cursor=${cursor}`, { token: device.token });
    expect(answer).toMatchObject({ status: 200, body: { changes: [], hasMore: false } });
  });
});

describe('what a location sees', () => {
  test('nobody who works at the other place alone, and none of their badges', async () => {
    const running = await startCentral();
    const { cache } = await (await enrolled(running)).copy();
    const mentions = [...cache.values()].filter(({ data }) => JSON.stringify(data).includes(workerIdOf('bartosz')));
    expect(mentions).toEqual([]);
    const depot = (await (await enrolled(running, 2)).copy()).cache;
    expect(depot.has(`worker ${workerIdOf('bartosz')}`)).toBe(true);
  });

  test('of its workers, no connections to clients that are not here', async () => {
    const running = await startCentral();
    await put(running, 'connection', {
      id: 'elsewhere',
      workerId: workerIdOf('amara'),
      clientId: MERIDIAN,
      ...requirements,
    });
    const { cache } = await (await enrolled(running)).copy();
    expect(cache.has('connection elsewhere')).toBe(false);
  });

  test('the other place’s order and name when one of its own people is expected there', async () => {
    const { cache } = await (await enrolled(await startCentral())).copy();
    expect(cache.has(`workOrder ${orderIdOf('depotYard')}`)).toBe(true);
    expect(cache.has(`workOrder ${orderIdOf('depotRacking')}`)).toBe(false);
    expect(cache.has(`location ${EASTFIELD}`)).toBe(true);
  });

  test('its own users, rules and gates only', async () => {
    const { cache } = await (await enrolled(await startCentral())).copy();
    const places = (entity: string, field: string) =>
      [...cache.values()].filter((change) => change.entity === entity).map(({ data }) => data?.[field]);
    expect(new Set([...places('policy', 'locationId'), ...places('gate', 'locationId')])).toEqual(new Set([RIVERSIDE]));
    expect(cache.has(`user ${demoId('user/depot')}`)).toBe(false);
  });

  test('a person comes into sight with all that belongs to them, and leaves with it', async () => {
    const running = await startCentral();
    const device = await enrolled(running);
    const id = someUuid();
    await put(running, 'worker', worker(id));
    await put(running, 'badge', { id: 'card', kind: 'opaque', workerId: id, code: 'CARD-1' });
    const { cursor } = await device.copy();
    await put(running, 'assignment', { id: 'task', workerId: id, workOrderId: orderIdOf('fitOut') });
    const arrived = await device.pull(cursor);
    expect(new Set(arrived.changes.map((change) => `${change.op} ${change.entity}`))).toEqual(
      new Set(['put worker', 'put badge', 'put assignment']),
    );
    await drop(running, 'assignment', 'task');
    const left = await device.pull(arrived.cursor);
    expect(new Set(left.changes.map((change) => `${change.op} ${change.entity}`))).toEqual(
      new Set(['delete worker', 'delete badge', 'delete assignment']),
    );
    expect(left.changes.every((change) => change.data === undefined)).toBe(true);
  });

  test('a work order that moves to another place takes its people along', async () => {
    const running = await startCentral();
    const [here, there] = [await enrolled(running, 0), await enrolled(running, 2)];
    const id = someUuid();
    const order = { id: 'moving', number: 'M-1', title: 'Moving', clientId: HARBOURLINE, status: 'open' } as const;
    const times = { startsAt: '2026-03-10T06:00:00.000Z', endsAt: '2026-03-10T16:00:00.000Z' };
    await put(running, 'worker', worker(id));
    await put(running, 'workOrder', { ...order, ...times, locationId: RIVERSIDE });
    await put(running, 'assignment', { id: 'task', workerId: id, workOrderId: 'moving' });
    expect((await here.copy()).cache.has(`worker ${id}`)).toBe(true);
    expect((await there.copy()).cache.has(`worker ${id}`)).toBe(false);
    await put(running, 'workOrder', { ...order, ...times, locationId: EASTFIELD });
    expect((await here.copy()).cache.has(`worker ${id}`)).toBe(false);
    expect((await there.copy()).cache.has(`worker ${id}`)).toBe(true);
  });

  test('a client that comes to a location brings its people', async () => {
    const running = await startCentral();
    const device = await enrolled(running);
    const location = (await device.copy()).cache.get(`location ${RIVERSIDE}`)?.data as EntityOf<'location'>;
    await put(running, 'location', { ...location, clientIds: [...location.clientIds, MERIDIAN] });
    expect((await device.copy()).cache.has(`worker ${workerIdOf('bartosz')}`)).toBe(true);
    await put(running, 'location', location);
    expect((await device.copy()).cache.has(`worker ${workerIdOf('bartosz')}`)).toBe(false);
  });
});

describe('cursors that have ended', () => {
  const status = async (running: RunningCentral, token: string, cursor: string) => {
    const { status, body } = await call(running, `/v1/sync/changes?cursor=${encodeURIComponent(cursor)}`, { token });
    return { status, code: body['code'] };
  };
  const expired = { status: 410, code: 'cursor_expired' };

  test.each(['nonsense', '', 'W10', Buffer.from('["a","b",1,1]').toString('base64url')])(
    '%j leads nowhere',
    async (cursor) => {
      const running = await startCentral();
      expect(await status(running, (await enrolled(running)).token, cursor)).toEqual(expired);
    },
  );

  test('one of another location, or of another store', async () => {
    const running = await startCentral();
    const [here, there] = [await enrolled(running, 0), await enrolled(running, 2)];
    expect(await status(running, here.token, (await there.pull()).cursor)).toEqual(expired);
    const other = await startCentral({ directory: await temporaryFolder() });
    expect(await status(running, here.token, (await (await enrolled(other)).pull()).cursor)).toEqual(expired);
  });

  test('one from before deletions that are no longer kept; a copy begun after them pages on', async () => {
    const running = await startCentral();
    const device = await enrolled(running);
    const { cursor } = await device.copy();
    await drop(running, 'worker', workerIdOf('piotr'));
    await running.central.store.write((rows) => rows.feed.forgetDeletions(START_MS + 1));
    expect(await status(running, device.token, cursor)).toEqual(expired);
    const begun = await device.pull(undefined, 1);
    expect(await status(running, device.token, begun.cursor)).toMatchObject({ status: 200 });
  });
});
