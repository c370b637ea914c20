import { describe, expect, test } from 'vitest';
import { workerIdOf } from '../../central/demo/people.ts';
import { browser } from './operator-browser.ts';
import { call, enrolled, startCentral, START_MS } from './running-central.ts';

const HOUR_MS = 3_600_000;

describe('the operator’s page', () => {
  test('asks for the admin token, and tells nothing before', async () => {
    const operator = browser(await startCentral());
    expect(await operator.look()).not.toContain('Riverside');
    const wrong = await operator.signIn('guess');
    expect([wrong.status, operator.cookie()]).toEqual([401, '']);
    expect((await operator.signIn()).status).toBe(303);
    expect(await operator.look()).toContain('Riverside Tower, Main gate');
  });

  test('is not there where administration is off', async () => {
    expect((await browser(await startCentral({ admin: false })).ask('/operator')).status).toBe(404);
  });

  test('takes ten guesses a minute', async () => {
    const operator = browser(await startCentral());
    for (let i = 0; i < 10; i += 1) await operator.signIn('guess');
    expect((await operator.signIn()).status).toBe(429);
  });

  test('its cookie is out of reach of scripts and other sites, and ends', async () => {
    const running = await startCentral();
    const operator = browser(running);
    expect((await operator.signIn()).headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Strict/);
    running.clock.nowMs += 9 * HOUR_MS;
    expect(await operator.look()).toContain('Sign in');
  });

  test('tells of each gate what it sent, what is set aside, and when it was last heard', async () => {
    const running = await startCentral();
    const device = await enrolled(running);
    await device.push(device.checkIn(workerIdOf('amara')), 'nonsense');
    running.clock.nowMs = START_MS + 3 * HOUR_MS;
    const operator = browser(running);
    await operator.signIn();
    const card = (await operator.look()).split('<li class="card"')[1] ?? '';
    const figures = [...card.matchAll(/<dt>(.*?)<\/dt><dd>(.*?)<\/dd>/g)].map(([, name, value]) => [name, value]);
    expect(Object.fromEntries(figures)).toMatchObject({ Acts: '1', 'Set aside': '1', 'Last act taken': '3 h ago' });
  });

  test('makes a code that enrols a gate, once, shown as a QR', async () => {
    const running = await startCentral();
    const operator = browser(running);
    await operator.signIn();
    const gateId = /<option value="([^"]+)"/.exec(await operator.look())?.[1] ?? '';
    const { text } = await operator.ask('/operator/codes', { form: await operator.form(), gateId });
    const enrolmentCode = /<p class="code">([^<]+)</.exec(text)?.[1];
    const ask = { enrolmentCode, name: 'PC', platform: 'linux', appVersion: '1' };
    expect((await call(running, '/v1/devices/enrol', { json: ask })).status).toBe(201);
    expect(text).toContain('<svg');
  });

  test('withdraws a PC, which then may not ask any more', async () => {
    const running = await startCentral();
    const device = await enrolled(running);
    const operator = browser(running);
    await operator.signIn();
    await operator.ask('/operator/withdraw', { form: await operator.form(), deviceId: device.deviceId });
    expect((await call(running, '/v1/sync/changes', { token: device.token })).status).toBe(401);
    expect(await operator.look()).toContain('Withdrawn');
  });

  test.each(['codes', 'withdraw'])('does nothing for a form that is not its own: %s', async (what) => {
    const running = await startCentral();
    const device = await enrolled(running);
    const operator = browser(running);
    await operator.signIn();
    const foreign = { form: 'x'.repeat(43), deviceId: device.deviceId, gateId: device.gateId };
    expect((await operator.ask(`/operator/${what}`, foreign)).status).toBe(401);
    expect((await call(running, '/v1/sync/changes', { token: device.token })).status).toBe(200);
  });
});
