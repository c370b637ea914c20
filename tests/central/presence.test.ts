import { describe, expect, test } from 'vitest';
import { demoId } from '../../central/demo/id.ts';
import { workerIdOf } from '../../central/demo/people.ts';
import { EASTFIELD, MAIN_GATE, RIVERSIDE, USERS } from '../../central/demo/site.ts';
import { ACTIVITY_KEPT_MS, ACTIVITY_MOST } from '../../central/sync/activity.ts';
import { publish } from '../../central/sync/publish.ts';
import { applyTo, enrolled, startCentral, START_MS, type RunningCentral, type TestDevice } from './running-central.ts';

const AMARA = workerIdOf('amara');
const SUPERVISOR = USERS.find(({ id }) => id === demoId('user/supervisor'))!;
const ADMINISTRATOR = USERS.find(({ id }) => id === demoId('user/administrator'))!;
const iso = (minutes: number) => new Date(START_MS + minutes * 60_000).toISOString();

/** What a gate's copy holds of one entity. */
const held = async (device: TestDevice, entity: string) =>
  [...(await device.copy()).cache.values()].filter((change) => change.entity === entity).map(({ data }) => data);

const undo = (device: TestDevice, eventId: string, what = 'checked_in') =>
  device.event('act.undone', { eventId, what, workerId: AMARA, reason: 'The other person' });

async function twoGates() {
  const running = await startCentral();
  return { running, one: await enrolled(running, 0), other: await enrolled(running, 1) };
}

describe('G5: who is inside, at every gate of the place', () => {
  test('names the act that it stands on', async () => {
    const { one, other } = await twoGates();
    const event = one.checkIn(AMARA);
    await one.push(event);
    expect(await held(other, 'presence')).toMatchObject([{ workerId: AMARA, inside: true, eventId: event.id }]);
  });

  test('an entry that is undone leaves what was before', async () => {
    const { one, other } = await twoGates();
    await one.push(one.checkIn(AMARA, { occurredAt: iso(-60) }), one.checkOut(AMARA, { occurredAt: iso(-50) }));
    const mistaken = one.checkIn(AMARA, { occurredAt: iso(-2) });
    await one.push(mistaken, undo(one, mistaken.id));
    expect(await held(other, 'presence')).toMatchObject([{ inside: false, since: iso(-50) }]);
  });

  test('the only entry, undone, leaves nothing', async () => {
    const { one, other } = await twoGates();
    const mistaken = one.checkIn(AMARA);
    await one.push(mistaken, undo(one, mistaken.id));
    expect(await held(other, 'presence')).toEqual([]);
  });

  test('an undoing that arrives before its act undoes it too', async () => {
    const { one, other } = await twoGates();
    const mistaken = one.checkIn(AMARA);
    await one.push(undo(one, mistaken.id));
    await one.push(mistaken);
    expect(await held(other, 'presence')).toEqual([]);
  });

  test('no gate can undo what another did', async () => {
    const { one, other } = await twoGates();
    const entry = one.checkIn(AMARA);
    await one.push(entry);
    await other.push(undo(other, entry.id));
    expect(await held(one, 'presence')).toMatchObject([{ inside: true }]);
  });

  test('an entry that was undone is no reason to flag the next gate', async () => {
    const { one, other } = await twoGates();
    const mistaken = one.checkIn(AMARA, { occurredAt: iso(-5) });
    await one.push(mistaken, undo(one, mistaken.id));
    expect(await other.push(other.checkIn(AMARA))).toMatchObject([{ status: 'accepted' }]);
  });
});

