import { describe, expect, test } from 'vitest';
import { ADMIN_TOKEN, call, enrolled, startCentral, type RunningCentral, type TestDevice } from './running-central.ts';

const KEY = 'hSDwCYkwp1R0i33ctD73Wg2_Og0mOBr066SpjqqbTmo';
const OTHER = '3p7bfXt9wbTTW2HC7OQ1Nz-DQ8hbeGdNrfx-FG-IK08';

const tell = (running: RunningCentral, { token }: TestDevice, publicKey: string) =>
  call(running, '/v1/devices/peer-key', { method: 'PUT', token, json: { publicKey } });
const keysSeenBy = async (device: TestDevice) =>
  [...(await device.copy()).cache.values()].filter(({ entity }) => entity === 'peer').map(({ data }) => data);

describe('keys by which the gates of a place know each other', () => {
  test('reach the gates of that place, and no other', async () => {
    const running = await startCentral();
    const [main, goods, depot] = [await enrolled(running, 0), await enrolled(running, 1), await enrolled(running, 2)];
    expect(await tell(running, main, KEY)).toMatchObject({ status: 200 });
    const { deviceId: id, gateId, locationId } = main;
    expect(await keysSeenBy(goods)).toEqual([{ id, gateId, locationId, publicKey: KEY }]);
    expect(await keysSeenBy(main)).toHaveLength(1);
    expect(await keysSeenBy(depot)).toEqual([]);
  });

  test('a device has one, the last that it told', async () => {
    const running = await startCentral();
    const main = await enrolled(running);
    await tell(running, main, KEY);
    await tell(running, main, OTHER);
    expect(await keysSeenBy(main)).toMatchObject([{ publicKey: OTHER }]);
  });

  test('go when their device is revoked, and it can tell no other', async () => {
    const running = await startCentral();
    const [main, goods] = [await enrolled(running, 0), await enrolled(running, 1)];
    await tell(running, main, KEY);
    await call(running, `/v1/admin/devices/${main.deviceId}/revoke`, { method: 'POST', token: ADMIN_TOKEN });
    expect(await keysSeenBy(goods)).toEqual([]);
    expect(await tell(running, main, OTHER)).toMatchObject({ status: 401, body: { code: 'device_revoked' } });
    expect(await keysSeenBy(goods)).toEqual([]);
  });

  test('are told by devices alone, in their one form', async () => {
    const running = await startCentral();
    const main = await enrolled(running);
    expect(await tell(running, main, 'short')).toMatchObject({ status: 400 });
    expect(await call(running, '/v1/devices/peer-key', { method: 'PUT', json: { publicKey: KEY } })).toMatchObject({
      status: 401,
    });
  });
});
