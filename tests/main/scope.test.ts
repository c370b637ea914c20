import { expect, test } from 'vitest';
import type { Fact } from '../../core/event/event.ts';
import { createAreas } from '../../main/areas.ts';
import type { Ground } from '../../main/ground.ts';
import { LISTS } from '../../preload/list-views.ts';
import { checkoutDesk } from './checkout/checkout-desk.ts';
import { checkIn, checkOut, START_MS } from './fixtures.ts';
import { put } from './site.ts';

const HOUR = 3_600_000;
const iso = (hours: number): string => new Date(START_MS + hours * HOUR).toISOString();
const times = { startsAt: iso(-1), endsAt: iso(8) };

/** Everything of a place that nobody here looks after says so by this. */
const YARD = 'FOREIGN';
const FOREIGN = [
  put('location', 'yard', {
    name: `${YARD} yard`,
    clientIds: ['client-1'],
    timeZone: 'Europe/Warsaw',
    requiresCheckIn: true,
  }),
  put('workOrder', 'order-yard', {
    number: `${YARD}-1`,
    title: `${YARD} work`,
    clientId: 'client-1',
    locationId: 'yard',
    status: 'open',
    ...times,
  }),
  put('assignment', 'a-yard', { workOrderId: 'order-yard', workerId: 'anna' }),
  put('booking', 'b-yard', {
    name: `${YARD} fair`,
    clientId: 'client-1',
    locationId: 'yard',
    status: 'confirmed',
    ...times,
  }),
  put('rosterEntry', 'r-yard', { bookingId: 'b-yard', workerId: 'anna', ...times }),
  put('activity', 'act-yard', {
    type: 'presence.checked_in',
    workerId: 'ben',
    locationId: 'yard',
    gateId: 'gate-yard',
    occurredAt: iso(0),
    code: 'welcome',
    mode: 'scan',
  }),
  put('gate', 'gate-yard', { name: `${YARD} gate`, locationId: 'yard' }),
  put('presence', 'p-yard', { workerId: 'ben', locationId: 'yard', gateId: 'gate-yard', inside: true, since: iso(0) }),
  put('worker', 'ben', { firstName: 'Ben', lastName: 'Reed' }),
];

const NO_FILES = { goingUp: { begin: () => undefined, list: () => [] } } as unknown as Ground['blobs'];

/** A supervisor of this place and the depot; somebody who looks after the yard too checked Ben out of it from here. */
function site() {
  const all = checkoutDesk(FOREIGN);
  all.journal.append([checkIn('anna')]);
  all.clock.advance(HOUR);
  const data = { ...checkOut('ben').data, atLocationId: 'yard' };
  all.journal.append([{ ...checkOut('ben'), data } as Fact]);
  const areas = createAreas({ ...all.ground, blobs: NO_FILES }, () => undefined);
  return { ...all, areas, nowMs: all.clock.nowMs() };
}
type Site = ReturnType<typeof site>;
const page = { query: '', offset: 0, limit: 100 };

const CALLS: readonly (readonly [string, (site: Site) => unknown])[] = [
  ...LISTS.flatMap((list) => [
    [`the list ${list}`, ({ areas, nowMs }: Site) => areas.lists.answer({ ...page, list }, nowMs)] as const,
    [
      `the list ${list}, searched`,
      ({ areas, nowMs }: Site) => areas.lists.answer({ ...page, list, query: 'reed' }, nowMs),
    ] as const,
    [
      `the list ${list} by its word`,
      ({ areas, nowMs }: Site) => areas.lists.answer({ ...page, list, query: YARD }, nowMs),
    ] as const,
    [
      `the file of the list ${list}`,
      async ({ areas, nowMs }: Site) => {
        const pages: unknown[] = [];
        for await (const one of areas.lists.everything({ list, query: '' }, nowMs)) pages.push(one);
        return pages;
      },
    ] as const,
  ]),
  ['all acts', ({ areas }) => areas.activity.listActs(page)],
  ['all acts of a person', ({ areas }) => areas.activity.listActs({ ...page, workerId: 'ben' })],
  [
    'the acts of a place that is asked for all the same',
    ({ areas }) => areas.activity.listActs({ ...page, locationId: 'yard' }),
  ],
  ['who is checked in', ({ areas }) => areas.activity.listActs({ ...page, status: 'checked_in' })],
  ['the dashboard', ({ areas }) => areas.activity.getDashboard({})],
  [
    'the dashboard of a place that is asked for all the same',
    ({ areas }) => areas.activity.getDashboard({ locationId: 'yard' }),
  ],
  ['whom to check out', ({ areas }) => areas.checkout.listForCheckout(page)],
  [
    'whom to check out of a place that is asked for all the same',
    ({ areas }) => areas.checkout.listForCheckout({ ...page, locationId: 'yard' }),
  ],
  ['who works at other places today', ({ areas }) => areas.workingElsewhere()],
  ['the crews', ({ areas, nowMs }) => areas.crews.list('', nowMs)],
  ['the events', ({ areas, nowMs }) => areas.events.list('', nowMs)],
  ['the card of a person with work there', ({ areas }) => areas.person('anna')],
  ['the card of a person who was there', ({ areas }) => areas.person('ben')],
];

test.each(CALLS)('C1: %s tells nothing of a place that the user does not look after', async (_what, ask) => {
  const all = site();
  const answer = JSON.stringify(await ask(all));
  expect(answer).not.toContain(YARD);
  expect(answer).not.toContain('yard');
});

test('C1: counts have the rows of the user’s places alone', async () => {
  const { areas, nowMs } = site();
  const { scheduled, working, inside } = areas.lists.counts(nowMs);
  expect({ scheduled, working, inside }).toEqual({ scheduled: 1, working: 1, inside: 1 });
  expect((await areas.lists.answer({ ...page, list: 'feed' }, nowMs)).feed?.total).toBe(1);
  expect((await areas.activity.listActs(page)).total).toBe(1);
  expect(areas.activity.getDashboard({})).toMatchObject({ checkedIn: 1 });
});

test('C1: who looks after the place as well sees it', async () => {
  const { areas, cache, nowMs } = site();
  const user = cache.get('user', 'user-1');
  cache.apply([put('user', 'user-1', { ...user, locationIds: ['location-1', 'yard'] }, 2)], 'c2', true, START_MS);
  expect((await areas.activity.listActs(page)).total).toBe(3);
  expect((await areas.lists.answer({ ...page, list: 'feed' }, nowMs)).feed?.total).toBe(2);
  expect(areas.person('anna')?.orders.map(({ number }) => number)).toContain(`${YARD}-1`);
});
