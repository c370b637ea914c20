import { describe, expect, test } from 'vitest';
import type { Change } from '../../core/sync/wire.ts';
import { ADMIN_TOKEN, call, enrolled, startCentral, type TestDevice } from './running-central.ts';

const remoteOf = async (device: TestDevice): Promise<Change[]> =>
  [...(await device.copy()).cache.values()].filter(
    ({ entity, data }) => entity === 'activity' && data?.['mode'] === 'remote',
  );

describe('D8: a worker checks in to a work order from a phone', () => {
  test('the gates of the place hear of it, and nobody counts as inside', async () => {
    const running = await startCentral();
    const [here, depot] = [await enrolled(running), await enrolled(running, 2)];
    const { cache } = await here.copy();
    const orders = [...cache.values()].filter(
      ({ entity, data }) => entity === 'workOrder' && data?.['locationId'] === here.locationId,
    );
    const assignment = [...cache.values()].find(
      ({ entity, data }) => entity === 'assignment' && orders.some(({ id }) => id === data?.['workOrderId']),
    );
    const { workerId, workOrderId } = assignment?.data ?? {};
    const json = { workerId, workOrderId };
    expect((await call(running, '/v1/admin/remote-check-ins', { token: ADMIN_TOKEN, json })).status).toBe(201);
    expect(await remoteOf(here)).toMatchObject([
      { data: { type: 'presence.checked_in', gateId: 'remote', mode: 'remote', workerId, workOrderId } },
    ]);
    expect(await remoteOf(depot)).toEqual([]);
    expect([...(await here.copy()).cache.values()].filter(({ entity }) => entity === 'presence')).toEqual([]);
  });

  test('only to an order that the worker is assigned to', async () => {
    const running = await startCentral();
    const json = { workerId: 'nobody', workOrderId: 'nothing' };
    expect((await call(running, '/v1/admin/remote-check-ins', { token: ADMIN_TOKEN, json })).status).toBe(404);
  });

  test('the demo lets the next worker do it with one button', async () => {
    const running = await startCentral();
    const device = await enrolled(running);
    const answer = await fetch(`${running.url}/demo/remote-check-in`, { method: 'POST', redirect: 'manual' });
    expect(answer.status).toBe(303);
    expect(await remoteOf(device)).toHaveLength(1);
  });
});
