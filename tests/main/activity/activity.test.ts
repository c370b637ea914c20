import { describe, expect, test } from 'vitest';
import { createActivity } from '../../../main/activity/activity.ts';
import { createLeavers } from '../../../main/checkout/leavers.ts';
import { checkoutDesk } from '../checkout/checkout-desk.ts';
import { checkIn, checkOut, IDENTITY, refusal, START_MS } from '../fixtures.ts';
import { put } from '../site.ts';

const HOUR = 3_600_000;
const BEN = put('worker', 'ben', { firstName: 'Ben', lastName: 'Reed' });
const TOLD = put('activity', 'told-1', {
  type: 'presence.checked_in',
  workerId: 'ben',
  locationId: 'location-2',
  gateId: 'gate-9',
  occurredAt: new Date(START_MS + HOUR / 2).toISOString(),
  code: 'welcome',
  mode: 'scan',
});
const NOT_MINE = put('activity', 'told-2', { ...TOLD.data, id: 'told-2', locationId: 'location-3' });

function site() {
  const all = checkoutDesk([BEN, TOLD, NOT_MINE]);
  const activity = createActivity(all.ground, createLeavers(all.ground));
  all.journal.append([checkIn('anna')]);
  all.clock.advance(HOUR);
  all.journal.append([refusal('too_early'), checkIn('ben'), checkOut('ben')]);
  const acts = (filters: Record<string, unknown> = {}) =>
    activity.listActs({ query: '', offset: 0, limit: 50, ...filters });
  return { ...all, acts, activity };
}
const said = (rows: readonly { readonly name?: string | undefined; readonly type: string }[]) =>
  rows.map(({ name, type }) => `${name ?? 'somebody'} ${type.split('.').at(-1)}`);

describe('all acts', () => {
  test('C1: of this gate and of the other places of the user, newest first, and of no others', async () => {
    const { rows, total } = await site().acts();
    expect(said(rows)).toEqual([
      'Ben Reed checked_out',
      'Ben Reed checked_in',
      'somebody refused',
      'Ben Reed checked_in',
      'Anna Kowalska checked_in',
    ]);
    expect([total, rows[3]?.locationName]).toEqual([5, 'Depot']);
  });

  test.each([
    ['status checked in', { status: 'checked_in' }, ['Anna Kowalska checked_in']],
    ['status checked out', { status: 'checked_out' }, ['Ben Reed checked_out']],
    ['status refused', { status: 'refused' }, ['somebody refused']],
    ['a name', { query: 'kowal' }, ['Anna Kowalska checked_in']],
    ['a company', { contractorId: 'contractor-1' }, ['Anna Kowalska checked_in']],
    ['another place', { locationId: 'location-2' }, ['Ben Reed checked_in']],
    ['a client', { clientId: 'client-1' }, ['Anna Kowalska checked_in']],
    ['a client that nobody is connected to', { clientId: 'client-9' }, []],
    ['another gate', { gateId: 'gate-9' }, ['Ben Reed checked_in']],
    [
      'this gate',
      { gateId: IDENTITY.gateId },
      ['Ben Reed checked_out', 'Ben Reed checked_in', 'somebody refused', 'Anna Kowalska checked_in'],
    ],
    ['who is in, and a client', { status: 'checked_in', clientId: 'client-1' }, ['Anna Kowalska checked_in']],
    ['who is in, and another client', { status: 'checked_in', clientId: 'client-9' }, []],
    ['who is in, and another gate', { status: 'checked_in', gateId: 'gate-9' }, []],
    ['who is in, and a time before', { status: 'checked_in', untilMs: START_MS }, []],
    ['a mode', { mode: 'bulk' }, []],
    ['a time', { fromMs: START_MS + HOUR, status: 'checked_out' }, ['Ben Reed checked_out']],
    ['a person', { workerId: 'ben' }, ['Ben Reed checked_out', 'Ben Reed checked_in', 'Ben Reed checked_in']],
    ['a time that is over', { untilMs: START_MS + HOUR / 2 }, ['Anna Kowalska checked_in']],
    ['a time to come', { fromMs: START_MS + 2 * HOUR }, []],
  ])('are narrowed by %s', async (_what, filters, expected) => {
    expect(said((await site().acts(filters)).rows)).toEqual(expected);
  });

  test('of another gate within one second stand in their order', async () => {
    const { cache, acts } = site();
    const told = (id: string, type: string, ms: number) =>
      put('activity', id, { ...TOLD.data, id, type, occurredAt: new Date(START_MS + ms).toISOString() });
    const [inside, out] = [told('e-1', 'presence.checked_in', 2200), told('e-2', 'presence.checked_out', 2700)];
    cache.apply([out, inside], 'c9', true, START_MS);
    expect(said((await acts({ locationId: 'location-2' })).rows).slice(-2)).toEqual([
      'Ben Reed checked_out',
      'Ben Reed checked_in',
    ]);
  });

  test('B4: only the coming in that somebody is inside by has the arrow', async () => {
    const { rows } = await site().acts();
    expect(said(rows.filter(({ canCheckOut }) => canCheckOut))).toEqual(['Anna Kowalska checked_in']);
  });
});

test('B1: the dashboard counts who is checked in now, arrivals by hour and refusals by reason', () => {
  const { activity } = site();
  const { checkedIn, places, arrivals, refusals, overstaying } = activity.getDashboard({});
  expect([checkedIn, overstaying, places.map(({ checkedIn: n }) => n)]).toEqual([1, 0, [1, 0]]);
  expect(arrivals.filter(({ count }) => count > 0)).toEqual([
    { atMs: START_MS, count: 2 },
    { atMs: START_MS + HOUR, count: 1 },
  ]);
  expect(refusals).toEqual([{ code: 'too_early', count: 1 }]);
});

test('B1: of one place the dashboard has its own figures, and all places to choose from', () => {
  const { activity } = site();
  const { checkedIn, places, arrivals, refusals } = activity.getDashboard({ locationId: 'location-2' });
  expect([checkedIn, places.map(({ id }) => id), refusals]).toEqual([0, ['location-1', 'location-2'], []]);
  expect(arrivals.filter(({ count }) => count > 0)).toEqual([{ atMs: START_MS, count: 1 }]);
});

test('the gates that can be chosen are those of the user’s places', async () => {
  const gates = ['location-1', 'location-2', 'location-3'].map((locationId) =>
    put('gate', `gate of ${locationId}`, { name: 'North', locationId }),
  );
  const { cache, acts } = site();
  cache.apply(gates, 'c9', true, START_MS);
  expect((await acts()).gates.map(({ id }) => id)).toEqual(
    expect.arrayContaining(['gate of location-1', 'gate of location-2']),
  );
  expect((await acts()).gates.map(({ id }) => id)).not.toContain('gate of location-3');
});
