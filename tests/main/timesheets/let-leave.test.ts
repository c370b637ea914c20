import { expect, test } from 'vitest';
import { createCache } from '../../../main/cache/cache.ts';
import { letTimesheetsLeave } from '../../../main/timesheets/let-leave.ts';
import { handClock, newHome, openTestStore, START_MS } from '../fixtures.ts';
import { put } from '../site.ts';

const DAY_MS = 86_400_000;
const dayBefore = (days: number): string => new Date(START_MS - days * DAY_MS).toISOString().slice(0, 10);
const sheet = (id: string, days: number, status: string) =>
  put('timesheet', id, {
    workerId: 'anna',
    locationId: 'location-1',
    day: dayBefore(days),
    status,
    spans: [],
    workedMinutes: 480,
    breakMinutes: 0,
    estimated: false,
  });

function gate({ knowsTime = true } = {}) {
  const clock = handClock();
  if (knowsTime) clock.learnOffset(new Date(START_MS).toISOString(), START_MS, START_MS);
  const { db } = openTestStore(newHome(), clock);
  const cache = createCache(db);
  const old = Array.from({ length: 250 }, (_, n) => sheet(`old-${n}`, 200 + n, 'approved'));
  const others = [sheet('young', 20, 'approved'), sheet('open', 900, 'open'), sheet('disputed', 400, 'disputed')];
  cache.apply([...old, ...others], 'c1', true, START_MS);
  let turns = 0;
  const breathe = async (): Promise<void> => void (turns += 1);
  return {
    letLeave: (stopAfter = Number.POSITIVE_INFINITY) =>
      letTimesheetsLeave({ db, clock, breathe, isStopped: () => turns >= stopAfter }),
    left: () => cache.all('timesheet').map(({ id }) => id),
  };
}

test('C4: approved hours of half a year ago leave the gate, all others stay', async () => {
  const { letLeave, left } = gate();
  expect(await letLeave()).toBe(250);
  expect(left()).toEqual(['disputed', 'open', 'young']);
  expect(await letLeave()).toBe(0);
});

test('a few at a time, and no further once the gate is stopped', async () => {
  const { letLeave, left } = gate();
  expect(await letLeave(1)).toBe(98);
  expect(left()).toHaveLength(155);
});

test('without central’s time nothing is old', async () => {
  expect(await gate({ knowsTime: false }).letLeave()).toBe(0);
});
