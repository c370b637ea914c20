import { describe, expect, test } from 'vitest';
import type { GateEvent } from '../../../core/event/event.ts';
import { placesOfWish, WISH_TYPES, wishesOf } from '../../../core/wish/wishes.ts';

const AT = '2026-03-02T06:00:00.000Z';
const event = (type: string, data: object): GateEvent =>
  ({ type, data, locationId: 'yard', occurredAt: AT, actor: { kind: 'user', userId: 'sup' } }) as unknown as GateEvent;

/** The record that a wish makes of another. */
const after = (of: GateEvent, before?: object): unknown => {
  const last = wishesOf(of).at(-1);
  return last?.after(before as never);
};

const CONNECTION = { id: 'c', workerId: 'w', clientId: 'k', assessment: {}, induction: {}, credential: {} };
const ADDED = { connectionId: 'c', workerId: 'w', clientId: 'k', locationIds: ['yard'] };
const BOOKING = { id: 'b', name: 'Gala', locationId: 'yard' };
const USER = { id: 'u', name: 'Old', role: 'client_contact', status: 'active', locationIds: ['yard'] };
const SHEET = { timesheetId: 't', workerId: 'w', day: '2026-03-01' };
const HOURS = { workedMinutes: 480, breakMinutes: 30, estimated: false };

describe('what an act wishes of a record', () => {
  test.each<[string, GateEvent, object | undefined, object | undefined]>([
    [
      'A3: a new connection lacks everything that the client asks for',
      event('connection.added', ADDED),
      undefined,
      { id: 'c', locationIds: ['yard'], induction: { status: 'missing' } },
    ],
    [
      'A4: a further location joins those that are there',
      event('connection.added', { ...ADDED, locationIds: ['dock'] }),
      { ...CONNECTION, locationIds: ['yard'] },
      { locationIds: ['yard', 'dock'] },
    ],
    ['A3: a deleted connection is gone', event('connection.deleted', { connectionId: 'c' }), CONNECTION, undefined],
    ['C2: an order is there', event('order.submitted', { order: { id: 'o' } }), undefined, { id: 'o' }],
    [
      "C2: central's word on it is the later one",
      event('order.submitted', { order: { id: 'o', status: 'submitted' } }),
      { id: 'o', status: 'open' },
      { status: 'open' },
    ],
    ['E3: a booking is there', event('booking.created', { booking: BOOKING }), undefined, BOOKING],
    ['E3: a booking changes', event('booking.changed', { booking: BOOKING }), { ...BOOKING, name: 'Ball' }, BOOKING],
    ['a change of what is gone changes nothing', event('booking.changed', { booking: BOOKING }), undefined, undefined],
    [
      'E4: own details',
      event('contact.changed', { userId: 'u', what: 'details', name: 'New' }),
      USER,
      { name: 'New', status: 'active' },
    ],
    [
      'C5: a removed contact is out',
      event('contact.changed', { userId: 'u', what: 'removed' }),
      USER,
      { status: 'inactive' },
    ],
    [
      'C5: an invited contact belongs to the client',
      event('contact.changed', { userId: 'u', what: 'invited', name: 'Ola', clientId: 'k', locationIds: ['yard'] }),
      undefined,
      { name: 'Ola', role: 'client_contact', clientId: 'k', status: 'active' },
    ],
    [
      'C4: approved hours of a day that central has not told of',
      event('timesheet.approved', { ...SHEET, ...HOURS }),
      undefined,
      { status: 'approved', workedMinutes: 480, decidedBy: 'sup', decidedAt: AT, locationId: 'yard' },
    ],
    [
      'C4: a dispute keeps the hours and names its reason',
      event('timesheet.disputed', { ...SHEET, reason: 'He left at noon' }),
      { id: 't', ...HOURS, status: 'open' },
      { status: 'disputed', workedMinutes: 480, reason: 'He left at noon' },
    ],
  ])('%s', (_says, of, before, expected) => {
    expect([after(of, before)]).toMatchObject([expected]);
  });

  test('A3: a new worker comes with the first connection', () => {
    const newWorker = { firstName: 'Ann', lastName: 'Berg' };
    const [worker] = wishesOf(event('connection.added', { ...ADDED, newWorker }));
    expect([worker?.entity, worker?.after(undefined)]).toEqual(['worker', { id: 'w', ...newWorker, keptAt: ['yard'] }]);
  });

  test('A2: whoever loses the last connection stays known where it was taken away', () => {
    const [worker] = wishesOf(event('connection.deleted', { connectionId: 'c', workerId: 'w', clientId: 'k' }));
    expect(worker?.after({ id: 'w', keptAt: ['dock'] } as never)).toEqual({ id: 'w', keptAt: ['dock', 'yard'] });
    expect(worker?.after(undefined)).toBeUndefined();
  });

  test('an approval takes the reason of an earlier dispute away', () => {
    const disputed = { id: 't', ...HOURS, status: 'disputed', reason: 'No' };
    expect(after(event('timesheet.approved', { ...SHEET, ...HOURS }), disputed)).not.toHaveProperty('reason');
  });

  test('nobody is inside still once their day is approved, though central has not heard that they left', () => {
    const inside = {
      id: 't',
      ...HOURS,
      status: 'open',
      openSince: '2026-03-01T06:00:00Z',
      onBreakSince: '2026-03-01T09:00:00Z',
    };
    const approved = after(event('timesheet.approved', { ...SHEET, ...HOURS }), inside);
    expect(approved).not.toHaveProperty('openSince');
    expect(approved).not.toHaveProperty('onBreakSince');
    expect(after(event('timesheet.disputed', { ...SHEET, reason: 'No' }), inside)).toHaveProperty('openSince');
  });

  test('other acts wish nothing', () => {
    expect(wishesOf(event('presence.checked_in', { workerId: 'w' }))).toEqual([]);
    expect(WISH_TYPES).not.toContain('presence.checked_in');
  });
});

test.each<[string, GateEvent, string[]]>([
  ['a connection by its locations', event('connection.added', ADDED), ['yard']],
  ['a connection to all of them by none', event('connection.added', { connectionId: 'c' }), []],
  ['a booking', event('booking.changed', { booking: BOOKING }), ['yard']],
  ['an order', event('order.submitted', { order: { locationId: 'dock' } }), ['dock']],
  ['a document without a place', event('document.added', { document: {} }), []],
  ['a timesheet by the gate', event('timesheet.approved', SHEET), []],
])('C1: places of %s', (_of, of, places) => {
  expect(placesOfWish(of)).toEqual(places);
});
