import { describe, expect, test } from 'vitest';
import { HEARD_FRESH_MS } from '../../../core/decide/checks/passback.ts';
import { stalenessLevel } from '../../../core/decide/checks/staleness.ts';
import { decide } from '../../../core/decide/decide.ts';
import type { Dossier } from '../../../core/decide/dossier.ts';
import type { Policy } from '../../../core/site/entities.ts';
import {
  answerTo,
  badge,
  codeOf,
  grant,
  HOUR,
  MINUTE,
  NOON,
  papers,
  policy,
  presence,
  seenElsewhere,
  tap,
  without,
} from './papers.ts';

const byTap = (laterGrants: Policy['laterGrants'], more: Partial<Dossier> = {}): Dossier =>
  without(papers({ credential: tap, policy: policy({ laterGrants }), ...more }), 'badge');

describe('the first scan and those after it (D3, D6)', () => {
  test.each<[string, Dossier, string]>([
    ['a first scan is enough', papers(), 'welcome'],
    ['a scan with a good grant is enough', papers(grant(NOON + 1)), 'welcome'],
    ['a scan at the end of the grant is not', papers(grant(NOON)), 'grant_ended'],
    ['a first tap is never enough', byTap('tap'), 'scan_needed'],
    ['a later tap is, where taps are', byTap('tap', grant(NOON + 1)), 'welcome'],
    ['a later tap is not, where scans are wanted', byTap('scan', grant(NOON + 1)), 'scan_needed'],
    ['a tap after the end of the grant is not', byTap('tap', grant(NOON)), 'grant_ended'],
  ])('%s', (_name, dossier, code) => {
    expect(codeOf(dossier)).toBe(code);
  });

  test('a used-up badge says when it ended', () => {
    expect(answerTo(papers(grant(NOON - HOUR)))).toEqual(['refuse', 'grant_ended', { endsAtMs: NOON - HOUR }]);
  });
});

describe('already inside (G5)', () => {
  const inside = { sinceMs: NOON - 3 * HOUR };

  test.each<[Policy['antiPassback'], boolean, unknown[]]>([
    ['refuse', true, ['refuse', 'already_inside', inside]],
    ['warn', true, ['admit', 'welcome', expect.anything(), ['passback_warning']]],
    ['off', true, ['admit', 'welcome', expect.anything()]],
    ['refuse', false, ['admit', 'welcome', expect.anything()]],
    ['warn', false, ['admit', 'welcome', expect.anything()]],
  ])('%s, with the person inside: %s', (antiPassback, isInside, expected) => {
    expect(answerTo(papers({ policy: policy({ antiPassback }), ...presence(isInside) }))).toEqual(expected);
  });
});

describe('anti-passback between the gates of a place (G5)', () => {
  const refused = 'inside_other_gate, Goods gate';
  const warned = 'welcome, Goods gate, passback_other_gate';
  const welcome = 'welcome';
  type Rule = readonly [Policy['antiPassback'], Policy['antiPassbackBetweenGates']];

  test.each<[Rule, string, number, string]>([
    [['refuse', 'same'], 'online', MINUTE, refused],
    [['refuse', 'same'], 'at the last moment of being online', HEARD_FRESH_MS - 1, refused],
    [['refuse', 'same'], 'offline', HEARD_FRESH_MS, warned],
    [['refuse', 'soft'], 'online', MINUTE, warned],
    [['refuse', 'soft'], 'offline', HOUR, warned],
    [['warn', 'same'], 'online', MINUTE, warned],
    [['warn', 'soft'], 'offline', HOUR, warned],
    [['off', 'same'], 'online', MINUTE, welcome],
  ])('%j, %s: in at the goods gate, then in here', (rule, _line, dataAgeMs, expected) => {
    const rules = policy({ antiPassback: rule[0], antiPassbackBetweenGates: rule[1] });
    const { code, facts, notes } = decide(papers({ policy: rules, dataAgeMs, ...seenElsewhere(true) }));
    expect([code, ...(facts.gateName === undefined ? [] : [facts.gateName]), ...notes].join(', ')).toBe(expected);
  });

  test.each<[string, number | undefined, string]>([
    ['all gates were heard a minute ago', MINUTE, refused],
    ['one of them was silent for too long', HEARD_FRESH_MS, warned],
    ['one of them was never heard', undefined, warned],
  ])('central is away, %s: in at the goods gate, then in here', (_line, gatesHeardAgoMs, expected) => {
    const rules = policy({ antiPassbackBetweenGates: 'same' });
    const heard = gatesHeardAgoMs === undefined ? {} : { gatesHeardAgoMs };
    const { code, facts, notes } = decide(papers({ policy: rules, dataAgeMs: HOUR, ...heard, ...seenElsewhere(true) }));
    expect([code, ...(facts.gateName === undefined ? [] : [facts.gateName]), ...notes].join(', ')).toBe(expected);
  });

  test.each<[string, boolean, Dossier['laneDirection'], string]>([
    ['in there, out here', true, 'out', 'goodbye'],
    ['in there, a lane for both here', true, 'both', 'goodbye'],
    ['out there, a lane for both here', false, 'both', 'welcome'],
    ['out there, in here', false, 'in', 'welcome'],
  ])('%s', (_what, isInside, laneDirection, code) => {
    expect(codeOf(papers({ laneDirection, ...seenElsewhere(isInside) }))).toBe(code);
  });

  test('an exit after an entry at another gate has its time on site and nothing to note', () => {
    const answer = answerTo(papers({ laneDirection: 'out', ...seenElsewhere(true) }));
    expect(answer).toEqual(['admit', 'goodbye', { sinceMs: NOON - 3 * HOUR, insideMs: 3 * HOUR }]);
  });

  test('somebody whom another gate counted takes no further place', () => {
    const full = { policy: policy({ capacity: 1, antiPassback: 'off' }), insideCount: 1 };
    expect(codeOf(papers({ ...full, ...seenElsewhere(true) }))).toBe('welcome');
  });
});

