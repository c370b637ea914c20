import { describe, expect, test } from 'vitest';
import { allAudited, audit } from '../../central/audit/audit.ts';
import { workerIdOf } from '../../central/demo/people.ts';
import { GATES } from '../../central/demo/site.ts';
import { browser } from './operator-browser.ts';
import { ADMIN_TOKEN, call, enrolled, startCentral, type RunningCentral } from './running-central.ts';

const GATE = GATES[0]?.id ?? '';

/** The newest first, as "actor action subject outcome". */
async function onRecord({ central }: RunningCentral): Promise<string[]> {
  const lines: string[] = [];
  for await (const { actor, action, subject, outcome } of allAudited(central, 2))
    lines.push([actor, action, subject ?? '-', outcome ?? 'done'].join(' '));
  return lines;
}

async function signedIn(running: RunningCentral) {
  const operator = browser(running);
  await operator.signIn();
  return operator;
}

describe('what is done at central is on record', () => {
  test('signing in, codes and withdrawals at the operator’s page, and who tried with another token', async () => {
    const running = await startCentral();
    await browser(running).signIn('guess');
    const operator = await signedIn(running);
    const form = await operator.form();
    await operator.ask('/operator/codes', { form, gateId: GATE });
    await operator.ask('/operator/withdraw', { form, deviceId: 'some-pc' });
    await operator.ask('/operator/sign-out', { form });
    expect(await onRecord(running)).toEqual([
      'operator signed_out - done',
      'operator device_withdrawn some-pc done',
      `operator code_made ${GATE} done`,
      'operator signed_in - done',
      'operator signed_in - token_unknown',
    ]);
  });

  test('calls with the admin token, refused ones too, and with another token at most ten a minute', async () => {
    const running = await startCentral();
    const admin = { token: ADMIN_TOKEN, method: 'POST' };
    await call(running, `/v1/admin/workers/${workerIdOf('amara')}/remove`, admin);
    await call(running, '/v1/admin/workers/nobody/remove', admin);
    await call(running, '/v1/admin/enrolment-codes', { token: ADMIN_TOKEN, json: { gateId: GATE } });
    for (let i = 0; i < 12; i += 1) await call(running, '/v1/admin/events?deviceId=x', { token: 'guess' });
    expect(await onRecord(running)).toEqual([
      ...Array<string>(10).fill('admin_api signed_in - token_unknown'),
      `admin_api POST enrolment-codes ${GATE} done`,
      'admin_api POST workers/:id/remove nobody refused_404',
      'admin_api POST workers/:id/remove nobody done',
      `admin_api POST workers/:id/remove ${workerIdOf('amara')} done`,
    ]);
  });

  test('a PC that is enrolled, and codes that nobody gave out', async () => {
    const running = await startCentral();
    const device = await enrolled(running);
    const json = { enrolmentCode: 'AAAA-BBBB-CCCC', name: 'PC', platform: 'linux', appVersion: '0' };
    await call(running, '/v1/devices/enrol', { json });
    expect(await onRecord(running)).toEqual([
      'unknown device_enrolled - code_unknown',
      `${device.deviceId} device_enrolled ${device.gateId} done`,
    ]);
  });

  test('nothing of it can be taken back, and it goes with what it tells about', async () => {
    const running = await startCentral();
    await audit(running.central, { actor: 'operator', action: 'signed_in' });
    const undone = running.central.store.write(async (rows) => {
      await rows.audit.add({ id: 'x', atMs: 1, actor: 'a', action: 'b', subject: null, outcome: null });
      throw new Error('came to nothing');
    });
    await expect(undone).rejects.toThrow('came to nothing');
    expect(await onRecord(running)).toEqual(['operator signed_in - done']);
  });
});

describe('the operator reads it', () => {
  test('page by page, the newest first, in words', async () => {
    const running = await startCentral();
    for (let i = 0; i < 60; i += 1) {
      running.clock.nowMs += 1000;
      await audit(running.central, { actor: 'operator', action: 'code_made', subject: `gate-${i}` });
    }
    const operator = await signedIn(running);
    const first = (await operator.ask('/operator/audit')).text;
    const older = /href="(\/operator\/audit\?before=[^"]+)"/.exec(first)?.[1] ?? '';
    const second = (await operator.ask(older)).text;
    const rows = (page: string) => page.split('<tbody>')[1]?.split('<tr>').slice(1) ?? [];
    expect([rows(first).length, rows(second).length]).toEqual([50, 11]);
    expect(rows(first)[0]).toContain('<td>Signed in</td>');
    expect(rows(first)[1]).toContain('<td>Enrolment code made</td><td>gate-59</td><td>Operator’s page</td>');
    expect(rows(second)[10]).toContain('gate-0<');
    expect(second).not.toContain('before=');
  });

  test('as a file, with nothing that a spreadsheet would run, and saving it is on record', async () => {
    const running = await startCentral();
    await audit(running.central, { actor: 'operator', action: 'code_made', subject: '=A1"' });
    const operator = await signedIn(running);
    const { text, headers } = await operator.ask('/operator/audit.csv');
    const [head, saved, , odd] = text.split('\r\n');
    expect(headers.get('content-type')).toContain('text/csv');
    expect(head).toBe('at,action,subject,actor,refused');
    expect(saved).toContain('"audit_saved"');
    expect(odd).toContain(`"code_made","'=A1""","operator",""`);
  });

  test.each(['/operator/audit', '/operator/audit.csv'])('and nobody else: %s', async (path) => {
    const running = await startCentral();
    await audit(running.central, { actor: 'operator', action: 'code_made', subject: 'secret-gate' });
    const { status, text } = await browser(running).ask(path);
    expect([status, text.includes('secret-gate')]).toEqual([401, false]);
  });
});

test('every call of the admin’s has words', async () => {
  const running = await startCentral();
  const { body } = await call<{ paths: Record<string, Record<string, unknown>> }>(running, '/openapi.json');
  const calls = Object.entries(body.paths)
    .filter(([path]) => path.startsWith('/v1/admin/'))
    .flatMap(([path, ways]) => Object.keys(ways).map((way) => `${way.toUpperCase()} ${path}`));
  for (const one of calls) {
    const action = one.replace('/v1/admin/', '').replaceAll(/\{(\w+)\}/g, ':$1');
    await audit(running.central, { actor: 'admin_api', action });
  }
  const { text } = await (await signedIn(running)).ask('/operator/audit');
  expect(calls.length).toBeGreaterThan(10);
  expect([...text.matchAll(/<td>((?:GET|POST|PUT|DELETE) [^<]*)</g)].map(([, action]) => action)).toEqual([]);
});
