import { expect, test } from 'vitest';
import { todaysFigures } from '../../../main/activity/figures.ts';
import { checkIn, checkOut, newHome, openTestStore, refusal, START_MS } from '../fixtures.ts';

const HOUR_MS = 3_600_000;

test('B1: who came in is counted hour by hour, and why people were turned away by reason', () => {
  const { db, journal } = openTestStore(newHome());
  const at = (minutes: number): number => START_MS + minutes * 60_000;
  journal.append([checkIn('anna')], at(59));
  journal.append([checkIn('ben'), refusal('too_early')], at(60));
  journal.append([checkIn('cleo'), checkOut('ben'), refusal(), refusal('too_early')], at(119));
  journal.append([checkIn('dov')], at(180));
  const { arrivals, refusals } = todaysFigures(db)(START_MS, START_MS + 3 * HOUR_MS);
  expect(arrivals).toEqual([
    { atMs: START_MS, count: 1 },
    { atMs: START_MS + HOUR_MS, count: 2 },
    { atMs: START_MS + 2 * HOUR_MS, count: 0 },
  ]);
  expect(refusals).toEqual([
    { code: 'too_early', count: 2 },
    { code: 'unknown_badge', count: 1 },
  ]);
  db.close();
});
