import { describe, expect, test } from 'vitest';
import { attendance, attendanceRules, type AttendanceFacts } from '../../../core/site/attendance.ts';
import { policySchema } from '../../../core/site/policy.ts';

const MIN = 60_000;
const HOUR = 60 * MIN;
/** Where the location says nothing else. */
const RULES = attendanceRules(policySchema.parse({ id: 'policy-1', locationId: 'location-1' }));
/** An order from 8 to 16 h. */
const SHIFT = { startsAtMs: 8 * HOUR, endsAtMs: 16 * HOUR };
const came = (sinceMs: number) => ({ inside: true, sinceMs });
const went = (sinceMs: number) => ({ inside: false, sinceMs });

describe('C3: who is working', () => {
  test.each<[string, AttendanceFacts, string]>([
    ['long before the start', { ...SHIFT, nowMs: 6 * HOUR }, 'scheduled'],
    ['at the start', { ...SHIFT, nowMs: 8 * HOUR }, 'scheduled'],
    ['at the end of the grace', { ...SHIFT, nowMs: 8 * HOUR + 15 * MIN }, 'scheduled'],
    ['just after the grace', { ...SHIFT, nowMs: 8 * HOUR + 15 * MIN + 1 }, 'late'],
    ['just before nobody waits any more', { ...SHIFT, nowMs: 12 * HOUR - 1 }, 'late'],
    ['when nobody waits any more', { ...SHIFT, nowMs: 12 * HOUR }, 'no_show'],
    ['a short order that is over', { startsAtMs: 8 * HOUR, endsAtMs: 9 * HOUR, nowMs: 9 * HOUR }, 'no_show'],
    ['a very short order, over within the grace', { startsAtMs: 0, endsAtMs: 5 * MIN, nowMs: 6 * MIN }, 'no_show'],
    ['in', { ...SHIFT, ...came(8 * HOUR), nowMs: 9 * HOUR }, 'in'],
    ['in before the start', { ...SHIFT, ...came(7 * HOUR), nowMs: 7.5 * HOUR }, 'in'],
    ['still in after the end', { ...SHIFT, ...came(8 * HOUR), nowMs: 20 * HOUR }, 'in'],
    ['in late', { ...SHIFT, ...came(13 * HOUR), nowMs: 14 * HOUR }, 'in'],
    ['on a break', { ...SHIFT, ...came(8 * HOUR), breakSinceMs: 12 * HOUR, nowMs: 12.5 * HOUR }, 'on_break'],
    ['gone home early', { ...SHIFT, ...went(10 * HOUR), nowMs: 11 * HOUR }, 'out'],
    ['gone after the end', { ...SHIFT, ...went(16.5 * HOUR), nowMs: 17 * HOUR }, 'out'],
    ['here yesterday, not yet today', { ...SHIFT, ...went(-8 * HOUR), nowMs: 7 * HOUR }, 'scheduled'],
    ['here yesterday, late today', { ...SHIFT, ...went(-8 * HOUR), nowMs: 9 * HOUR }, 'late'],
    ['inside with no work today', { ...came(8 * HOUR), nowMs: 9 * HOUR }, 'in'],
    ['on a break with no work today', { ...came(8 * HOUR), breakSinceMs: 9 * HOUR, nowMs: 9 * HOUR }, 'on_break'],
    ['outside with no work today', { ...went(8 * HOUR), nowMs: 9 * HOUR }, 'out'],
  ])('%s', (_what, facts, state) => {
    expect(attendance(facts, RULES)).toBe(state);
  });

  test('the rules may be a site’s own', () => {
    const rules = attendanceRules({ lateMinutes: 0, noShowMinutes: 60 });
    expect(attendance({ ...SHIFT, nowMs: 8 * HOUR + 1 }, rules)).toBe('late');
    expect(attendance({ ...SHIFT, nowMs: 9 * HOUR }, rules)).toBe('no_show');
  });

  test('nobody is late who will not come any more, whichever limit is the longer', () => {
    const rules = attendanceRules({ lateMinutes: 90, noShowMinutes: 60 });
    expect(attendance({ ...SHIFT, nowMs: 9 * HOUR - 1 }, rules)).toBe('scheduled');
    expect(attendance({ ...SHIFT, nowMs: 9 * HOUR }, rules)).toBe('no_show');
  });
});
