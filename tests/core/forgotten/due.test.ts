import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { forgottenAtMs, longestKeptMs } from '../../../core/forgotten/due.ts';
import type { ForgottenCheckout } from '../../../core/site/policy.ts';

const HOUR_MS = 3_600_000;
const at = (time: string, minimumHours = 6): ForgottenCheckout => ({ rule: 'at', time, minimumHours });
const after = (hours: number): ForgottenCheckout => ({ rule: 'after', hours });
const due = (rule: ForgottenCheckout, since: string, zone: string): string | undefined => {
  const ms = forgottenAtMs(rule, Date.parse(since), zone);
  return ms === undefined ? undefined : new Date(ms).toISOString().slice(0, 16);
};

const WARSAW = 'Europe/Warsaw';
const LONDON = 'Europe/London';
const NEW_YORK = 'America/New_York';

describe('G7: a checkout that was forgotten', () => {
  test.each<[string, ForgottenCheckout, string, string, string | undefined]>([
    ['never', { rule: 'never' }, '2026-03-02T06:00Z', WARSAW, undefined],
    ['after 18 hours', after(18), '2026-03-02T06:00Z', WARSAW, '2026-03-03T00:00'],
    ['after half hours', after(1.5), '2026-03-02T06:00Z', WARSAW, '2026-03-02T07:30'],
    ['after 18 hours, the night that loses one', after(18), '2026-03-28T20:00Z', WARSAW, '2026-03-29T14:00'],
    ['in the morning, at 20:00', at('20:00'), '2026-03-02T06:00Z', WARSAW, '2026-03-02T19:00'],
    ['just long enough inside', at('20:00'), '2026-03-02T13:00Z', WARSAW, '2026-03-02T19:00'],
    ['a moment too short', at('20:00'), '2026-03-02T13:00:00.001Z', WARSAW, '2026-03-03T19:00'],
    ['without a shortest stay', at('20:00', 0), '2026-03-02T18:59Z', WARSAW, '2026-03-02T19:00'],
    ['a night shift stays whole at midnight', at('00:00'), '2026-03-02T21:00Z', WARSAW, '2026-03-03T23:00'],
    ['a day shift ends at midnight', at('00:00'), '2026-03-02T06:00Z', WARSAW, '2026-03-02T23:00'],
    ['over midnight', at('04:00'), '2026-03-02T20:00Z', WARSAW, '2026-03-03T03:00'],
    ['a night shift stays whole at 04:00', at('04:00'), '2026-03-02T22:00Z', WARSAW, '2026-03-04T03:00'],
    ['two nights', at('20:00', 30), '2026-03-02T06:00Z', WARSAW, '2026-03-03T19:00'],
    ['in London', at('20:00'), '2026-03-02T06:00Z', LONDON, '2026-03-02T20:00'],
    ['in London in summer', at('20:00'), '2026-07-02T06:00Z', LONDON, '2026-07-02T19:00'],
    ['in New York', at('20:00'), '2026-03-02T12:00Z', NEW_YORK, '2026-03-03T01:00'],
    ['the last day of the year', at('20:00'), '2026-12-31T15:00Z', WARSAW, '2027-01-01T19:00'],
    ['a zone that nobody knows counts as UTC', at('20:00'), '2026-03-02T06:00Z', 'Mars/Olympus', '2026-03-02T20:00'],
  ])('%s', (_what, rule, since, zone, expected) => {
    expect(due(rule, since, zone)).toBe(expected);
  });

  /** Forward: the day has 23 h and an hour of clock times is left out. Back: it has 25 h and an hour comes twice. */
  test.each<[string, ForgottenCheckout, string, string, string]>([
    ['Warsaw forward, after the change', at('20:00'), '2026-03-29T05:00Z', WARSAW, '2026-03-29T18:00'],
    ['Warsaw forward, a time left out', at('02:30'), '2026-03-28T17:00Z', WARSAW, '2026-03-29T01:30'],
    ['Warsaw back, a time twice: the first', at('02:30'), '2026-10-24T16:00Z', WARSAW, '2026-10-25T00:30'],
    ['Warsaw back, a time twice: the second', at('02:30'), '2026-10-24T18:45Z', WARSAW, '2026-10-25T01:30'],
    ['Warsaw back, after both', at('02:30'), '2026-10-24T19:31Z', WARSAW, '2026-10-26T01:30'],
    ['Warsaw back, over the 25 h day', at('00:00'), '2026-10-24T22:30Z', WARSAW, '2026-10-25T23:00'],
    ['London forward, a time left out', at('01:30'), '2026-03-28T17:00Z', LONDON, '2026-03-29T01:30'],
    ['London back, a time twice', at('01:30'), '2026-10-24T17:00Z', LONDON, '2026-10-25T00:30'],
    ['New York forward, a time left out', at('02:30'), '2026-03-07T22:00Z', NEW_YORK, '2026-03-08T07:30'],
    ['New York back, a time twice', at('01:30'), '2026-10-31T22:00Z', NEW_YORK, '2026-11-01T05:30'],
    ['New York back, over the 25 h day', at('00:00'), '2026-11-01T05:00Z', NEW_YORK, '2026-11-02T05:00'],
  ])('when the clocks change: %s', (_what, rule, since, zone, expected) => {
    expect(due(rule, since, zone)).toBe(expected);
  });

  test('comes after the shortest stay, and within a day and the longest change of clocks', () => {
    const times = fc.constantFrom('00:00', '01:30', '02:00', '02:30', '03:00', '20:00', '23:59');
    const zones = fc.constantFrom(WARSAW, LONDON, NEW_YORK, 'Australia/Lord_Howe', 'Asia/Kathmandu', 'UTC');
    const since = fc.integer({ min: Date.parse('2026-01-01T00:00Z'), max: Date.parse('2027-01-01T00:00Z') });
    const holds = fc.property(times, zones, since, fc.constantFrom(0, 6, 12, 48), (time, zone, sinceMs, hours) => {
      const waitMs = forgottenAtMs(at(time, hours), sinceMs, zone)! - sinceMs - hours * HOUR_MS;
      return waitMs >= 0 && waitMs <= 25 * HOUR_MS;
    });
    expect(fc.check(holds, { numRuns: 2000 }).counterexample).toBeNull();
  });

  test('nobody who has been inside for less than the shortest stay is due', () => {
    expect(
      [{ rule: 'never' as const }, after(18), at('20:00', 6)].map((rule) => longestKeptMs(rule) / HOUR_MS),
    ).toEqual([Infinity, 18, 6]);
  });
});
