import { describe, expect, test } from 'vitest';
import { demoId } from '../../central/demo/id.ts';
import { orderIdOf } from '../../central/demo/orders.ts';
import { workerIdOf } from '../../central/demo/people.ts';
import { EASTFIELD, HARBOURLINE, NORTHLIGHT, RIVERSIDE } from '../../central/demo/site.ts';
import type { Timesheet } from '../../core/site/portal.ts';
import { sheetId } from '../../core/timesheet/sheet-id.ts';
import { ADMIN_TOKEN, call, enrolled, sha256, startCentral, type TestDevice } from './running-central.ts';

const GARETH = workerIdOf('gareth');
const by = (key: string) => ({ actor: { kind: 'user' as const, userId: demoId(`user/${key}`) } });
const at = (when: string) => ({ occurredAt: `2026-03-${when}:00.000Z` });
const comeIn = (gate: TestDevice, when: string, order: 'fitOut' | 'switchgear' = 'fitOut') =>
  gate.event(
    'presence.checked_in',
    { workerId: GARETH, mode: 'scan', code: 'welcome', notes: [], workOrderIds: [orderIdOf(order)] },
    at(when),
  );
const idOf = (day: string, locationId = RIVERSIDE) => sheetId(sha256, locationId, GARETH, day);
const sheetAt = async (gate: TestDevice, day: string, locationId = RIVERSIDE) =>
  (await gate.copy()).cache.get(`timesheet ${idOf(day, locationId)}`)?.data as unknown as Timesheet | undefined;
const decision = (gate: TestDevice, more: Record<string, unknown>, user = 'supervisor', day = '2026-03-09') => {
  const what = 'reason' in more ? 'timesheet.disputed' : 'timesheet.approved';
  return gate.event(what, { timesheetId: idOf(day), workerId: GARETH, day, ...more }, by(user));
};
const HOURS = { workedMinutes: 480, breakMinutes: 0, estimated: false };