describe('B1, B2: over several places', () => {
  /** The supervisor is the only one with both places. */
  const depotAndTower = async () => {
    const running = await startCentral();
    const ofTowerAlone = { ...ADMINISTRATOR, locationIds: [RIVERSIDE] };
    await running.central.store.write((rows) => publish(rows, 'user', ofTowerAlone, START_MS));
    return { running, tower: await enrolled(running, 0), depot: await enrolled(running, 2) };
  };
  const elsewhere = async (device: TestDevice) =>
    (await held(device, 'presence')).filter((data) => data?.['locationId'] !== device.locationId);

  const withSupervisor = (running: RunningCentral, but: object) =>
    running.central.store.write((rows) => publish(rows, 'user', { ...SUPERVISOR, ...but }, START_MS));

  test('a supervisor of both sees at one who is inside at the other, with name, place and gate', async () => {
    const { running, tower, depot } = await depotAndTower();
    const stranger = demoId('worker/stranger');
    const record = { id: stranger, firstName: 'Sadia', lastName: 'Holm' };
    await running.central.store.write((rows) => publish(rows, 'worker', record, START_MS));
    await tower.push(tower.checkIn(stranger));
    expect(await elsewhere(depot)).toMatchObject([{ workerId: stranger, locationId: RIVERSIDE, gateId: MAIN_GATE }]);
    const { cache } = await depot.copy();
    expect(cache.get(`worker ${stranger}`)?.data).toMatchObject(record);
    expect(cache.has(`location ${RIVERSIDE}`) && cache.has(`gate ${MAIN_GATE}`)).toBe(true);

    await tower.push(tower.checkOut(stranger));
    const after = (await depot.copy()).cache;
    expect(await elsewhere(depot)).toEqual([]);
    expect(after.has(`worker ${stranger}`)).toBe(false);
  });

  test.each([
    ['is no longer active', { status: 'inactive' }],
    ['is gate staff', { role: 'gate_staff' }],
    ['has lost the other place', { locationIds: [EASTFIELD] }],
  ])('nobody sees it when the only one who had both %s', async (_what, but) => {
    const { running, tower, depot } = await depotAndTower();
    await tower.push(tower.checkIn(AMARA));
    const before = await depot.copy();
    await withSupervisor(running, but);
    expect(await elsewhere(depot)).toEqual([]);
    const { changes } = await depot.pull(before.cursor);
    applyTo(before.cache, changes);
    expect([...before.cache.values()].filter(({ entity }) => entity === 'presence')).toEqual([]);
  });

  test('who was inside before somebody got both places is shown then', async () => {
    const { running, tower, depot } = await depotAndTower();
    await withSupervisor(running, { locationIds: [RIVERSIDE] });
    await tower.push(tower.checkIn(AMARA));
    expect(await elsewhere(depot)).toEqual([]);
    await withSupervisor(running, {});
    expect(await elsewhere(depot)).toMatchObject([{ workerId: AMARA, inside: true }]);
  });

  test('a checkout from the desk of another place counts where the person was', async () => {
    const { tower, depot } = await depotAndTower();
    await tower.push(tower.checkIn(AMARA, { occurredAt: iso(-60) }));
    const data = { workerId: AMARA, mode: 'manual', code: 'goodbye', notes: [], atLocationId: RIVERSIDE };
    const actor = { kind: 'user', userId: SUPERVISOR.id } as const;
    expect(await depot.push(depot.event('presence.checked_out', data, { actor }))).toMatchObject([
      { status: 'accepted' },
    ]);
    expect(await held(tower, 'presence')).toMatchObject([{ inside: false, locationId: RIVERSIDE, since: iso(0) }]);
    expect(await held(tower, 'activity')).toMatchObject([{ locationId: RIVERSIDE, gateId: depot.gateId }]);
  });

  test('and is not taken from an account that has no part in that place', async () => {
    const { depot } = await depotAndTower();
    const data = { workerId: AMARA, mode: 'manual', code: 'goodbye', notes: [], atLocationId: RIVERSIDE };
    const actor = { kind: 'user', userId: demoId('user/depot') } as const;
    expect(await depot.push(depot.event('presence.checked_out', data, { actor }))).toMatchObject([
      { status: 'rejected', code: 'actor_not_allowed' },
    ]);
  });
});

describe('acts of the other gates', () => {
  test('are told as they were, at the time that they had by central’s clock', async () => {
    const { one, other } = await twoGates();
    const entry = one.checkIn(AMARA, { occurredAt: iso(-30), clockOffsetMs: 60_000 });
    const refusal = one.event('access.refused', { code: 'unknown_badge', textHash: 'a'.repeat(64) });
    await one.push(entry, refusal);
    const { gateId, locationId, deviceId } = one;
    const at = { gateId, locationId, deviceId };
    const byTime = (await held(other, 'activity')).sort((a, b) =>
      String(a?.['occurredAt']).localeCompare(String(b?.['occurredAt'])),
    );
    expect(byTime).toEqual([
      { id: entry.id, type: entry.type, ...at, occurredAt: iso(-29), workerId: AMARA, code: 'welcome', mode: 'scan' },
      { id: refusal.id, type: refusal.type, ...at, occurredAt: iso(0), code: 'unknown_badge' },
    ]);
  });

  test('are not told to the device that did them, nor to another place', async () => {
    const { running, one } = await twoGates();
    await one.push(one.checkIn(AMARA));
    expect(await held(one, 'activity')).toEqual([]);
    expect(await held(await enrolled(running, 2), 'activity')).toEqual([]);
  });

  test('are told to a PC that takes the place of another at the same gate', async () => {
    const { running, one } = await twoGates();
    await one.push(one.checkIn(AMARA));
    expect(await held(await enrolled(running, 0), 'activity')).toMatchObject([{ workerId: AMARA }]);
  });

  test('of devices and doors are not told', async () => {
    const { one, other } = await twoGates();
    await one.push(one.event('device.stopped', { reason: 'test' }), one.event('door.forced', { doorId: 'door-1' }));
    expect(await held(other, 'activity')).toEqual([]);
  });

  test('go after a week, also from a copy that had them', async () => {
    const { running, one, other } = await twoGates();
    await one.push(one.checkIn(AMARA));
    const copy = await other.copy();
    running.clock.nowMs += ACTIVITY_KEPT_MS + 1;
    await one.push(one.event('device.stopped', { reason: 'test' }));
    const { changes } = await other.pull(copy.cursor);
    applyTo(copy.cache, changes);
    expect([...copy.cache.values()].filter(({ entity }) => entity === 'activity')).toEqual([]);
    expect(await held(other, 'presence')).toHaveLength(1);
  });

  test('that arrive after a week offline are no news any more', async () => {
    const { one, other } = await twoGates();
    await one.push(one.checkIn(AMARA, { occurredAt: new Date(START_MS - ACTIVITY_KEPT_MS - 1).toISOString() }));
    expect(await held(other, 'activity')).toEqual([]);
    expect(await held(other, 'presence')).toHaveLength(1);
  });

  test('are bounded in number: the newest stay', async () => {
    const running = await startCentral();
    const keep = 3;
    const ids = await running.central.store.write(async ({ events }) => {
      for (let n = 1; n <= 5; n += 1)
        await events.addActivity({ locationId: 'l', correctedAtMs: n * 10, eventId: `e${n}` });
      return events.takeOldActivity('l', 0, keep);
    });
    expect(ids.sort()).toEqual(['e1', 'e2']);
    expect(ACTIVITY_MOST).toBeGreaterThan(1000);
  });
});
