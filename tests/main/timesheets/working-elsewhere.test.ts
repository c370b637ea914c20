import { expect, test } from 'vitest';
import { createWorkingElsewhere } from '../../../main/timesheets/working-elsewhere.ts';
import { portalDesk } from '../portal/portal-desk.ts';
import { put } from '../site.ts';

const sheet = (workerId: string, more: Record<string, unknown>) =>
  put('timesheet', `sheet-${workerId}`, {
    workerId,
    workerName: workerId,
    locationId: 'location-2',
    day: '2026-03-02',
    status: 'open',
    workedMinutes: 0,
    breakMinutes: 0,
    estimated: false,
    ...more,
  });
const FIVE = '2026-03-02T05:00:00.000Z';
const placed = (workerId: string, from: string) =>
  put('placement', `placement-${workerId}`, {
    orderId: 'wanted',
    locationId: 'location-2',
    workerId,
    workerName: workerId,
    startsAt: `2026-03-02T${from}:00.000Z`,
    endsAt: '2026-03-02T14:00:00.000Z',
    status: 'placed',
  });
const TOLD = [
  put('order', 'wanted', {
    clientId: 'client-2',
    locationId: 'location-2',
    title: 'Lifting',
    startsAt: FIVE,
    endsAt: '2026-03-02T14:00:00.000Z',
    wanted: 3,
    status: 'open',
  }),
  sheet('Ada', { openSince: FIVE }),
  sheet('Ben', { openSince: FIVE, onBreakSince: FIVE }),
  sheet('Cy', { spans: [{ from: '2026-03-02T03:00:00.000Z', to: FIVE, estimated: false }] }),
  sheet('Di', { day: '2026-03-01', openSince: '2026-03-01T21:00:00.000Z' }),
  sheet('Here', { locationId: 'location-1', openSince: FIVE }),
  placed('Ada', '05:00'),
  placed('Ed', '05:00'),
  placed('Flo', '07:00'),
];

test.each([
  ['both', ['Ada in', 'Ben on_break', 'Cy out', 'Di in', 'Ed late', 'Flo scheduled']],
  ['contact', ['Ada in', 'Ben on_break', 'Cy out', 'Di in']],
  ['here', []],
  [undefined, []],
])('C3, C1: %s sees who works at the other own places', (user, expected) => {
  const desk = portalDesk(TOLD);
  desk.signIn(user);
  const { rows } = createWorkingElsewhere(desk.ground)();
  expect(rows.map(({ name, state }) => `${name} ${state}`)).toEqual(expected);
});
