import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Code } from '../../../core/codes.ts';
import { decide } from '../../../core/decide/decide.ts';
import type { Dossier } from '../../../core/decide/dossier.ts';
import { judge, prospect } from '../../../core/decide/judge.ts';
import { mayBeOverridden } from '../../../core/decide/overridable.ts';
import { CODE_NAMES } from '../../../core/codes.ts';
import type { Override } from '../../../core/event/overrides.ts';
import { anyDossier } from './any-dossier.ts';
import { badge, connection, grant, HOUR, iso, NOON, order, papers, policy, presence, tap } from './papers.ts';

const against = (code: Code, untilMs = NOON + HOUR): Override => ({
  workerId: 'amina',
  code,
  untilMs,
  eventId: `override-${code}`,
});
const missing = { status: 'missing' } as const;

const REFUSED: readonly [Code, Partial<Dossier>][] = [
  ['badge_ended', { badge: badge({ validUntil: iso(NOON - 1) }) }],
  ['not_connected', { connections: [] }],
  ['induction_missing', { connections: [connection('a', { induction: missing })] }],
  ['not_assigned', { workOrders: [] }],
  ['too_early', { workOrders: [order('1', {}, [2, 4])] }],
  ['too_late', { workOrders: [order('1', {}, [-4, -2])] }],
  ['grant_ended', grant(NOON)],
  ['already_inside', { ...grant(NOON + HOUR), ...presence(true) }],
  ['site_full', { policy: policy({ capacity: 3 }), insideCount: 3 }],
  ['data_too_old', { policy: policy({ staleRefuseHours: 4 }), dataAgeMs: 5 * HOUR }],
];
const NEVER: readonly [Code, Partial<Dossier>][] = [
  ['badge_revoked', { badge: badge({ revokedAt: iso(NOON - 1) }) }],
  ['person_blocked', { worker: { ...papers().worker!, blocked: { reason: 'Theft', since: iso(NOON) } } }],
  ['locked_down', { entryBlocked: 'locked_down' }],
  ['fire_alarm', { entryBlocked: 'fire' }],
  ['roll_call', { entryBlocked: 'roll_call' }],
  ['scan_needed', { credential: tap }],
];

describe('an override (G6)', () => {
  test.each(REFUSED)('against %s lets the person in for its own time, and makes no grant', (code, change) => {
    const dossier = papers(change);
    expect(decide(dossier).code).toBe(code);
    const decision = judge(dossier, () => [against(code)]);
    expect(decision).toMatchObject({ kind: 'admit', code: 'welcome', overrideId: `override-${code}` });
    expect(decision.facts.endsAtMs).toBe(NOON + HOUR);
    expect(decision).not.toHaveProperty('grant');
  });

  test.each(NEVER)('against %s is none', (code, change) => {
    expect(judge(papers(change), () => [against(code)])).toMatchObject({ kind: 'refuse', code });
  });

  test.each<[string, readonly Override[], string]>([
    ['up to its last moment', [against('too_early', NOON + 1)], 'welcome'],
    ['and no longer', [against('too_early', NOON)], 'too_early'],
    ['against its own reason alone', [against('too_late')], 'too_early'],
  ])('holds %s', (_what, overrides, code) => {
    expect(judge(papers({ workOrders: [order('1', {}, [2, 4])] }), () => overrides).code).toBe(code);
  });

  test('for the wrong place leaves the missing assignment standing, which is another matter', () => {
    const elsewhere = papers({ workOrders: [order('1', { locationId: 'dock' })] });
    expect([judge(elsewhere, () => []).code, judge(elsewhere, () => [against('wrong_place')]).code]).toEqual([
      'wrong_place',
      'not_assigned',
    ]);
  });

  test('against one reason leaves the next one standing', () => {
    const change = { connections: [connection('a', { induction: missing })], workOrders: [order('1', {}, [2, 4])] };
    expect(judge(papers(change), () => [against('induction_missing')]).code).toBe('too_early');
  });

  test('is not looked up for anybody who may come in or go out', () => {
    const lookedUp: string[] = [];
    const overridesOf = (workerId: string): Override[] => (lookedUp.push(workerId), []);
    judge(papers(), overridesOf);
    judge(papers({ laneDirection: 'out', workOrders: [] }), overridesOf);
    judge(papers({ entryBlocked: 'fire' }), overridesOf);
    expect(lookedUp).toEqual([]);
  });

  test('never admits a withdrawn badge, a blocked person, a stranger, or through a door that must stay shut', () => {
    const all = CODE_NAMES.map((code) => against(code, NOON + 24 * HOUR));
    const holds = fc.property(anyDossier, (dossier) => {
      const decision = judge(dossier, () => all);
      if (decision.kind !== 'admit' || decision.direction === 'out') return true;
      const barred = dossier.badge?.revokedAt !== undefined || dossier.worker?.blocked !== undefined;
      return !barred && dossier.entryBlocked === undefined && dossier.credential.ok;
    });
    expect(fc.check(holds, { numRuns: 1000 }).counterexample).toBeNull();
  });
});

describe('what a supervisor would answer for', () => {
  test('is every refusal, in order, not the first alone', () => {
    const { codes, end } = prospect(
      papers({ connections: [connection('a', { induction: missing })], workOrders: [order('1', {}, [2, 4])] }),
    );
    expect([codes, end.kind]).toEqual([['induction_missing', 'too_early'], 'admit']);
  });

  test('ends where nobody may override', () => {
    const { end } = prospect(papers({ badge: badge({ revokedAt: iso(NOON - 1) }) }));
    expect(end).toMatchObject({ kind: 'refuse', code: 'badge_revoked' });
  });

  test('once answered for lets the person in, or a look decides', () => {
    const holds = fc.property(anyDossier, (dossier) => {
      const { codes, end } = prospect(dossier);
      if (end.kind === 'refuse') return !mayBeOverridden(end.code);
      const decision = judge(dossier, () => codes.map((code) => against(code)));
      return decision.kind === end.kind;
    });
    expect(fc.check(holds, { numRuns: 1000 }).counterexample).toBeNull();
  });
});
