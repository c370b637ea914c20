import { describe, expect, test } from 'vitest';
import { readText } from '../../../core/credential/read-text.ts';
import { shortCodeOf } from '../../../core/credential/short-code.ts';
import { decide } from '../../../core/decide/decide.ts';
import type { Dossier } from '../../../core/decide/dossier.ts';
import {
  badgeOfPass,
  passEndsAtMs,
  passFieldsOf,
  visitorOfPass,
  type IssuedPass,
  passHelps,
} from '../../../core/passes/passes.ts';
import { ok } from '../../../core/result.ts';
import { connection, HERE, HOUR, iso, NOON, order, papers, policy, presence } from '../decide/papers.ts';

const CODE = shortCodeOf(new Uint8Array(16).fill(7));
const PASS: IssuedPass = {
  passId: 'pass-1',
  workerId: 'vera',
  badgeCode: CODE,
  person: { firstName: 'Vera', lastName: 'Lindt' },
  fields: [],
  validFrom: iso(NOON - HOUR),
  validUntil: iso(NOON + 4 * HOUR),
};
const visiting = (more: Partial<Dossier> = {}, pass = PASS, place = HERE, endedAt?: string): Dossier =>
  papers({
    credential: ok({ kind: 'opaque', code: CODE }),
    badge: badgeOfPass(pass, place, endedAt),
    worker: visitorOfPass(pass) ?? { id: pass.workerId, firstName: 'Amina', lastName: 'Diallo' },
    connections: [],
    workOrders: [],
    ...more,
  });
const KNOWN: IssuedPass = { ...PASS, workerId: 'amina', person: undefined };

describe('issue 4, who comes in by a temporary pass', () => {
  test.each<readonly [string, Dossier, string]>([
    ['a visitor', visiting(), 'welcome'],
    ['before it begins', visiting({ nowMs: NOON - 2 * HOUR }), 'badge_not_yet'],
    ['when it has ended', visiting({ nowMs: NOON + 4 * HOUR }), 'badge_ended'],
    ['after it was given back', visiting({}, PASS, HERE, iso(NOON)), 'badge_revoked'],
    ['at another place', visiting({}, PASS, 'depot'), 'wrong_place'],
    ['inside already', visiting(presence(true)), 'already_inside'],
    ['a site that is full', visiting({ policy: policy({ capacity: 3 }), insideCount: 3 }), 'site_full'],
    ['a door that is locked down', visiting({ entryBlocked: 'locked_down' }), 'locked_down'],
    ['a known worker without a work order', visiting({ connections: [connection('a')] }, KNOWN), 'welcome'],
    [
      'a known worker whose work order is over',
      visiting({ connections: [connection('a')], workOrders: [order('1', {}, [-9, -5])] }, KNOWN),
      'welcome',
    ],
    ['a known worker without a connection: papers count as ever', visiting({}, KNOWN), 'not_connected'],
    [
      'a known worker without an induction',
      visiting({ connections: [connection('a', { induction: { status: 'missing' } })] }, KNOWN),
      'induction_missing',
    ],
  ])('%s: %#', (_what, dossier, code) => {
    expect(decide(dossier).code).toBe(code);
  });

  test('the grant ends with the pass', () => {
    expect(decide(visiting())).toMatchObject({ grant: { untilMs: NOON + 4 * HOUR, workOrderIds: [] } });
  });

  test('nobody is kept in by a pass that has ended', () => {
    const leaving = visiting({ ...presence(true), laneDirection: 'out', nowMs: NOON + 9 * HOUR });
    expect(decide(leaving)).toMatchObject({ kind: 'admit', code: 'goodbye' });
  });
});

describe('a pass', () => {
  test('has a code that scanners of every kind read', () => {
    const trust = { keys: [], verify: () => false, nowMs: NOON };
    expect(readText(`GH2:${CODE}`, trust)).toEqual(
      ok({ kind: 'credential', credential: { kind: 'opaque', code: CODE } }),
    );
    expect(shortCodeOf(new Uint8Array(16))).toBe('A'.repeat(26));
    expect(shortCodeOf(new Uint8Array(16).fill(255))).toBe(`${'7'.repeat(25)}4`);
  });

  test('is good for the hours of the location', () => {
    expect(passEndsAtMs({ passHours: 1.5 }, NOON)).toBe(NOON + 1.5 * HOUR);
  });

  test.each([
    [[{ id: 'host', value: ' Ann ' }], [{ id: 'host', label: 'Visiting', value: 'Ann' }]],
    [
      [
        { id: 'host', value: 'Ann' },
        { id: 'secret', value: 'x' },
      ],
      [{ id: 'host', label: 'Visiting', value: 'Ann' }],
    ],
    [[{ id: 'host', value: ' ' }], undefined],
    [[], undefined],
  ])('asks for what the location wants, no less and no more: %#', (values, expected) => {
    expect(passFieldsOf(policy(), values)).toEqual(expected);
  });
});

test.each([
  ['not_assigned', true],
  ['wrong_place', true],
  ['order_closed', true],
  ['too_late', true],
  ['too_early', false],
  ['induction_ended', false],
  ['person_blocked', false],
  ['scan_needed', false],
] as const)('a pass helps against %s: %s', (code, helps) => {
  expect(passHelps(code)).toBe(helps);
});
