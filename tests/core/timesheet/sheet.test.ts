import { describe, expect, test } from 'vitest';
import { timesheetSchema, type Timesheet, type WorkAct } from '../../../core/site/portal.ts';
import { passagesOfActs, placedActOf } from '../../../core/timesheet/acts.ts';
import { sheetId } from '../../../core/timesheet/sheet-id.ts';
import {
  daysAround,
  daysBeyond,
  isReady,
  isWorth,
  laidOver,
  sheetsWith,
  type SheetOf,
} from '../../../core/timesheet/sheet.ts';
import { checkedIn, checkedOut, event, sha256 } from '../event/events.ts';

const OF: SheetOf = {
  workerId: 'amina',
  locationId: 'mill',
  timeZone: 'Europe/Warsaw',
  rules: { rounding: { stepMinutes: 1, towards: 'nearest' }, automaticBreak: null },
  idOf: (day) => `sheet ${day}`,
  clientOf: ([orderId]) => (orderId === undefined ? undefined : `client of ${orderId}`),
};

/** A line an act: `10T06:00 in`: the day of March 2026 and UTC; Warsaw is an hour ahead, two from the 29th on. The id counts. */
function acts(...lines: readonly string[]): WorkAct[] {
  return lines.map((line, index) => {
    const [when = '', what = '', of] = line.split(' ');
    const base = { eventId: `e${index + 1}`, at: `2026-03-${when}:00.000Z` };
    switch (what) {
      case 'in':
        return { ...base, kind: 'in', ...(of === undefined ? {} : { workOrderIds: [of] }) };
      case 'break':
        return { ...base, kind: 'break_start' };
      case 'back':
        return { ...base, kind: 'break_end' };
      case 'undo':
        return { ...base, kind: 'undo', undoes: of ?? '' };
      default:
        return { ...base, kind: 'out', ending: what === 'out' ? 'seen' : (what as 'told' | 'rule') };
    }
  });
}

const minutes = ({ workedMinutes, breakMinutes }: Pick<Timesheet, 'workedMinutes' | 'breakMinutes'>): string =>
  `${workedMinutes}${breakMinutes === 0 ? '' : ` break ${breakMinutes}`}`;
const says = (sheet: Timesheet): string =>
  [
    sheet.day.slice(-2),
    ...(sheet.status === 'open' ? [] : [sheet.status]),
    sheet.estimated ? `about ${minutes(sheet)}` : minutes(sheet),
    ...(sheet.unconfirmedMinutes > 0 ? [`unconfirmed ${sheet.unconfirmedMinutes}`] : []),
    ...(sheet.onBreakSince !== undefined ? ['on break'] : sheet.openSince === undefined ? [] : ['inside']),
    ...(sheet.later ? [`later ${minutes(sheet.later)}${sheet.later.openSince === undefined ? '' : ' inside'}`] : []),
  ].join(', ');
const sheets = (rules: Partial<SheetOf['rules']>, ...lines: readonly string[]): string[] =>
  sheetsWith([], acts(...lines), { ...OF, rules: { ...OF.rules, ...rules } })
    .filter(isWorth)
    .map(says);

