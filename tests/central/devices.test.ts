import { describe, expect, test } from 'vitest';
import { GATES } from '../../central/demo/site.ts';
import { createEnrolmentCode, ENROLMENT_CODE_HOURS } from '../../central/devices/enrolment.ts';
import { ADMIN_TOKEN, call, enrolled, startCentral, START_MS, type RunningCentral } from './running-central.ts';

const HOUR_MS = 3_600_000;
const describeDevice = { name: 'Gatehouse PC', platform: 'linux', appVersion: '0.1.0' };
const enrol = (running: RunningCentral, enrolmentCode: string) =>
  call(running, '/v1/devices/enrol', { json: { enrolmentCode, ...describeDevice } });
const freshCode = (running: RunningCentral) => {
  const [gate] = GATES;
  if (!gate) throw new Error('the demo has no gate');
  return createEnrolmentCode(running.central, gate);
};

describe('enrolment', () => {
  test('a code gives a device with the gate and location that it was made for', async () => {
    const running = await startCentral();
    const answer = await enrol(running, await freshCode(running));
    expect(answer).toMatchObject({ status: 201, body: { gateId: GATES[0]?.id, locationId: GATES[0]?.locationId } });
    expect(answer.body['serverTime']).toBe(new Date(START_MS).toISOString());
  });

  test('a code typed in lower case with spaces around works', async () => {
    const running = await startCentral();
    expect((await enrol(running, ` ${(await freshCode(running)).toLowerCase()} `)).status).toBe(201);
  });

  test('a code works once', async () => {
    const running = await startCentral();
    const code = await freshCode(running);
    await enrol(running, code);
    expect(await enrol(running, code)).toMatchObject({ status: 410, body: { code: 'code_used' } });
  });

  test('two devices with one code at the same moment: one gets it', async () => {
    const running = await startCentral();
    const code = await freshCode(running);
    const answers = await Promise.all([enrol(running, code), enrol(running, code)]);
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([201, 410]);
  });

  test('a code ends', async () => {
    const running = await startCentral();
    const code = await freshCode(running);
    running.clock.nowMs += ENROLMENT_CODE_HOURS * HOUR_MS;
    expect(await enrol(running, code)).toMatchObject({ status: 410, body: { code: 'code_expired' } });
  });

  test('an unknown code is unknown, and too many of them have to wait', async () => {
    const running = await startCentral();
    expect(await enrol(running, 'AAAA-BBBB-CCCC')).toMatchObject({ status: 404, body: { code: 'code_unknown' } });
    for (let tries = 1; tries < 10; tries += 1) await enrol(running, 'AAAA-BBBB-CCCC');
    const answer = await enrol(running, await freshCode(running));
    expect(answer).toMatchObject({ status: 429, body: { code: 'slow_down' } });
    expect(answer.headers.get('retry-after')).toBe('60');
    running.clock.nowMs += 60_000;
    expect((await enrol(running, await freshCode(running))).status).toBe(201);
  });

  test('neither codes nor tokens are kept in the clear', async () => {
    const running = await startCentral();
    const code = await freshCode(running);
    const { body } = await enrol(running, code);
    const token = String(body['deviceToken']);
    const found = await running.central.store.read(async (rows) => [
      await rows.devices.code(code),
      await rows.devices.token(token),
    ]);
    expect(found).toEqual([undefined, undefined]);
  });
});

