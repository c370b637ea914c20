import { describe, expect, test } from 'vitest';
import { workerIdOf } from '../../central/demo/people.ts';
import { raw, reader } from './listening.ts';
import { ADMIN_TOKEN, call, enrolled, sha256, startCentral } from './running-central.ts';

describe('the stream', () => {
  test('begins with a nudge, nudges on a change, and says when the device is revoked', async () => {
    const running = await startCentral();
    const [device, other] = [await enrolled(running), await enrolled(running, 1)];
    const stream = await raw(running, '/v1/sync/stream', { authorization: `Bearer ${device.token}` });
    const read = reader(stream);
    expect(stream.headers['content-type']).toMatch(/^text\/event-stream/);
    const begun = await read.until(/event: changed\ndata: (.*)\n\n/);
    expect((await device.pull(JSON.parse(begun[1] ?? '').cursor)).changes).toEqual([]);
    await other.push(other.checkIn(workerIdOf('amara')));
    await read.until(/event: changed\ndata: .*\n\n/);
    await call(running, `/v1/admin/devices/${device.deviceId}/revoke`, { method: 'POST', token: ADMIN_TOKEN });
    await read.until(/event: revoked\ndata: \{\}\n\n/);
    await read.end();
  });

  test('comments while nothing happens, and ends with central', async () => {
    const running = await startCentral({ streamCommentMs: 5 });
    const { token } = await enrolled(running);
    const read = reader(await raw(running, '/v1/sync/stream', { authorization: `Bearer ${token}` }));
    expect((await read.until(/^: .*\n\n/m))[0]).toBe(': still here\n\n');
    await running.stop();
    await expect(read.end()).resolves.toEqual([]);
  });

  test('is for devices', async () => {
    expect(await call(await startCentral(), '/v1/sync/stream')).toMatchObject({
      status: 401,
      body: { code: 'token_missing' },
    });
  });

  test('tells the gates of the place alone, once for what is committed together', async () => {
    const running = await startCentral();
    const [here, too, elsewhere] = [await enrolled(running), await enrolled(running, 1), await enrolled(running, 2)];
    const streams = [];
    for (const { token } of [here, too, elsewhere]) {
      const read = reader(await raw(running, '/v1/sync/stream', { authorization: `Bearer ${token}` }));
      await read.until(/event: changed\ndata: .*\n\n/);
      streams.push(read);
    }
    // Who is inside, and hours, are told at the supervisor's other places as well (C1).
    const refused = () =>
      here.event('access.refused', { workerId: 'nobody', code: 'too_early', textHash: sha256(Buffer.of()) });
    await here.push(refused(), refused(), refused());
    for (const read of streams.slice(0, 2)) await read.until(/event: changed\ndata: .*\n\n/);
    await running.stop();
    expect(streams.map(({ left }) => left())).toEqual(['', '', '']);
  });
});
