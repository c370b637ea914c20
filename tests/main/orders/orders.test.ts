import { describe, expect, test } from 'vitest';
import type { OrdersAsk, SubmitAsk } from '../../../preload/order-views.ts';
import { clientSectionsSchema } from '../../../core/site/entities.ts';
import { portalDesk } from '../portal/portal-desk.ts';
import { put } from '../site.ts';

const order = (id: string, more: Record<string, unknown> = {}) =>
  put('order', id, {
    clientId: 'client-1',
    locationId: 'location-1',
    title: `Order ${id}`,
    startsAt: '2026-03-03T06:00:00.000Z',
    endsAt: '2026-03-03T14:00:00.000Z',
    wanted: 2,
    status: 'open',
    ...more,
  });
const placement = (id: string, workerId: string, more: Record<string, unknown> = {}) =>
  put('placement', id, {
    orderId: 'a',
    locationId: 'location-1',
    workerId,
    startsAt: '2026-03-03T06:00:00.000Z',
    endsAt: '2026-03-03T14:00:00.000Z',
    status: 'placed',
    ...more,
  });
const TOLD = [
  order('a'),
  placement('p1', 'anna'),
  placement('p2', 'stranger', { workerName: 'Bo Lind', status: 'confirmed' }),
  placement('p3', 'gone', { status: 'cancelled', workerName: 'Not Me' }),
  order('b', { locationId: 'location-2', clientId: 'client-2', status: 'filled', title: 'Lifting' }),
  order('c', { endsAt: '2026-03-01T14:00:00.000Z', startsAt: '2026-03-01T06:00:00.000Z' }),
  order('d', { locationId: 'location-9' }),
];
const ASK: OrdersAsk = { query: '', offset: 0, limit: 50 };
const WANTED: SubmitAsk = {
  clientId: 'client-1',
  locationId: 'location-1',
  title: 'Four riggers',
  startsAt: '2026-03-29T01:00',
  endsAt: '2026-03-29T06:00',
  wanted: 4,
};
const sections = (id: string, off: Record<string, boolean>) =>
  put('client', id, {
    name: id,
    requiresWorkerRegistration: true,
    requiresCheckIn: true,
    sections: clientSectionsSchema.parse(off),
  }, 9); // prettier-ignore
const ids = (desk: ReturnType<typeof portalDesk>, more: Partial<OrdersAsk> = {}) =>
  desk.orders.listOrders({ ...ASK, ...more }).rows.map(({ orderId }) => orderId);

describe('C2: orders', () => {
  test('have their placements with who and when, those of another place by the name that came along', () => {
    const [row] = portalDesk(TOLD).orders.listOrders(ASK).rows;
    expect(row).toMatchObject({ status: 'open', wanted: 2, taken: 2, clientName: 'Harbour Works', waiting: false });
    expect(row?.placements.map(({ name, status }) => [name, status])).toEqual([
      ['Anna Kowalska', 'placed'],
      ['Bo Lind', 'confirmed'],
    ]);
  });

  test.each<[string, Partial<OrdersAsk>, string[]]>([
    ['nothing', {}, ['a', 'b']],
    ['a state', { status: 'filled' }, ['b']],
    ['a client', { clientId: 'client-2' }, ['b']],
    ['a place', { locationId: 'location-1' }, ['a']],
    ['a title', { query: 'lift' }, ['b']],
    ['somebody who is placed', { query: 'kowal' }, ['a']],
    ['what is over', { past: true }, ['c']],
  ])('are narrowed by %s', (_what, more, expected) => {
    expect(ids(portalDesk(TOLD), more)).toEqual(expected);
  });

  test.each([
    ['both', 'open', ['a', 'b'], 2],
    ['here', 'open', ['a'], 1],
    ['contact', 'open', ['a'], 2],
    ['guard', 'not_allowed', [], 0],
    [undefined, 'sign_in', [], 0],
  ])('C1: %s sees those of the own places and people', (user, access, expected, places) => {
    const desk = portalDesk(TOLD);
    desk.signIn(user);
    const page = desk.orders.listOrders(ASK);
    expect([page.access, page.rows.map(({ orderId }) => orderId), page.places.length]).toEqual([
      access,
      expected,
      places,
    ]);
  });

  test('the section of one client off hides its orders alone, of all clients everything', () => {
    const desk = portalDesk([...TOLD, sections('client-2', { orders: false })]);
    expect([ids(desk), desk.orders.listOrders(ASK).access]).toEqual([['a'], 'open']);
    desk.tell(sections('client-1', { orders: false }));
    expect(desk.orders.listOrders(ASK)).toMatchObject({ access: 'off', rows: [], places: [] });
  });

  test('nobody submits where that is off, nor another’s order', () => {
    const desk = portalDesk([...TOLD, sections('client-1', { submitOrders: false })]);
    expect(desk.orders.submitOrder(WANTED)).toEqual({ fault: 'section_off' });
    expect(desk.orders.listOrders(ASK).places.map(({ clients }) => clients.map(({ id }) => id))).toEqual([
      ['client-2'],
    ]);
    desk.signIn('contact');
    const other = { ...WANTED, locationId: 'location-2', clientId: 'client-2' };
    expect(desk.orders.submitOrder(other)).toEqual({ fault: 'actor_not_allowed' });
    desk.signIn('guard');
    expect(desk.orders.submitOrder(WANTED)).toEqual({ fault: 'actor_not_allowed' });
    expect(desk.journal.lastSeq()).toBe(0);
  });

  test('a new one is there at once, by the place’s clock over daylight saving, and goes when central refuses', () => {
    const desk = portalDesk();
    expect(desk.orders.submitOrder(WANTED)).toEqual({ fault: null });
    expect(desk.last()?.data['order']).toMatchObject({
      startsAt: '2026-03-29T00:00:00.000Z',
      endsAt: '2026-03-29T04:00:00.000Z',
      status: 'submitted',
    });
    expect(desk.orders.listOrders(ASK).rows).toMatchObject([{ title: 'Four riggers', waiting: true }]);
    desk.answer(1, 'rejected');
    expect(desk.orders.listOrders(ASK)).toMatchObject({
      rows: [],
      refused: [{ title: 'Four riggers', code: 'section_off' }],
    });
  });

  test('an order that is over before it begins is not written', () => {
    const desk = portalDesk();
    expect(desk.orders.submitOrder({ ...WANTED, endsAt: WANTED.startsAt })).toEqual({ fault: 'order_times' });
    expect(desk.journal.lastSeq()).toBe(0);
  });
});