describe('tokens', () => {
  const pulls = async (running: RunningCentral, token: string | undefined) => {
    const { status, body } = await call(running, '/v1/sync/changes?limit=1', token === undefined ? {} : { token });
    return status === 200 ? 'works' : `${status} ${String(body['code'])}`;
  };
  const rotate = async (running: RunningCentral, token: string) =>
    String((await call(running, '/v1/devices/rotate', { method: 'POST', token })).body['deviceToken']);

  test('without a token, or with a wrong one, nothing is told', async () => {
    const running = await startCentral();
    expect(await pulls(running, undefined)).toBe('401 token_missing');
    expect(await pulls(running, 'x'.repeat(43))).toBe('401 token_unknown');
  });

  test('the old token works until the new one is used', async () => {
    const running = await startCentral();
    const { token: old } = await enrolled(running);
    const renewed = await rotate(running, old);
    expect(await pulls(running, old)).toBe('works');
    expect(await pulls(running, renewed)).toBe('works');
    expect(await pulls(running, old)).toBe('401 token_unknown');
  });

  test('the old token works for 24 hours when the new one never arrived', async () => {
    const running = await startCentral();
    const { token: old } = await enrolled(running);
    await rotate(running, old);
    running.clock.nowMs += 24 * HOUR_MS - 1;
    expect(await pulls(running, old)).toBe('works');
    running.clock.nowMs += 1;
    expect(await pulls(running, old)).toBe('401 token_ended');
  });

  test('a token whose time is over still asks for a new one, as long as no newer one was used', async () => {
    const running = await startCentral();
    const { token: old } = await enrolled(running);
    await rotate(running, old);
    running.clock.nowMs += 40 * 24 * HOUR_MS;
    expect(await pulls(running, old)).toBe('401 token_ended');
    expect(await pulls(running, await rotate(running, old))).toBe('works');
    expect(await pulls(running, old)).toBe('401 token_unknown');
  });

  test('a rotation whose answer was lost can be asked for again', async () => {
    const running = await startCentral();
    const { token: old } = await enrolled(running);
    const lost = await rotate(running, old);
    const second = await rotate(running, old);
    expect(await pulls(running, second)).toBe('works');
    expect(await pulls(running, lost)).toBe('401 token_unknown');
  });

  test('a revoked device still hands over what it did, for thirty days, and is flagged for what it did afterwards', async () => {
    const running = await startCentral();
    const gate = await enrolled(running);
    await call(running, `/v1/admin/devices/${gate.deviceId}/revoke`, { method: 'POST', token: ADMIN_TOKEN });
    const before = gate.checkIn('anna', { occurredAt: new Date(START_MS - 1000).toISOString() });
    const after = gate.checkIn('ben', { occurredAt: new Date(START_MS + 1000).toISOString() });
    expect(await gate.push(before, after)).toMatchObject([
      { status: 'accepted' },
      { status: 'flagged', code: 'device_revoked' },
    ]);
    running.clock.nowMs += 30 * 24 * HOUR_MS;
    const late = { token: gate.token, json: { events: [gate.checkOut('anna')] } };
    expect(await call(running, '/v1/sync/events', late)).toMatchObject({
      status: 401,
      body: { code: 'device_revoked' },
    });
  });

  test('a revoked device is told so, whatever else it asks for', async () => {
    const running = await startCentral();
    const { deviceId, token } = await enrolled(running);
    const revoked = await call(running, `/v1/admin/devices/${deviceId}/revoke`, { method: 'POST', token: ADMIN_TOKEN });
    expect(revoked.status).toBe(200);
    expect(await pulls(running, token)).toBe('401 device_revoked');
    for (const path of ['/v1/devices/rotate', '/v1/badges']) {
      const json = { workerId: 'x' };
      expect(await call(running, path, { method: 'POST', token, json })).toMatchObject({
        status: 401,
        body: { code: 'device_revoked' },
      });
    }
  });
});

describe('administration', () => {
  const routes: readonly [string, string, unknown?][] = [
    ['POST', '/v1/admin/enrolment-codes', { gateId: 'x' }],
    ['GET', '/v1/admin/events?deviceId=x'],
    ['GET', '/v1/admin/quarantine?deviceId=x'],
    ['POST', '/v1/admin/badges/x/revoke'],
    ['POST', '/v1/admin/devices/x/revoke'],
  ];

  test.each(routes)('%s %s is for the operator’s token alone', async (method, path, json) => {
    const running = await startCentral();
    const { token } = await enrolled(running);
    const init = json === undefined ? { method } : { method, json };
    expect(await call(running, path, init)).toMatchObject({ status: 401, body: { code: 'token_unknown' } });
    expect(await call(running, path, { ...init, token })).toMatchObject({
      status: 401,
      body: { code: 'token_unknown' },
    });
  });

  test.each(routes)('%s %s is off when no token was set', async (method, path, json) => {
    const running = await startCentral({ admin: false });
    const init = json === undefined ? { method } : { method, json };
    expect(await call(running, path, { ...init, token: 'undefined' })).toMatchObject({
      status: 403,
      body: { code: 'admin_off' },
    });
  });

  test('a code made here enrols a device at that gate', async () => {
    const running = await startCentral();
    const gateId = GATES[2]?.id;
    const made = await call(running, '/v1/admin/enrolment-codes', { token: ADMIN_TOKEN, json: { gateId } });
    expect(made.status).toBe(201);
    expect(await enrol(running, String(made.body['enrolmentCode']))).toMatchObject({ status: 201, body: { gateId } });
  });

  test('what does not exist is not found', async () => {
    const running = await startCentral();
    const tries = [
      await call(running, '/v1/admin/enrolment-codes', { token: ADMIN_TOKEN, json: { gateId: 'x' } }),
      await call(running, '/v1/admin/badges/x/revoke', { method: 'POST', token: ADMIN_TOKEN }),
      await call(running, '/v1/admin/devices/x/revoke', { method: 'POST', token: ADMIN_TOKEN }),
    ];
    expect(tries.map(({ status, body }) => [status, body['code']])).toEqual(tries.map(() => [404, 'not_found']));
  });
});
