import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { EventEnvelope } from '../../../core/event/event.ts';
import { dateAt, dayOf, staysBegunOn } from '../../../core/time-on-site/day.ts';
import { hoursOf, rounded, type HourRules } from '../../../core/time-on-site/hours.ts';
import { passagesOf } from '../../../core/time-on-site/passages.ts';
import { staysOf, type Stay } from '../../../core/time-on-site/stays.ts';
import { rawEvent } from '../event/events.ts';

const HOUR_MS = 3_600_000;
const MIDNIGHT = Date.parse('2026-03-10T00:00:00.000Z');
const PLAIN: HourRules = { rounding: { stepMinutes: 1, towards: 'nearest' }, automaticBreak: null };
const at = (time: string): string =>
  new Date(`${time.includes('T') ? time : `2026-03-10T${time}`}:00.000Z`).toISOString();

/** A line a day: `06:00 in`, `12:00 break`, `12:30 back`, `14:00 out`, `14:00 told`, `20:00 rule`. The id counts the lines. */
function events(...lines: readonly string[]): EventEnvelope[] {
  const act = { workerId: 'amina', code: 'welcome', notes: [] };
  return lines.map((line, index) => {
    const [time = '', what = ''] = line.split(' ');
    const occurredAt = at(time);
    const [type, data] = {
      in: ['presence.checked_in', { ...act, mode: 'scan', workOrderIds: [] }],
      out: ['presence.checked_out', { ...act, mode: 'scan' }],
      told: ['presence.checked_out', { ...act, mode: 'manual', estimated: true }],
      rule: ['presence.checked_out', { ...act, mode: 'auto', estimated: true, assumedAt: occurredAt }],
      away: ['presence.checked_out', { ...act, mode: 'manual', atLocationId: 'quarry' }],
      break: ['presence.break_started', { workerId: 'amina' }],
      back: ['presence.break_ended', { workerId: 'amina' }],
    }[what] as [string, Record<string, unknown>];
    return { ...rawEvent(index + 1, type, data), occurredAt };
  });
}

const clock = (ms: number | undefined): string => (ms === undefined ? '…' : new Date(ms).toISOString().slice(11, 16));
const told = ({ fromMs, toMs, ending, breaks }: Stay): string =>
  [
    `${clock(fromMs)}-${clock(toMs)}`,
    ...breaks.map((each) => `(${clock(each.fromMs)}-${clock(each.toMs)})`),
    ...(ending === undefined || ending === 'seen' ? [] : [ending]),
  ].join(' ');
const stays = (...lines: readonly string[]): Stay[] => staysOf(passagesOf(events(...lines)));

