import { expect, test } from 'vitest';
import { todaysFigures } from '../../../main/activity/figures.ts';
import { checkoutDesk } from '../checkout/checkout-desk.ts';
import { checkIn, checkOut, refusal, START_MS } from '../fixtures.ts';
import { put } from '../site.ts';

const HOUR_MS = 3_600_000;
const at = (minutes: number): number => START_MS + minutes * 60_000;
const told = (id: string, minutes: number, type: string, more: Record<string, unknown> = {}) =>
  put('activity', id, {
    type,
    workerId: 'ben',
    locationId: 'location-1',
    gateId: 'gate-9',
    occurredAt: new Date(at(minutes)).toISOString(),
    ...more,
  });

function figures(places: readonly string[], changes: Parameters<typeof checkoutDesk>[0] = []) {
  const { ground, journal } = checkoutDesk(changes);
  journal.append([checkIn('anna')], at(59));
  journal.append([checkIn('ben'), refusal('too_early')], at(60));
  journal.append([checkIn('cleo'), checkOut('ben'), refusal(), refusal('too_early')], at(119));
  journal.append([checkIn('dov')], at(180));
  const { arrivals, refusals } = todaysFigures(ground)(START_MS, START_MS + 3 * HOUR_MS, places);
  return { arrivals: arrivals.map(({ count }) => count), refusals };
}

test('B1: who came in is counted hour by hour, and why people were turned away by reason', () => {
  expect(figures(['location-1'])).toEqual({
    arrivals: [1, 2, 0],
    refusals: [
      { code: 'too_early', count: 2 },
      { code: 'unknown_badge', count: 1 },
    ],
  });
});

const OTHERS = [
  told('e-1', 30, 'presence.checked_in'),
  told('e-2', 130, 'presence.checked_in'),
  told('e-3', 140, 'access.refused', { code: 'unknown_badge' }),
  told('e-4', 150, 'access.refused', { code: 'unknown_badge' }),
  told('e-5', 31, 'presence.checked_out'),
  told('e-6', 32, 'presence.checked_in', { locationId: 'location-2' }),
];

test('B1: what the place’s other gates did counts as well', () => {
  expect(figures(['location-1'], OTHERS)).toEqual({
    arrivals: [2, 2, 1],
    refusals: [
      { code: 'unknown_badge', count: 3 },
      { code: 'too_early', count: 2 },
    ],
  });
});

test('C1: another place has what was done there alone', () => {
  expect(figures(['location-2'], OTHERS)).toEqual({ arrivals: [1, 0, 0], refusals: [] });
});