describe('C4: a day’s hours from its acts', () => {
  test.each<[string, string[], string[]]>([
    ['a day', ['10T06:00 in', '10T14:00 out'], ['10, 480']],
    ['with a break', ['10T06:00 in', '10T11:00 break', '10T11:30 back', '10T14:00 out'], ['10, 450 break 30']],
    ['twice on one day', ['10T06:00 in', '10T10:00 out', '10T11:00 in', '10T14:00 out'], ['10, 420']],
    ['still inside', ['10T06:00 in'], ['10, 0, inside']],
    ['on a break', ['10T06:00 in', '10T11:00 break'], ['10, 0, on break']],
    ['checked out by staff', ['10T06:00 in', '10T14:00 told'], ['10, about 480']],
    ['ended by the rule', ['10T06:00 in', '10T20:00 rule'], ['10, about 0, unconfirmed 840']],
    ['a night belongs to the day on which it began', ['10T20:00 in', '11T04:00 out'], ['10, 480']],
    ['it begins by the place’s clock, not by UTC', ['10T23:30 in', '11T07:30 out'], ['11, 480']],
    ['a night and a day after it', ['10T20:00 in', '11T04:00 out', '11T20:00 in'], ['10, 480', '11, 0, inside']],
    ['the night in which clocks go forward has an hour less', ['28T21:00 in', '29T05:00 out'], ['28, 480']],
    ['forgotten for days', ['10T06:00 in', '13T06:00 told'], ['10, about 4320']],
    ['a coming in that was taken back', ['10T06:00 in', '10T06:01 undo e1'], []],
    ['a going out that was taken back', ['10T06:00 in', '10T10:00 out', '10T10:01 undo e2'], ['10, 0, inside']],
    ['an undo that arrives first', ['10T06:01 undo e2', '10T06:00 in'], []],
    ['arrived out of order', ['10T14:00 out', '10T06:00 in'], ['10, 480']],
  ])('%s', (_what, lines, expected) => {
    expect(sheets({}, ...lines)).toEqual(expected);
  });

  test.each<[string, Partial<SheetOf['rules']>, string]>([
    ['rounds down', { rounding: { stepMinutes: 15, towards: 'less' } }, '10, 480'],
    ['rounds up', { rounding: { stepMinutes: 15, towards: 'more' } }, '10, 495'],
    [
      'takes off the break that nobody recorded',
      { automaticBreak: { afterHours: 6, minutes: 45 } },
      '10, 444 break 45',
    ],
  ])('%s', (_what, rules, expected) => {
    expect(sheets(rules, '10T06:00 in', '10T14:09 out')).toEqual([expected]);
  });

  test('says whose work it was, and how each stay ended', () => {
    const [sheet] = sheetsWith([], acts('10T06:00 in wo-1', '10T11:00 break', '10T14:00 told'), OF);
    expect(sheet).toMatchObject({
      id: 'sheet 2026-03-10',
      clientId: 'client of wo-1',
      spans: [{ estimated: true, ending: 'told', breaks: [{ from: '2026-03-10T11:00:00.000Z' }] }],
    });
    expect(timesheetSchema.parse(sheet)).toEqual(sheet);
  });

  test('comes to the same in one go and act by act, in whatever order, and twice', () => {
    const all = acts('10T20:00 in', '11T00:00 break', '11T00:30 back', '11T04:00 out', '11T20:00 in', '12T05:00 rule');
    const whole = sheetsWith([], all, OF);
    const piecemeal = [...all, ...all]
      .toReversed()
      .reduce<Timesheet[]>((known, act) => sheetsWith(known, [act], OF), []);
    expect(piecemeal).toEqual(whole);
  });
});

describe('C4: what was decided on', () => {
  const day = (...lines: readonly string[]): Timesheet => sheetsWith([], acts(...lines), OF)[0]!;
  const worked = day('10T06:00 in', '10T14:00 out');
  const approved: Timesheet = {
    ...worked,
    status: 'approved',
    decidedBy: 'sup',
    decidedAt: '2026-03-11T08:00:00.000Z',
  };
  const disputed: Timesheet = { ...approved, status: 'disputed', reason: 'He left at noon' };
  test.each<[string, Timesheet | undefined, Timesheet, string]>([
    ['nothing yet', undefined, worked, '10, 480'],
    ['an open day follows its acts', { ...worked, workedMinutes: 1 }, worked, '10, 480'],
    ['an approved one stays', approved, worked, '10, approved, 480'],
    ['later hours stand beside it', approved, day('10T06:00 in', '10T16:00 out'), '10, approved, 480, later 600'],
    [
      'nobody is inside still for having been approved before the going out was known',
      { ...approved, openSince: '2026-03-10T06:00:00.000Z', onBreakSince: '2026-03-10T13:00:00.000Z' },
      day('10T06:00 in', '10T16:00 out'),
      '10, approved, 480, later 600',
    ],
    ['and a coming in again', approved, day('10T06:00 in'), '10, approved, 480, later 0 inside'],
    [
      'until the acts say the same again',
      { ...approved, later: { workedMinutes: 600, breakMinutes: 0 } },
      worked,
      '10, approved, 480',
    ],
    [
      'nor does a day of which no act is known yet',
      approved,
      { ...worked, acts: [], workedMinutes: 0 },
      '10, approved, 480',
    ],
    ['a disputed day goes on following', disputed, day('10T06:00 in', '10T11:00 out'), '10, disputed, 300'],
  ])('%s', (_what, before, counted, expected) => {
    expect(says(laidOver(before, counted))).toBe(expected);
  });

  test('who decided and why stays with it', () => {
    expect(laidOver(disputed, worked)).toMatchObject({ decidedBy: 'sup', reason: 'He left at noon' });
  });

  test('hours that were approved before the acts were known take their spans from them', () => {
    expect(laidOver({ ...approved, spans: [], acts: [] }, worked).spans).toHaveLength(1);
  });

  test.each<[string, Partial<Timesheet>, boolean]>([
    ['complete hours', {}, true],
    ['disputed ones', { status: 'disputed' }, true],
    ['approved ones', { status: 'approved' }, false],
    ['those of somebody still inside', { openSince: '2026-03-10T15:00:00.000Z' }, false],
  ])('%s can be approved: %o %s', (_what, but, expected) => {
    expect(isReady({ ...worked, ...but })).toBe(expected);
  });
});