describe('C4: central keeps timesheets', () => {
  test('of a day over two gates, live, with whose work it was', async () => {
    const running = await startCentral();
    const [main, goods] = [await enrolled(running), await enrolled(running, 1)];
    await main.push(comeIn(main, '09T07:00'));
    expect(await sheetAt(goods, '2026-03-09')).toMatchObject({ openSince: '2026-03-09T07:00:00.000Z', spans: [] });
    await goods.push(goods.checkOut(GARETH, at('09T15:00')));
    const sheet = await sheetAt(main, '2026-03-09');
    expect(sheet).toMatchObject({
      workedMinutes: 480,
      status: 'open',
      clientId: HARBOURLINE,
      workerName: 'Gareth Llewellyn',
    });
    expect(sheet).not.toHaveProperty('openSince');
  });

  test('of a night on the day on which it began, whatever arrives first', async () => {
    const running = await startCentral();
    const [main, goods] = [await enrolled(running), await enrolled(running, 1)];
    await goods.push(goods.checkOut(GARETH, at('09T05:00')));
    await main.push(comeIn(main, '08T21:00'));
    expect(await sheetAt(main, '2026-03-08')).toMatchObject({ workedMinutes: 480 });
    expect((await sheetAt(main, '2026-03-09'))?.spans).toEqual([]);
  });

  test('of somebody who was forgotten inside for weeks, on the day on which they came', async () => {
    const running = await startCentral();
    const [main, goods] = [await enrolled(running), await enrolled(running, 1)];
    await main.push(comeIn(main, '09T07:00'));
    await goods.push(goods.checkOut(GARETH, at('25T07:00')));
    const sheet = await sheetAt(main, '2026-03-09');
    expect(sheet).toMatchObject({ workedMinutes: 16 * 24 * 60 });
    expect(sheet).not.toHaveProperty('openSince');
  });

  test('of where somebody was checked out of from another place', async () => {
    const running = await startCentral();
    const [main, depot] = [await enrolled(running), await enrolled(running, 2)];
    await depot.push(comeIn(depot, '09T07:00'));
    const data = { workerId: GARETH, mode: 'manual', code: 'goodbye', notes: [], estimated: true, reason: 'Closed' };
    const out = { ...data, atLocationId: EASTFIELD };
    await main.push(main.event('presence.checked_out', out, { ...by('supervisor'), ...at('09T11:00') }));
    expect(await sheetAt(depot, '2026-03-09', EASTFIELD)).toMatchObject({ workedMinutes: 240, estimated: true });
    // C1: the supervisor looks after both.
    expect(await sheetAt(main, '2026-03-09', EASTFIELD)).toMatchObject({ workerName: 'Gareth Llewellyn' });
  });

  test('without what was taken back', async () => {
    const gate = await enrolled(await startCentral());
    const [entry, exit] = [comeIn(gate, '09T07:00'), gate.checkOut(GARETH, at('09T09:00'))];
    const undo = { eventId: exit.id, what: 'checked_out', workerId: GARETH, reason: 'Not her' };
    await gate.push(entry, exit, gate.event('act.undone', undo, { ...by('supervisor'), ...at('09T09:01') }));
    expect(await sheetAt(gate, '2026-03-09')).toMatchObject({ openSince: '2026-03-09T07:00:00.000Z' });
  });

  test('approved with those hours and by whom; what happens later stands beside them', async () => {
    const gate = await enrolled(await startCentral());
    await gate.push(comeIn(gate, '09T07:00'), gate.checkOut(GARETH, at('09T15:00')));
    expect(await gate.push(decision(gate, HOURS))).toMatchObject([{ status: 'accepted' }]);
    expect(await sheetAt(gate, '2026-03-09')).toMatchObject({
      status: 'approved',
      decidedBy: demoId('user/supervisor'),
      workedMinutes: 480,
    });
    await gate.push(comeIn(gate, '09T16:00'), gate.checkOut(GARETH, at('09T18:00')));
    expect(await sheetAt(gate, '2026-03-09')).toMatchObject({
      status: 'approved',
      workedMinutes: 480,
      later: { workedMinutes: 600 },
    });
  });

  test('approved before the acts arrived meet them afterwards', async () => {
    const running = await startCentral();
    const [main, goods] = [await enrolled(running), await enrolled(running, 1)];
    await main.push(decision(main, HOURS));
    await goods.push(comeIn(goods, '09T07:00'), goods.checkOut(GARETH, at('09T15:00')));
    const sheet = await sheetAt(main, '2026-03-09');
    expect([sheet?.status, sheet?.spans.length, sheet?.later]).toEqual(['approved', 1, undefined]);
  });

  test('disputed with the reason, they go on following the acts and can be approved after all', async () => {
    const gate = await enrolled(await startCentral());
    await gate.push(comeIn(gate, '09T07:00'), decision(gate, { reason: 'He left at noon' }, 'contact'));
    await gate.push(gate.checkOut(GARETH, at('09T12:00')));
    expect(await sheetAt(gate, '2026-03-09')).toMatchObject({
      status: 'disputed',
      reason: 'He left at noon',
      workedMinutes: 300,
    });
    await gate.push(decision(gate, { ...HOURS, workedMinutes: 300 }));
    const sheet = await sheetAt(gate, '2026-03-09');
    expect([sheet?.status, sheet?.reason]).toEqual(['approved', undefined]);
  });

  test('nobody decides anew on an approved day, of another place, or without the right', async () => {
    const gate = await enrolled(await startCentral());
    await gate.push(comeIn(gate, '09T07:00'), gate.checkOut(GARETH, at('09T15:00')), decision(gate, HOURS));
    const asked = [
      decision(gate, HOURS, 'contact'),
      decision(gate, { reason: 'Too many hours' }),
      decision(gate, { ...HOURS, atLocationId: EASTFIELD }),
      decision(gate, HOURS, 'desk'),
    ];
    expect((await gate.push(...asked)).map(({ code }) => code)).toEqual([
      'timesheet_locked',
      'timesheet_locked',
      'actor_not_allowed',
      'actor_not_allowed',
    ]);
    expect(await sheetAt(gate, '2026-03-09')).toMatchObject({ status: 'approved', workedMinutes: 480 });
  });

  test('C1: no contact decides on the hours of another client, and with the section off nobody does', async () => {
    const running = await startCentral();
    const gate = await enrolled(running);
    await gate.push(comeIn(gate, '09T07:00', 'switchgear'), gate.checkOut(GARETH, at('09T15:00')));
    expect(await sheetAt(gate, '2026-03-09')).toMatchObject({ clientId: NORTHLIGHT });
    const asked = decision(gate, HOURS, 'contact');
    expect(await gate.push(asked)).toMatchObject([{ status: 'rejected', code: 'actor_not_allowed' }]);
    const off = { clientId: NORTHLIGHT, sections: { timesheets: false } };
    await call(running, '/v1/admin/sections', { token: ADMIN_TOKEN, json: off });
    expect(await gate.push(decision(gate, HOURS))).toMatchObject([{ status: 'rejected', code: 'section_off' }]);
  });
});
