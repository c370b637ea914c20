import { beforeAll, expect, test } from 'vitest';
import { createActivity } from '../../../main/activity/activity.ts';
import { merged } from '../../../main/activity/merged.ts';
import { createLeavers } from '../../../main/checkout/leavers.ts';
import { foundAtOnce } from '../../../main/lists/walk.ts';
import type { ActFilters, ActRow } from '../../../preload/activity-views.ts';
import { checkoutDesk } from '../checkout/checkout-desk.ts';
import { checkIn, checkOut, refusal, START_MS } from '../fixtures.ts';
import { put } from '../site.ts';

const MINUTE = 60_000;
const ROUNDS = 400;
/** More rounds than there are people who are few. */
const PEOPLE = Array.from({ length: 120 }, (_, n) =>
  put('worker', `w-${n}`, { firstName: `Crew${n}`, lastName: 'Reed', contractorId: 'contractor-1' }),
);
const TOLD = Array.from({ length: 60 }, (_, n) =>
  put('activity', `told-${n}`, {
    type: 'presence.checked_in',
    workerId: `w-${n}`,
    locationId: n % 3 === 0 ? 'location-3' : 'location-2',
    gateId: 'gate-9',
    occurredAt: new Date(START_MS + (n * 6 + 0.5) * MINUTE).toISOString(),
    code: 'welcome',
    mode: 'scan',
  }),
);

function site() {
  const all = checkoutDesk([...PEOPLE, ...TOLD]);
  const activity = createActivity(all.ground, createLeavers(all.ground));
  for (let n = 0; n < ROUNDS; n += 1) {
    all.journal.append([checkIn(`w-${n % 120}`), checkOut(`w-${n % 120}`), ...(n % 10 === 0 ? [refusal()] : [])]);
    all.clock.advance(MINUTE);
  }
  const page = async (offset: number, limit: number, filters: Partial<ActFilters> = {}) => {
    const ask = { query: '', ...filters, offset, limit };
    let answer = await activity.listActs(ask);
    while (answer.more) answer = await activity.listActs(ask);
    return answer;
  };
  const every = async (filters: Partial<ActFilters> = {}) => {
    const rows: ActRow[] = [];
    for (;;) {
      const { rows: some, total } = await page(rows.length, 37, filters);
      rows.push(...some);
      if (some.length === 0) return { rows, total };
    }
  };
  return { ...all, page, every };
}

let shared: ReturnType<typeof site>;
beforeAll(() => {
  shared = site();
});

test('every act there ever was is reached page by page, newest first, each once', async () => {
  const { rows, total } = await shared.every();
  expect(rows).toHaveLength(ROUNDS * 2 + ROUNDS / 10 + 40);
  expect(total).toBe(rows.length);
  expect(new Set(rows.map(({ eventId }) => eventId)).size).toBe(rows.length);
  expect(rows.every(({ atMs }, at) => atMs <= (rows[at - 1]?.atMs ?? Infinity))).toBe(true);
});

test.each<[string, Partial<ActFilters>, number]>([
  ['everybody’s name', { query: 'reed' }, ROUNDS * 2 + 40],
  ['one name', { query: 'crew117 reed' }, 3 * 2],
  ['one person', { workerId: 'w-7' }, 4 * 2 + 1],
  ['a company', { contractorId: 'contractor-1', status: 'checked_out' }, ROUNDS],
  ['a way', { mode: 'scan', status: 'checked_out' }, ROUNDS],
  ['a refusal', { status: 'refused' }, ROUNDS / 10],
  ['another place', { locationId: 'location-2' }, 40],
  ['an hour long ago', { fromMs: START_MS, untilMs: START_MS + 60 * MINUTE, locationId: 'location-1' }, 60 * 2 + 6],
  ['a place of somebody else', { locationId: 'location-3' }, 0],
])('acts by %s are all found and counted', async (_what, filters, count) => {
  const { rows, total } = await shared.every(filters);
  expect([rows.length, total]).toEqual([count, count]);
});

test('what is done meanwhile stands on top, also by a clock that was set back', async () => {
  const { page, journal, clock } = site();
  const before = await page(0, 3);
  journal.append([checkIn('w-3')]);
  const after = await page(0, 4);
  expect(after.rows.slice(1)).toEqual(before.rows);
  expect([after.rows[0]?.workerId, after.total]).toEqual(['w-3', before.total + 1]);
  clock.jump(-2 * MINUTE);
  journal.append([checkOut('w-3')]);
  const last = await page(0, 500);
  expect(last.rows.findIndex(({ workerId, type }) => workerId === 'w-3' && type.endsWith('out'))).toBeGreaterThan(1);
  expect(last.total).toBe(before.total + 2);
});

test('C1: an act at this gate about another place is seen by who looks after that place alone', async () => {
  const { journal, page, cache } = site();
  const away = checkOut('w-5');
  journal.append([{ ...away, data: { ...away.data, atLocationId: 'location-3' } } as typeof away]);
  const { total } = await page(0, 1);
  expect(total).toBe(ROUNDS * 2 + ROUNDS / 10 + 40);
  const user = cache.all('user').find(({ locationIds }) => locationIds.includes('location-2'));
  cache.apply(
    [put('user', user?.id ?? '', { ...user, locationIds: ['location-1', 'location-2', 'location-3'] }, 2)],
    'c',
    true,
    0,
  );
  expect((await page(0, 1)).total).toBe(total + 1 + 20);
});

test('a page of several strands begins where the one before it ended', () => {
  const strand = (times: readonly number[]) => ({
    found: foundAtOnce(times.map((_, at) => at)),
    keyOf: (at: number) => ({ atMs: times[at] ?? 0, from: times.length }),
  });
  const all = merged([strand([9, 7, 7, 7, 1]), strand([8, 7, 7, 2]), strand([])]);
  const whole = all.keys(0, 20);
  expect(whole.map(({ atMs }) => atMs)).toEqual([9, 8, 7, 7, 7, 7, 7, 2, 1]);
  for (let at = 0; at < whole.length; at += 1) expect(all.keys(at, 2)).toEqual(whole.slice(at, at + 2));
});
