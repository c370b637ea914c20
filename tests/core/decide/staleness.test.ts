import { describe, expect, test } from 'vitest';
import { decide } from '../../../core/decide/decide.ts';
import { nextLimit, outlookOf, stalenessOf, type DataAges } from '../../../core/decide/staleness.ts';
import { policySchema, type Policy } from '../../../core/site/entities.ts';
import { papers } from './papers.ts';

const HOUR = 3_600_000;
const policy = (more: Partial<Policy> = {}): Policy =>
  policySchema.parse({ id: 'p', locationId: 'l', staleWarnHours: 4, staleAskHours: 24, staleRefuseHours: 72, ...more });
const BADGES_SOON = policy({ staleByList: { badges: { askHours: 2, refuseHours: 8 } } });
const RULES_NEVER = policy({ staleByList: { rules: { warnHours: null, askHours: null, refuseHours: null } } });

describe('G3: every list has limits of its own where the location wants them', () => {
  test.each<[string, Policy, DataAges, ReturnType<typeof stalenessOf>]>([
    ['fresh', policy(), { ageMs: HOUR }, { level: 'fresh', ageMs: HOUR }],
    ['one limit for all', policy(), { ageMs: 4 * HOUR }, { level: 'warn', list: 'badges', ageMs: 4 * HOUR }],
    ['badges earlier', BADGES_SOON, { ageMs: 2 * HOUR }, { level: 'ask', list: 'badges', ageMs: 2 * HOUR }],
    ['badges at last', BADGES_SOON, { ageMs: 8 * HOUR }, { level: 'refuse', list: 'badges', ageMs: 8 * HOUR }],
    [
      'badges that came just now leave the others as they were',
      BADGES_SOON,
      { ageMs: 8 * HOUR, lists: { badges: 0 } },
      { level: 'warn', list: 'people', ageMs: 8 * HOUR },
    ],
    [
      'a list without limits stops nobody',
      RULES_NEVER,
      { ageMs: HOUR, lists: { rules: 900 * HOUR } },
      { level: 'fresh', ageMs: HOUR },
    ],
    ['never pulled', policy(), {}, { level: 'refuse', list: 'badges' }],
  ])('%s', (_name, rules, ages, expected) => {
    expect(stalenessOf(rules, ages)).toEqual(expected);
  });

  test('the decision follows the strictest list', () => {
    const decision = decide(papers({ policy: BADGES_SOON, dataAgeMs: HOUR, listAgesMs: { badges: 3 * HOUR } }));
    expect([decision.kind, decision.code]).toEqual(['ask', 'data_old_ask']);
  });
});

describe('G3: what comes next is known before it bites', () => {
  test.each<[string, Policy, DataAges, ReturnType<typeof nextLimit>]>([
    ['the warning first', policy(), { ageMs: HOUR }, { level: 'warn', list: 'badges', inMs: 3 * HOUR }],
    ['then staff are asked', policy(), { ageMs: 22 * HOUR }, { level: 'ask', list: 'badges', inMs: 2 * HOUR }],
    ['then nobody new', policy(), { ageMs: 30 * HOUR }, { level: 'refuse', list: 'badges', inMs: 42 * HOUR }],
    ['the list that is next', BADGES_SOON, { ageMs: HOUR }, { level: 'ask', list: 'badges', inMs: HOUR }],
    ['nothing is stricter than refusing', policy(), { ageMs: 80 * HOUR }, undefined],
    ['never is never', policy({ staleRefuseHours: null }), { ageMs: 25 * HOUR }, undefined],
    ['nothing was ever pulled', policy(), {}, undefined],
  ])('%s', (_name, rules, ages, expected) => {
    expect(nextLimit(rules, ages)).toEqual(expected);
  });
});

describe('G3: each list is told with its age and all that is to come of it', () => {
  const at = (rules: Policy, ages: DataAges, list: string) => outlookOf(rules, ages).find((one) => one.list === list);

  test('a list with limits of its own is further on than the others', () => {
    const ages = { ageMs: 3 * HOUR };
    expect(at(BADGES_SOON, ages, 'badges')).toEqual({
      list: 'badges',
      ageMs: 3 * HOUR,
      level: 'ask',
      limits: [
        // The warning at 4 hours comes after it and would say nothing.
        { level: 'ask', inMs: -HOUR },
        { level: 'refuse', inMs: 5 * HOUR },
      ],
    });
    expect(at(BADGES_SOON, ages, 'people')).toMatchObject({
      level: 'fresh',
      limits: [{ level: 'warn', inMs: HOUR }, {}, {}],
    });
  });

  test('what never comes is not told', () => {
    expect(at(RULES_NEVER, { ageMs: 900 * HOUR }, 'rules')).toMatchObject({ level: 'fresh', limits: [] });
  });

  test('nothing was ever pulled', () => {
    expect(outlookOf(policy(), {})).toEqual([]);
  });
});
