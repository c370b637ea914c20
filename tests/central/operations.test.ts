import { describe, expect, test } from 'vitest';
import { workerIdOf } from '../../central/demo/people.ts';
import { ADMIN_TOKEN, call, enrolled, startCentral, type RunningCentral } from './running-central.ts';

const figures = async ({ url }: RunningCentral): Promise<string> =>
  (await fetch(`${url}/metrics`, { headers: { authorization: `Bearer ${ADMIN_TOKEN}` } })).text();

describe('health', () => {
  test('live and ready while the store answers', async () => {
    const running = await startCentral();
    const [live, ready] = [await call(running, '/health/live'), await call(running, '/health/ready')];
    expect([live.status, ready.status, ready.body['status']]).toEqual([200, 200, 'ok']);
  });

  test('live, but not ready, when the store is gone', async () => {
    const running = await startCentral();
    await running.central.store.close();
    const [live, ready] = [await call(running, '/health/live'), await call(running, '/health/ready')];
    expect([live.status, ready.status, ready.body['status']]).toEqual([200, 503, 'store_unreachable']);
  });
});

describe('metrics', () => {
  test('tell what became of events, how long answers took, and no id', async () => {
    const running = await startCentral();
    const device = await enrolled(running);
    await device.push(
      device.event('presence.checked_in', { workerId: workerIdOf('amara'), code: 'come_in', notes: [] }),
    );
    const told = await figures(running);
    expect(told).toMatch(/^central_events_total\{status="\w+"\} 1$/m);
    expect(told).toMatch(/^central_answer_seconds_count\{method="POST",route="\/v1\/sync\/events",status="200"\} 1$/m);
    expect(told).toMatch(/^central_streams_open 0$/m);
    expect(told).not.toContain(device.deviceId);
  });

  test('are for the operator alone', async () => {
    const { body: wrong } = await call(await startCentral(), '/metrics', { token: 'guess' });
    const { body: off } = await call(await startCentral({ admin: false }), '/metrics');
    expect([wrong['code'], off['code']]).toEqual(['token_unknown', 'admin_off']);
  });
});

describe('a gate gone wild', () => {
  test('is told to wait, in central’s words, and the others are not slowed', async () => {
    const running = await startCentral({ requestsPerMinute: 3 });
    const [wild, calm] = [await enrolled(running), await enrolled(running, 1)];
    const ask = (token: string) => call(running, '/v1/sync/changes', { token });
    for (let i = 0; i < 3; i += 1) expect((await ask(wild.token)).status).toBe(200);
    const refused = await ask(wild.token);
    expect([refused.status, refused.body['code']]).toEqual([429, 'too_many_requests']);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await ask(calm.token)).status).toBe(200);
  });
});