describe('stays', () => {
  test.each<[string, string[], string[]]>([
    ['nothing', [], []],
    ['a day', ['06:00 in', '14:00 out'], ['06:00-14:00']],
    ['still inside', ['06:00 in'], ['06:00-…']],
    ['twice', ['06:00 in', '10:00 out', '11:00 in', '14:00 out'], ['06:00-10:00', '11:00-14:00']],
    ['with a break', ['06:00 in', '12:00 break', '12:30 back', '14:00 out'], ['06:00-14:00 (12:00-12:30)']],
    ['on a break', ['06:00 in', '12:00 break'], ['06:00-… (12:00-…)']],
    ['left from a break', ['06:00 in', '12:00 break', '14:00 out'], ['06:00-14:00 (12:00-14:00)']],
    ['a break begun twice', ['06:00 in', '12:00 break', '12:10 break', '12:30 back'], ['06:00-… (12:00-12:30)']],
    ['a break outside', ['05:00 break', '05:30 back', '06:00 in'], ['06:00-…']],
    ['in at two gates', ['06:00 in', '06:20 in', '14:00 out'], ['06:00-14:00']],
    ['out without coming', ['14:00 out'], []],
    ['out twice', ['06:00 in', '14:00 out', '14:10 out'], ['06:00-14:00']],
    ['checked out by staff', ['06:00 in', '14:00 told'], ['06:00-14:00 told']],
    ['closed by the rule', ['06:00 in', '20:00 rule'], ['06:00-20:00 rule']],
    ['closed, then seen to leave', ['06:00 in', '20:00 rule', '21:00 out'], ['06:00-21:00']],
    ['closed, then checked out by staff', ['06:00 in', '20:00 rule', '21:00 told'], ['06:00-21:00 told']],
    ['left, and closed by a gate that had not heard', ['06:00 in', '14:00 out', '20:00 rule'], ['06:00-14:00']],
    ['closed, and in again', ['06:00 in', '20:00 rule', '21:00 in'], ['06:00-20:00 rule', '21:00-…']],
    ['checked out of another place', ['06:00 in', '09:00 away', '14:00 out'], ['06:00-14:00']],
    ['arrived out of order', ['14:00 out', '06:00 in'], ['06:00-14:00']],
  ])('%s', (_what, lines, expected) => {
    expect(stays(...lines).map(told)).toEqual(expected);
  });

  test('an act that was taken back never was', () => {
    const [entry, mistaken] = events('06:00 in', '09:00 out');
    const undo = rawEvent(9, 'act.undone', {
      eventId: mistaken!.id,
      what: 'checked_out',
      workerId: 'amina',
      reason: 'The other Amina',
    });
    expect(staysOf(passagesOf([entry!, mistaken!, undo])).map(told)).toEqual(['06:00-…']);
  });

  test('acts of gates with different clocks are put right first', () => {
    const [entry, exit] = events('06:00 in', '13:00 out');
    const slow = { ...exit!, clockOffsetMs: HOUR_MS };
    expect(staysOf(passagesOf([entry!, slow])).map(told)).toEqual(['06:00-14:00']);
  });

  test('the rule’s time counts, not when it was written down', () => {
    const [entry, rule] = events('06:00 in', '20:00 rule');
    const late = { ...rule!, occurredAt: at('2026-03-11T05:00') };
    expect(staysOf(passagesOf([entry!, late])).map(told)).toEqual(['06:00-20:00 rule']);
  });

  test('never overlap, and breaks lie within', () => {
    const kinds = fc.constantFrom('in', 'out', 'told', 'rule', 'break', 'back');
    const lines = fc.array(fc.tuple(fc.integer({ min: 0, max: 1439 }), kinds), { maxLength: 14 });
    const minute = (m: number): string =>
      `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`;
    const holds = fc.property(lines, (acts) => {
      const all = stays(...acts.map(([m, kind]) => `${minute(m)} ${kind}`));
      const ends = all.flatMap(({ fromMs, toMs = Infinity, breaks }) => [
        fromMs,
        ...breaks.flatMap((each) => [each.fromMs, each.toMs ?? toMs]),
        toMs,
      ]);
      return ends.every((ms, index) => index === 0 || ms >= ends[index - 1]!);
    });
    expect(fc.check(holds, { numRuns: 500 }).counterexample).toBeNull();
  });
});