describe('a door that lets nobody in (G2)', () => {
  test.each<[string, Partial<Dossier>, string]>([
    ['is locked down', { entryBlocked: 'locked_down' }, 'locked_down'],
    ['is kept shut by fire', { entryBlocked: 'fire' }, 'fire_alarm'],
    ['is kept shut by an emergency roll call', { entryBlocked: 'roll_call' }, 'roll_call'],
    ['lets everybody out in an emergency', { entryBlocked: 'roll_call', laneDirection: 'out' }, 'goodbye'],
    ['waits for its neighbour', { entryBlocked: 'interlock' }, 'other_door_open'],
    ['lets everybody out', { entryBlocked: 'locked_down', laneDirection: 'out' }, 'goodbye'],
    [
      'lets a person inside out of a lane for both',
      { entryBlocked: 'fire', laneDirection: 'both', ...presence(true) },
      'goodbye',
    ],
    [
      'says first what is wrong with the badge',
      { entryBlocked: 'locked_down', badge: badge({ revokedAt: '2026-03-01T00:00:00.000Z' }) },
      'badge_revoked',
    ],
  ])('%s', (_name, more, code) => {
    expect(codeOf(papers(more))).toBe(code);
  });

  test('lets nobody in where nobody checks in either', () => {
    const { location } = papers();
    expect(codeOf(papers({ entryBlocked: 'fire', location: { ...location, requiresCheckIn: false } }))).toBe(
      'fire_alarm',
    );
  });
});

describe('room inside', () => {
  test.each<[number | null, number, boolean, string]>([
    [null, 9999, false, 'welcome'],
    [50, 49, false, 'welcome'],
    [50, 50, false, 'site_full'],
    [50, 51, false, 'site_full'],
    [50, 50, true, 'welcome'],
  ])('for %s people with %i inside, the person among them: %s', (capacity, insideCount, isInside, code) => {
    const rules = policy({ capacity, antiPassback: 'off' });
    expect(codeOf(papers({ policy: rules, insideCount, ...presence(isInside) }))).toBe(code);
  });

  test('the words may say how many are inside', () => {
    expect(answerTo(papers({ policy: policy({ capacity: 50 }), insideCount: 51 }))).toEqual([
      'refuse',
      'site_full',
      { count: 51 },
    ]);
  });
});

describe('the age of the data (G3)', () => {
  const graded = policy({ staleWarnHours: 4, staleAskHours: 72, staleRefuseHours: 200 });
  const aged = (dataAgeMs: number, more: Partial<Dossier> = {}) => papers({ policy: graded, dataAgeMs, ...more });
  const since = (hours: number) => ({ sinceMs: NOON - hours * HOUR });

  test.each<[string, Dossier, unknown[]]>([
    ['under the first limit', aged(4 * HOUR - 1), ['admit', 'welcome', expect.anything()]],
    ['at the first limit', aged(4 * HOUR), ['admit', 'welcome', expect.anything(), ['data_stale']]],
    ['under the second limit', aged(72 * HOUR - 1), ['admit', 'welcome', expect.anything(), ['data_stale']]],
    ['at the second limit', aged(72 * HOUR), ['ask', 'data_old_ask', since(72)]],
    ['at the third limit', aged(200 * HOUR), ['refuse', 'data_too_old', since(200)]],
    ['at the third limit with a good grant', aged(200 * HOUR, grant(NOON + 1)), ['ask', 'data_old_ask', since(200)]],
    ['never pulled', without(aged(0), 'dataAgeMs'), ['refuse', 'data_too_old', {}]],
    [
      'never pulled, with no limits',
      without(papers({ policy: policy({ staleWarnHours: null, staleAskHours: null }) }), 'dataAgeMs'),
      ['admit', 'welcome', expect.anything()],
    ],
    ['from the future, by a clock that was set back', aged(-HOUR), ['admit', 'welcome', expect.anything()]],
  ])('%s', (_name, dossier, expected) => {
    expect(answerTo(dossier)).toEqual(expected);
  });

  test('limits in an odd order: the strictest one reached counts', () => {
    expect(stalenessLevel(policy({ staleWarnHours: 9, staleAskHours: 8, staleRefuseHours: 2 }), 3 * HOUR)).toBe(
      'refuse',
    );
  });

  test('a refusal on old data says that they are old', () => {
    expect(answerTo(aged(5 * HOUR, { workOrders: [] }))).toEqual([
      'refuse',
      'not_assigned',
      { locationName: 'Mill' },
      ['data_stale'],
    ]);
  });

  test('a refusal counts more than a wish to look', () => {
    expect(codeOf(aged(80 * HOUR, presence(true)))).toBe('already_inside');
  });
});

test('of several reasons, the first in the order of the checks is told', () => {
  const all = {
    ...presence(true),
    insideCount: 9,
    policy: policy({ capacity: 1, staleRefuseHours: 0 }),
    ...grant(NOON),
  };
  const reasons = [
    codeOf(papers(all)),
    codeOf(without(papers(all), 'grant')),
    codeOf(without(papers(all), 'grant', 'presence')),
    codeOf(without(papers({ ...all, insideCount: 0 }), 'grant', 'presence')),
  ];
  expect(reasons).toEqual(['grant_ended', 'already_inside', 'site_full', 'data_too_old']);
});
