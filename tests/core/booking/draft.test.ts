import { expect, test } from 'vitest';
import { changedBooking, newBooking, type BookingDraft } from '../../../core/booking/draft.ts';
import { wallAt } from '../../../core/site/day.ts';

const DRAFT: BookingDraft = {
  clientId: 'c',
  name: ' Open day ',
  startsAt: '2026-03-12T08:00',
  endsAt: '2026-07-12T18:30',
  staffNumbers: 4,
  skills: [{ skill: 'Stewarding', count: 2 }],
  resources: [],
  requiredQualifications: [],
  notes: '  ',
};
const WARSAW = { locationId: 'l', timeZone: 'Europe/Warsaw', staffNumbers: true };

test('E3: a new event starts as to be confirmed, at the clock times of its place', () => {
  expect(newBooking('b', DRAFT, WARSAW)).toEqual({
    id: 'b',
    status: 'to_be_confirmed',
    clientId: 'c',
    locationId: 'l',
    name: 'Open day',
    startsAt: '2026-03-12T07:00:00.000Z',
    endsAt: '2026-07-12T16:30:00.000Z',
    staffNumbers: 4,
    skills: [{ skill: 'Stewarding', count: 2 }],
    resources: [],
    requiredQualifications: [],
  });
});

test('E3: staff numbers only where the client has them enabled', () => {
  expect(newBooking('b', DRAFT, { ...WARSAW, staffNumbers: false })).not.toHaveProperty('staffNumbers');
});

test('a change leaves alone what the office added', () => {
  const before = { ...newBooking('b', DRAFT, WARSAW), status: 'confirmed' as const, teamLeader: { name: 'Nadia' } };
  expect(changedBooking(before, { ...DRAFT, name: 'Closed day' }, WARSAW)).toMatchObject({
    id: 'b',
    name: 'Closed day',
    status: 'confirmed',
    teamLeader: { name: 'Nadia' },
  });
});

test.each([
  ['in winter', '2026-01-12T08:00'],
  ['in summer', '2026-07-12T23:45'],
])('a clock time is read back as it was written %s', (_when, wall) => {
  const { startsAt } = newBooking('b', { ...DRAFT, startsAt: wall }, WARSAW);
  expect(wallAt(Date.parse(startsAt), 'Europe/Warsaw')).toBe(wall);
});
