import { expect, test } from 'vitest';
import { dayAround } from '../../../core/site/day.ts';

test.each([
  ['Europe/Warsaw', '2026-03-02T06:00:00Z', '2026-03-01T23:00:00.000Z', '2026-03-02T23:00:00.000Z'],
  ['Europe/Warsaw', '2026-03-01T23:00:00Z', '2026-03-01T23:00:00.000Z', '2026-03-02T23:00:00.000Z'],
  ['Europe/Warsaw', '2026-03-01T22:59:59.999Z', '2026-02-28T23:00:00.000Z', '2026-03-01T23:00:00.000Z'],
  // The day that lacks an hour, and the day that has one twice.
  ['Europe/Warsaw', '2026-03-29T10:00:00Z', '2026-03-28T23:00:00.000Z', '2026-03-29T22:00:00.000Z'],
  ['Europe/Warsaw', '2026-10-25T10:00:00Z', '2026-10-24T22:00:00.000Z', '2026-10-25T23:00:00.000Z'],
  ['Australia/Sydney', '2026-06-01T20:00:00Z', '2026-06-01T14:00:00.000Z', '2026-06-02T14:00:00.000Z'],
  ['America/Los_Angeles', '2026-01-01T05:00:00Z', '2025-12-31T08:00:00.000Z', '2026-01-01T08:00:00.000Z'],
  ['Asia/Kathmandu', '2026-06-01T20:00:00Z', '2026-06-01T18:15:00.000Z', '2026-06-02T18:15:00.000Z'],
  ['UTC', '2026-12-31T23:59:59Z', '2026-12-31T00:00:00.000Z', '2027-01-01T00:00:00.000Z'],
  // Chile skips midnight itself: the day begins at 1 o'clock.
  ['America/Santiago', '2026-09-06T12:00:00Z', '2026-09-06T04:00:00.000Z', '2026-09-07T03:00:00.000Z'],
])('in %s, %s is in the day from %s to %s', (zone, now, start, end) => {
  const { startMs, endMs } = dayAround(Date.parse(now), zone);
  expect([new Date(startMs).toISOString(), new Date(endMs).toISOString()]).toEqual([start, end]);
});