describe('hours', () => {
  const NOW = MIDNIGHT + 15 * HOUR_MS;
  const BREAK: HourRules = { ...PLAIN, automaticBreak: { afterHours: 6, minutes: 30 } };
  const says = (rules: HourRules, ...lines: readonly string[]): string => {
    const hours = hoursOf(stays(...lines), rules, NOW);
    const { onSiteMinutes, breakMinutes, workedMinutes, unconfirmedMinutes, estimated, open } = hours;
    const numbers = `site ${onSiteMinutes}, break ${breakMinutes}, worked ${workedMinutes}`;
    const unconfirmed = unconfirmedMinutes === 0 ? '' : `, unconfirmed ${unconfirmedMinutes}`;
    return `${estimated ? 'about ' : ''}${numbers}${unconfirmed}${open ? ', open' : ''}`;
  };

  test.each<[string, HourRules, string[], string]>([
    ['nothing', PLAIN, [], 'site 0, break 0, worked 0'],
    ['a day', PLAIN, ['06:00 in', '14:00 out'], 'site 480, break 0, worked 480'],
    ['until now', PLAIN, ['06:00 in'], 'site 540, break 0, worked 540, open'],
    ['a break', PLAIN, ['06:00 in', '12:00 break', '12:30 back', '14:00 out'], 'site 480, break 30, worked 450'],
    ['a break until now', PLAIN, ['06:00 in', '14:00 break'], 'site 540, break 60, worked 480, open'],
    ['told by staff counts, as an estimate', PLAIN, ['06:00 in', '14:00 told'], 'about site 480, break 0, worked 480'],
    [
      'closed by the rule does not count by itself (G7)',
      PLAIN,
      ['06:00 in', '10:00 out', '11:00 in', '20:00 rule'],
      'about site 780, break 0, worked 240, unconfirmed 540',
    ],
    ['an automatic break', BREAK, ['06:00 in', '14:00 out'], 'site 480, break 30, worked 450'],
    ['none for exactly the hours', BREAK, ['06:00 in', '12:00 out'], 'site 360, break 0, worked 360'],
    [
      'none when one was recorded',
      BREAK,
      ['06:00 in', '09:00 break', '09:10 back', '14:00 out'],
      'site 480, break 10, worked 470',
    ],
    [
      'one for the day, not per stay',
      BREAK,
      ['05:00 in', '09:00 out', '10:00 in', '14:00 out'],
      'site 480, break 30, worked 450',
    ],
  ])('%s', (_what, rules, lines, expected) => {
    expect(says(rules, ...lines)).toBe(expected);
  });

  test.each<[number, HourRules['rounding'], number]>([
    [452, { stepMinutes: 15, towards: 'nearest' }, 450],
    [458, { stepMinutes: 15, towards: 'nearest' }, 465],
    [464, { stepMinutes: 15, towards: 'less' }, 450],
    [451, { stepMinutes: 15, towards: 'more' }, 465],
    [450, { stepMinutes: 15, towards: 'more' }, 450],
    [450.2, { stepMinutes: 15, towards: 'more' }, 450],
    [0, { stepMinutes: 15, towards: 'more' }, 0],
    [61, { stepMinutes: 60, towards: 'less' }, 60],
  ])('%d minutes, rounded by %j', (exact, rounding, expected) => {
    expect(rounded(exact, rounding)).toBe(expected);
  });
});

describe('days of a place', () => {
  test.each<[string, string, number]>([
    ['2026-03-10', 'Europe/Warsaw', 24],
    ['2026-03-29', 'Europe/Warsaw', 23],
    ['2026-10-25', 'Europe/Warsaw', 25],
    ['2026-03-29', 'Europe/London', 23],
    ['2026-10-25', 'Europe/London', 25],
    ['2026-03-08', 'America/New_York', 23],
    ['2026-11-01', 'America/New_York', 25],
  ])('%s in %s has %d hours', (date, zone, hours) => {
    const { fromMs, toMs } = dayOf(date, zone);
    expect((toMs - fromMs) / HOUR_MS).toBe(hours);
    expect([dateAt(fromMs, zone), dateAt(toMs - 1, zone)]).toEqual([date, date]);
    expect(dateAt(toMs, zone)).not.toBe(date);
  });

  test.each<[string, string, string, string, number]>([
    ['the night that loses an hour', '2026-03-28', '2026-03-28T21:00', '2026-03-29T04:00', 7],
    ['the night that gains one', '2026-10-24', '2026-10-24T20:00', '2026-10-25T05:00', 9],
    ['an ordinary night', '2026-03-10', '2026-03-10T21:00', '2026-03-11T05:00', 8],
  ])('%s, 22:00 to 06:00, belongs whole to the day on which it began', (_what, date, from, to, hours) => {
    const night = stays(`${from} in`, `${to} out`);
    const [today, tomorrow] = [dayOf(date, 'Europe/Warsaw'), dayOf(to.slice(0, 10), 'Europe/Warsaw')];
    expect(hoursOf(staysBegunOn(night, today), PLAIN, Date.parse(at(to))).workedMinutes).toBe(hours * 60);
    expect(staysBegunOn(night, tomorrow)).toEqual([]);
  });
});
