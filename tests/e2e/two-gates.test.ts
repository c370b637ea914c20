import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { workerIdOf } from '../../central/demo/people.ts';
import type { EnrolAnswer } from '../../core/sync/wire.ts';
import type { ActsPage } from '../../preload/activity-views.ts';
import type { MusterPage } from '../../preload/muster-views.ts';
import type { PassForm, PassView } from '../../preload/pass-views.ts';
import type { PeersView } from '../../preload/peer-views.ts';
import type { ListAnswer } from '../../preload/views.ts';
import { openSqlite } from '../../main/sqlite.ts';
import { call, TestDevice, type RunningCentral as CentralOfDevice } from '../central/running-central.ts';
import { runCentral, type RunningCentral } from './rig/central.ts';
import { ask } from './rig/desk.ts';
import { newFolder, removeFolder } from './rig/gate.ts';
import { actsOf, journalEvents, projectionsOf } from './rig/journal.ts';
import { signIn } from './rig/sign-in.ts';
import type { SimulatedScanner } from './rig/scanner.ts';
import { again, startGate, type Gate } from './rig/two-lane-gate.ts';

const SOON = { timeout: 20_000, interval: 100 };
/** The rule looks a quarter of a minute after the start and each minute from then on. */
const NEXT_LOOK = { timeout: 100_000, interval: 500 };
/** A line that is back is found within the longest pause between two tries. */
const AFTER_BACKOFF = { timeout: 70_000, interval: 200 };
const HOUR_MS = 3_600_000;
const INSIDE = { list: 'inside', query: '', offset: 0, limit: 100 };
const FORGETFUL = workerIdOf('amara');

/** What the gate was told by the other of passes and grants, by what they are about. */
function permitsAt({ running }: Gate, kind: string): string[] {
  const db = openSqlite(path.join(running.home, 'journal.db'), { readonly: true });
  try {
    return db.prepare<[string], string>('select about from heard_permit where kind = ?').pluck().all(kind);
  } finally {
    db.close();
  }
}

/** What the gate has heard of where somebody is. */
function heardOf({ running }: Gate, workerId: string): string | undefined {
  const db = openSqlite(path.join(running.home, 'cache.db'), { readonly: true });
  try {
    const row = db
      .prepare<[string], string>(`select data from entity where entity = 'presence' and worker_id = ?`)
      .pluck()
      .get(workerId);
    return row === undefined ? undefined : (JSON.parse(row) as { inside: boolean }).inside ? 'inside' : 'outside';
  } finally {
    db.close();
  }
}

const lastOf = ({ running }: Gate): { readonly data: Readonly<Record<string, unknown>> } =>
  journalEvents(running.home).findLast(({ type }) => type.startsWith('presence.')) ?? { data: {} };

