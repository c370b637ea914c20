import { expect, test } from 'vitest';
import type { Timesheet } from '../../../core/site/portal.ts';
import { keptFrom, mayLeave } from '../../../core/timesheet/leaving.ts';

const LATER = { workedMinutes: 600, breakMinutes: 0 };

test.each<[string, Pick<Timesheet, 'status' | 'later' | 'day'>, boolean]>([
  ['old and approved', { status: 'approved', day: '2026-03-09' }, true],
  ['approved half a year ago to the day', { status: 'approved', day: '2026-03-10' }, false],
  ['old, approved, and the acts say something else', { status: 'approved', later: LATER, day: '2026-03-09' }, false],
  ['old and disputed', { status: 'disputed', day: '2026-03-09' }, false],
  ['old and never looked at', { status: 'open', day: '2026-03-09' }, false],
])('C4: hours that are %s leave the gate: %o %s', (_what, sheet, expected) => {
  expect(mayLeave(sheet, '2026-03-10')).toBe(expected);
});

test('hours are kept for 26 weeks', () => {
  expect(keptFrom(Date.parse('2026-09-08T23:59:00Z'))).toBe('2026-03-10');
});
