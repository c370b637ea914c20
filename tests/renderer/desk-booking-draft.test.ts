import { expect, test } from 'vitest';
import type { BookingForm, DraftView } from '../../preload/booking-views.ts';
import { draftFrom, filledFrom, missingIn, startingAt } from '../../renderer/desk/bookings/draft.ts';

const FORM: BookingForm = { clients: [], skills: [], resources: [], qualifications: [], now: '2026-03-10T06:00' };
const NIGHT: DraftView = {
  clientId: 'c',
  name: 'Night market',
  startsAt: '2026-02-27T18:00',
  endsAt: '2026-02-28T02:00',
  staffNumbers: 6,
  skills: [{ skill: 'Stewarding', count: 4 }],
  resources: ['Radios'],
  requiredQualifications: ['Crowd safety'],
};

test('E3: a night that is booked again ends on the morning after', () => {
  const again = filledFrom(FORM, NIGHT, true);
  expect(missingIn(again)).toEqual(['starts', 'ends']);
  const chosen = startingAt(again, { ...again.starts, day: '2026-03-31' });
  expect(missingIn(chosen)).toEqual([]);
  expect(draftFrom(chosen)).toEqual({ ...NIGHT, startsAt: '2026-03-31T18:00', endsAt: '2026-04-01T02:00' });
});

test('an end that somebody chose stays where it is', () => {
  const filled = filledFrom(FORM, NIGHT, false);
  expect(startingAt(filled, { day: '2026-02-28', time: '18:00' }).ends.day).toBe('2026-02-28');
});

test('an end before the start is asked for again', () => {
  const filled = filledFrom(FORM, { ...NIGHT, endsAt: '2026-02-27T17:00' }, false);
  expect(missingIn(filled)).toEqual(['order']);
});