describe('two gates of one place', () => {
  const folder = newFolder();
  let central: RunningCentral;
  let main: Gate;
  let goods: Gate;

  beforeAll(async () => {
    central = await runCentral(folder);
    await comeInTwentyHoursAgo(central);
    // Only one of the two is told where the other is.
    const port = await freePort();
    main = await startGate(folder, 'main', central, { peers: { port, find: false } });
    const toGoods = { url: central.url, enrolmentCode: await central.newCode(1) };
    goods = await startGate(folder, 'goods', toGoods, {
      windows: { kiosk: true, desk: true },
      peers: { port: await freePort(), find: false, addresses: [`127.0.0.1:${port}`] },
    });
  });
  afterAll(async () => {
    for (const gate of [main, goods]) {
      await gate?.running.close();
      await gate?.both.stop();
      await gate?.inOnly.stop();
    }
    await central?.stop();
    removeFolder(folder);
  });

  const show = (scanner: SimulatedScanner, key: string): void => scanner.scan(central.badge(key).text);
  const workerOf = (gate: Gate): string => String(lastOf(gate).data['workerId']);

  test('G5: in at one is inside at the other within seconds; in again there is let in and noted, with the gate’s name', async () => {
    show(main.both, 'good-card');
    await expect.poll(() => actsOf(main.running.home), SOON).toContain('in welcome');
    await expect.poll(() => heardOf(goods, workerOf(main)), SOON).toBe('inside');
    show(goods.inOnly, 'good-card');
    await expect.poll(() => actsOf(goods.running.home), SOON).toEqual(['in welcome']);
    expect(lastOf(goods).data).toMatchObject({ notes: ['passback_other_gate'], facts: { gateName: 'Main gate' } });
  });

  test('in at one, out at the other: the lane for both knows, and the time on site is whole', async () => {
    show(main.both, 'good-es256');
    await expect.poll(() => actsOf(main.running.home).filter((act) => act === 'in welcome').length, SOON).toBe(2);
    await expect.poll(() => heardOf(goods, workerOf(main)), SOON).toBe('inside');
    show(goods.both, 'good-es256');
    await expect.poll(() => actsOf(goods.running.home), SOON).toEqual(['in welcome', 'out goodbye']);
    expect(lastOf(goods).data).toMatchObject({ notes: [], insideMs: expect.any(Number) });
    await expect.poll(() => heardOf(main, workerOf(goods)), SOON).toBe('outside');
  });

  test('and in again at the first, though its own journal saw no going out', async () => {
    show(main.inOnly, 'good-es256');
    await expect.poll(() => actsOf(main.running.home).filter((act) => act === 'in welcome').length, SOON).toBe(3);
    expect(lastOf(main).data).toMatchObject({ notes: [] });
  });

  test('G7: a checkout forgotten for twenty hours is closed by the gate that saw the person come in, and by no other', async () => {
    const closings = ({ running }: Gate) =>
      journalEvents(running.home).filter(({ data }) => data['code'] === 'closed_by_rule');
    await expect.poll(() => closings(main).length, NEXT_LOOK).toBe(1);
    expect(closings(main)[0]).toMatchObject({
      type: 'presence.checked_out',
      actor: { kind: 'system' },
      data: { workerId: FORGETFUL, mode: 'auto', estimated: true, insideMs: 18 * HOUR_MS },
    });
    await expect.poll(() => heardOf(goods, FORGETFUL), SOON).toBe('outside');
    expect(closings(goods)).toEqual([]);
  });

  test('G5, issue 6.5: with central away, in at one is inside at the other within seconds, and again there is noted', async () => {
    const desk = await goods.running.desk();
    const heard = async () =>
      (await ask<PeersView>(desk, 'getPeers')).peers.map(({ trouble, heardAtMs }) => [trouble, heardAtMs]);
    await expect.poll(heard, SOON).toEqual([[undefined, expect.any(Number)]]);
    central.cut();
    const begunMs = Date.now();
    show(main.inOnly, 'good-arabic');
    const insideAtGoods = async () => (await ask<ListAnswer>(desk, 'getList', INSIDE)).inside?.rows ?? [];
    const [workerId, other] = [workerIdOf('youssef'), workerIdOf('gareth')];
    await expect.poll(insideAtGoods, SOON).toContainEqual(expect.objectContaining({ workerId, gateName: 'Main gate' }));
    console.log(`inside at the other gate ${Date.now() - begunMs} ms after the badge, central away`);
    show(goods.inOnly, 'good-arabic');
    await expect.poll(() => lastOf(goods).data, SOON).toMatchObject({ workerId, notes: ['passback_other_gate'] });
    show(main.inOnly, 'good-two-orders');
    await expect.poll(insideAtGoods, SOON).toContainEqual(expect.objectContaining({ workerId: other }));
  });

  const endRollCall = async (): Promise<void> => {
    const desk = await goods.running.desk();
    const { roll } = await ask<MusterPage>(desk, 'getMuster', {});
    expect(await ask(desk, 'endMuster', { musterId: roll?.musterId })).toEqual({ fault: null });
  };

  test('G8, issue 6.5: a roll call at one lists those whom the other let in, and a going out there accounts for them', async () => {
    const desk = await goods.running.desk();
    await signIn(desk, 'desk');
    await ask(desk, 'startMuster', { kind: 'drill' });
    const rows = async () => (await ask<MusterPage>(desk, 'getMuster', {})).roll?.rows ?? [];
    const gareth = { workerId: workerIdOf('gareth') };
    expect(await rows()).toContainEqual(expect.objectContaining({ ...gareth, state: 'unmarked', listed: true }));
    // What the two know of central's clock may differ by as much as its answers were slow.
    const startedAtMs = (await ask<MusterPage>(desk, 'getMuster', {})).roll?.startedAtMs ?? Infinity;
    await expect.poll(() => Date.now() - startedAtMs, SOON).toBeGreaterThan(1000);
    show(main.both, 'good-two-orders');
    await expect.poll(rows, SOON).toContainEqual(expect.objectContaining({ ...gareth, state: 'out' }));
    await endRollCall();
  });

  test('G8: a live roll call at one sends people to the assembly point at the other with central away, until it is over', async () => {
    const emergency = (await main.running.kiosk()).getByText('Emergency: go to the assembly point').first();
    await ask(await goods.running.desk(), 'startMuster', { kind: 'live' });
    await emergency.waitFor(SOON);
    show(main.inOnly, 'good-two-clients');
    await expect.poll(() => actsOf(main.running.home).at(-1), SOON).toBe('roll_call');
    await endRollCall();
    await emergency.waitFor({ state: 'detached', ...SOON });
  });

  test('D6, issue 6.5: a badge that was granted at one is not granted another 24 hours at the other', () => {
    const grantsOf = ({ running }: Gate) =>
      journalEvents(running.home).filter(
        ({ type, data }) => type === 'access.granted' && data['workerId'] === workerIdOf('youssef'),
      );
    expect([main, goods].map((gate) => grantsOf(gate).length)).toEqual([1, 0]);
  });

  test('C6, issue 6.5: a pass made at one is good at the other with central away, and one that was ended there is not', async () => {
    const desk = await goods.running.desk();
    const values = (await ask<PassForm>(desk, 'getPassForm')).fields.map(({ id }) => ({ id, value: 'said' }));
    const issue = async (lastName: string) =>
      (await ask<{ pass: PassView }>(desk, 'issuePass', { person: { firstName: 'Vera', lastName }, values })).pass;
    const [good, ended] = [await issue('Visit'), await issue('Void')];
    await ask(desk, 'endPass', { passId: ended.passId, why: 'withdrawn' });
    await expect.poll(() => permitsAt(main, 'ended'), SOON).toEqual([ended.passId]);
    main.inOnly.scan(good.text);
    await expect.poll(() => lastOf(main).data, SOON).toMatchObject({ workerId: good.workerId, code: 'welcome' });
    main.inOnly.scan(ended.text);
    await expect.poll(() => actsOf(main.running.home).at(-1), SOON).toBe('badge_revoked');
  });

  test('what the gates told each other is one act each once central tells it too', async () => {
    const desk = await goods.running.desk();
    const acts = async () =>
      (await ask<ActsPage>(desk, 'listActs', { query: 'Gareth', offset: 0, limit: 50 })).rows.map(({ type }) => type);
    const both = ['presence.checked_out', 'presence.checked_in'];
    expect(await acts()).toEqual(both);
    await central.heal();
    // A new act makes a gate try at once, and so does the button at the desk.
    show(main.inOnly, 'good-expiring');
    await ask(desk, 'syncNow');
    await expect.poll(() => heardOf(goods, workerIdOf('gareth')), AFTER_BACKOFF).toBe('outside');
    expect(await acts()).toEqual(both);
  });

  test('G5: the same person in at both while offline is found when they meet again', async () => {
    central.cut();
    show(main.inOnly, 'good');
    show(goods.inOnly, 'good');
    const workerId = workerIdOf('amara');
    for (const gate of [main, goods]) await expect.poll(() => workerOf(gate), SOON).toBe(workerId);
    await central.heal();
    const flagged = async () =>
      [...(await central.events(main.running.home)), ...(await central.events(goods.running.home))].filter(
        (event) => event['code'] === 'inside_elsewhere' && event.type === 'presence.checked_in',
      );
    await expect
      .poll(async () => (await flagged()).map((event) => event['data']), SOON)
      .toContainEqual(expect.objectContaining({ workerId }));
  });

  test('G5, issue 6.5: where the rule is the same between gates, in at one is refused at the other with central away', async () => {
    central.cut();
    for (const { running } of [main, goods]) {
      await running.close();
      // As central tells a place with that rule.
      const db = openSqlite(path.join(running.home, 'cache.db'));
      db.exec(`update entity set data = json_set(data, '$.antiPassbackBetweenGates', 'same') where entity = 'policy'`);
      db.close();
    }
    [main, goods] = [await again(main), await again(goods)];
    const desk = await goods.running.desk();
    show(main.inOnly, 'good-two-orders');
    const insideAtGoods = async () => (await ask<ListAnswer>(desk, 'getList', INSIDE)).inside?.rows ?? [];
    const workerId = workerIdOf('gareth');
    await expect.poll(insideAtGoods, SOON).toContainEqual(expect.objectContaining({ workerId, gateName: 'Main gate' }));
    show(goods.inOnly, 'good-two-orders');
    await expect.poll(() => actsOf(goods.running.home).at(-1), SOON).toBe('inside_other_gate');
  });

  test('both journals say what their projections hold', () => {
    expect([main, goods].map(({ running }) => projectionsOf(running.home))).toEqual([[], []]);
  });
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** What the PC that stood at the main gate before saw: Amara came in, and nobody saw her leave. */
async function comeInTwentyHoursAgo(central: RunningCentral): Promise<void> {
  const running = { url: central.url, clock: { nowMs: Date.now() - 20 * HOUR_MS } } as CentralOfDevice;
  const enrolmentCode = await central.newCode();
  const json = { enrolmentCode, name: 'The PC before', platform: 'linux', appVersion: '0.1.0' };
  const { body } = await call<EnrolAnswer>(running, '/v1/devices/enrol', { json });
  const before = new TestDevice(running, body);
  await before.push(before.checkIn(FORGETFUL));
}
