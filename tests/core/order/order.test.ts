import { describe, expect, test } from 'vitest';
import { isForClient, orderFault, statusOf, type OrderFacts } from '../../../core/order/order.ts';
import { clientSectionsSchema, type Client, type Location, type User } from '../../../core/site/entities.ts';

const CLIENT: Client = { id: 'mill', name: 'Mill', requiresWorkerRegistration: true, requiresCheckIn: true };
const YARD: Location = { id: 'yard', name: 'Yard', clientIds: ['mill'], timeZone: 'UTC', requiresCheckIn: true };
const SUPERVISOR: Pick<User, 'role' | 'clientId' | 'locationIds'> = { role: 'supervisor', locationIds: ['yard'] };
const contactOf = (clientId: string) => ({ role: 'client_contact' as const, clientId, locationIds: ['yard'] });
const FACTS: OrderFacts = {
  client: CLIENT,
  location: YARD,
  user: SUPERVISOR,
  atMs: Date.parse('2026-03-10T06:00:00Z'),
};
const times = (startsAt: string, endsAt: string) => ({ startsAt: `${startsAt}:00.000Z`, endsAt: `${endsAt}:00.000Z` });
const TOMORROW = times('2026-03-11T06:00', '2026-03-11T14:00');
const without = (section: 'orders' | 'submitOrders'): Client => ({
  ...CLIENT,
  sections: clientSectionsSchema.parse({ [section]: false }),
});

describe('C2: what may be ordered', () => {
  test.each<[string, typeof TOMORROW, Partial<OrderFacts>, string | undefined]>([
    ['people for tomorrow', TOMORROW, {}, undefined],
    ['by the client’s own contact', TOMORROW, { user: contactOf('mill') }, undefined],
    ['by nobody who is named', TOMORROW, { user: undefined }, undefined],
    ['for now: it has begun', times('2026-03-10T05:00', '2026-03-10T14:00'), {}, undefined],
    ['with the section off', TOMORROW, { client: without('orders') }, 'section_off'],
    ['with the right to submit off', TOMORROW, { client: without('submitOrders') }, 'section_off'],
    ['by the contact of another client', TOMORROW, { user: contactOf('harbour') }, 'actor_not_allowed'],
    ['at a place that is not the user’s', TOMORROW, { user: { ...SUPERVISOR, locationIds: [] } }, 'actor_not_allowed'],
    ['at a place of other clients', TOMORROW, { location: { ...YARD, clientIds: ['x'] } }, 'client_elsewhere'],
    ['at no place that is known', TOMORROW, { location: undefined }, 'client_elsewhere'],
    ['for a client that is not known', TOMORROW, { client: undefined }, 'client_elsewhere'],
    ['ending before it begins', times('2026-03-11T14:00', '2026-03-11T06:00'), {}, 'order_times'],
    ['when it is over', times('2026-03-09T06:00', '2026-03-10T06:00'), {}, 'order_times'],
    ['for longer than a year', times('2026-03-11T06:00', '2027-03-30T06:00'), {}, 'order_times'],
  ])('%s', (_what, order, but, expected) => {
    expect(orderFault(order, { ...FACTS, ...but })).toBe(expected);
  });
});

describe('C2: what becomes of an order', () => {
  const places = (...statuses: ('placed' | 'confirmed' | 'cancelled')[]) =>
    statuses.map((status, at) => ({ status, workerId: `w-${at}` }));
  test.each([
    ['nobody yet', 'submitted', places(), 'submitted'],
    ['somebody', 'submitted', places('placed'), 'open'],
    ['all', 'open', places('placed', 'confirmed'), 'filled'],
    ['one taken back', 'filled', places('placed', 'cancelled'), 'open'],
    ['all taken back', 'filled', places('cancelled', 'cancelled'), 'open'],
    ['cancelled', 'cancelled', places('placed', 'placed'), 'cancelled'],
    ['the same person twice', 'open', [...places('placed'), ...places('placed')], 'open'],
  ] as const)('%s', (_what, status, placements, expected) => {
    expect(statusOf({ status, wanted: 2 }, placements)).toBe(expected);
  });
});

test.each([
  ['a supervisor', { role: 'supervisor' }, 'mill', true],
  ['a contact, of their own client', { role: 'client_contact', clientId: 'mill' }, 'mill', true],
  ['a contact, of another', { role: 'client_contact', clientId: 'mill' }, 'harbour', false],
  ['a contact, of nobody’s in particular', { role: 'client_contact', clientId: 'mill' }, undefined, true],
] as const)('C1: %s', (_who, user, clientId, expected) => {
  expect(isForClient(user, clientId)).toBe(expected);
});
