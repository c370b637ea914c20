import { describe, expect, test } from 'vitest';
import { leftSign, overdueMs } from '../../../core/checkout/signs.ts';

const HOUR = 3_600_000;
const at = (hour: number): number => hour * HOUR;

describe('B2: how likely somebody has left', () => {
  test.each([
    ['the shift goes on', { nowMs: at(12), lastSeenMs: at(6), shiftEndsAtMs: at(14) }, -2, 'at_work'],
    ['the shift ends now', { nowMs: at(14), lastSeenMs: at(6), shiftEndsAtMs: at(14) }, 0, 'at_work'],
    ['the shift has ended', { nowMs: at(17), lastSeenMs: at(6), shiftEndsAtMs: at(14) }, 3, 'shift_over'],
    ['seen after the shift', { nowMs: at(17), lastSeenMs: at(16), shiftEndsAtMs: at(14) }, 1, 'shift_over'],
    ['no shift, just in', { nowMs: at(8), lastSeenMs: at(6) }, -8, 'at_work'],
    ['no shift, a long day', { nowMs: at(17), lastSeenMs: at(6) }, 1, 'long_inside'],
    ['no shift, since yesterday', { nowMs: at(32), lastSeenMs: at(6) }, 16, 'long_inside'],
  ] as const)('%s', (_case, seen, hours, sign) => {
    expect([overdueMs(seen) / HOUR, leftSign(seen)]).toEqual([hours, sign]);
  });
});