describe('acts of which hours are made', () => {
  test('count where the person was, not where the act was written', () => {
    expect(placedActOf(checkedOut(2, 'amina', { atLocationId: 'quarry' }))).toMatchObject({ locationId: 'quarry' });
    expect(placedActOf(checkedIn(1, 'amina'))).toMatchObject({
      workerId: 'amina',
      locationId: 'mill',
      act: { kind: 'in', workOrderIds: ['1'] },
    });
  });

  test('of other kinds are none', () => {
    expect(placedActOf(event(1, 'device.started', {} as never))).toBeUndefined();
  });

  test('stand in order without those that were taken back', () => {
    const all = acts('10T14:00 out', '10T06:00 in', '10T06:30 break', '10T06:31 undo e3');
    expect(passagesOfActs(all).map(({ kind }) => kind)).toEqual(['in', 'out']);
  });

  test('ask for the days around them', () => {
    const days = daysAround(acts('10T06:00 in'), 'Europe/Warsaw');
    expect([days.length, days.includes('2026-03-02'), days.includes('2026-03-18')]).toEqual([17, true, true]);
  });
});

describe('stays of more than a week', () => {
  /** As central has it when act after act arrives: the sheets near it, and those beyond that are asked for. */
  function piecemeal(...lines: readonly string[]): string[] {
    const all = new Map<string, Timesheet>();
    const read = (days: readonly string[]) => [...new Set(days)].flatMap((day) => all.get(day) ?? []);
    for (const act of acts(...lines)) {
      const near = read(daysAround([act], OF.timeZone));
      const known = read([...near.map(({ day }) => day), ...daysBeyond(near, [act], OF.timeZone, '2026-04-01')]);
      for (const sheet of sheetsWith(known, [act], OF)) all.set(sheet.day, sheet);
    }
    return [...all.values()].filter(isWorth).map(says);
  }
  const inside = '01T06:00 in';
  test.each<[string, string[], string[]]>([
    ['nine days', [inside, '10T06:00 told'], ['01, about 12960']],
    [
      'a month, and the work after it',
      [inside, '29T06:00 told', '29T07:00 in', '29T09:00 out'],
      ['01, about 40320', '29, 120'],
    ],
    ['the going out arrives first', ['20T06:00 told', inside], ['01, about 27360']],
    [
      'a break in it, far from both',
      [inside, '12T06:00 break', '12T07:00 back', '25T06:00 out'],
      ['01, 34500 break 60'],
    ],
    ['taken back', [inside, '20T06:00 told', '20T06:01 undo e2'], ['01, 0, inside']],
    ['nobody came in', ['20T06:00 told'], []],
  ])('%s', (_what, lines, expected) => {
    expect(piecemeal(...lines)).toEqual(expected);
  });

  test('nothing more is read for ordinary days', () => {
    const night = sheetsWith([], acts('10T20:00 in', '11T04:00 out', '11T20:00 in'), OF);
    expect(daysBeyond(night, [{ ...acts('12T04:00 out')[0]!, eventId: 'e9' }], OF.timeZone, '2026-03-13')).toEqual([]);
    expect(daysBeyond([], acts('12T20:00 in'), OF.timeZone, '2026-03-13')).toEqual([]);
  });
});

test('one id per person, place and day', () => {
  const ids = [
    sheetId(sha256, 'mill', 'amina', '2026-03-10'),
    sheetId(sha256, 'mill', 'amina', '2026-03-11'),
    sheetId(sha256, 'mill', 'أمينة', '2026-03-10'),
    sheetId(sha256, 'yard', 'amina', '2026-03-10'),
  ];
  expect(new Set(ids).size).toBe(4);
  expect(sheetId(sha256, 'mill', 'amina', '2026-03-10')).toBe(ids[0]);
});
