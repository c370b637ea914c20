import { describe, expect, test } from 'vitest';
import { afterWrong, isLocked, waitUntilMs, type Tries } from '../../../core/session/lock-out.ts';

const NOW = Date.parse('2026-03-02T06:00:00.000Z');
const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

const wrongTimes = (count: number): Tries =>
  Array.from({ length: count }).reduce<Tries | undefined>((tries) => afterWrong(tries, NOW), undefined) as Tries;

test.each([
  [1, 1 * SECOND, false],
  [2, 2 * SECOND, false],
  [3, 4 * SECOND, false],
  [4, 8 * SECOND, false],
  [5, 5 * MINUTE, true],
  [6, 10 * MINUTE, true],
  [7, 20 * MINUTE, true],
  [8, 40 * MINUTE, true],
  [9, 60 * MINUTE, true],
  [40, 60 * MINUTE, true],
])('after %i wrong tries the next one waits %i ms; locked: %s', (count, waitMs, locked) => {
  const tries = wrongTimes(count);
  expect(waitUntilMs(tries, NOW)).toBe(NOW + waitMs);
  expect(isLocked(tries)).toBe(locked);
});

describe('a wait', () => {
  test('is over when its time has come', () => {
    expect(waitUntilMs(wrongTimes(5), NOW + 5 * MINUTE)).toBeUndefined();
    expect(waitUntilMs(wrongTimes(5), NOW + 5 * MINUTE - 1)).toBe(NOW + 5 * MINUTE);
  });
  test('does not begin for somebody who never tried', () => {
    expect(waitUntilMs(undefined, NOW)).toBeUndefined();
  });
  test('gets no longer by a clock that is set back', () => {
    expect(waitUntilMs(wrongTimes(5), NOW - 30 * 24 * HOUR)).toBe(NOW - 30 * 24 * HOUR + 5 * MINUTE);
  });
});

test('tries that are half a day old count no more', () => {
  expect(afterWrong(wrongTimes(6), NOW + 12 * HOUR)).toEqual({ wrong: 1, atMs: NOW + 12 * HOUR });
  expect(afterWrong(wrongTimes(6), NOW + 12 * HOUR - 1).wrong).toBe(7);
});
