import { describe, expect, test } from 'vitest';
import { CREDENTIAL_FAULTS } from '../../../core/credential/credential.ts';
import { decide } from '../../../core/decide/decide.ts';
import type { Dossier } from '../../../core/decide/dossier.ts';
import { fail, ok } from '../../../core/result.ts';
import {
  answerTo,
  badge,
  codeOf,
  grant,
  HERE,
  HOUR,
  iso,
  NOON,
  papers,
  policy,
  presence,
  signed,
  tap,
  without,
} from './papers.ts';

const opaque: Dossier['credential'] = ok({ kind: 'opaque', code: '4006381333931' });

describe('a text that is no credential', () => {
  test.each(
    CREDENTIAL_FAULTS.flatMap((fault) => (['in', 'out', 'both'] as const).map((lane) => [fault, lane] as const)),
  )('%s is not recognised on a lane for %s', (fault, laneDirection) => {
    expect(decide(papers({ credential: fail(fault), laneDirection }))).toEqual({
      kind: 'refuse',
      code: fault,
      direction: laneDirection === 'out' ? 'out' : 'in',
      facts: {},
      notes: [],
    });
  });

  test.each(['in', 'out', 'both'] as const)(
    'an id that nobody knows is an unknown badge on a lane for %s',
    (laneDirection) => {
      expect(codeOf(without(papers({ credential: opaque, laneDirection }), 'badge', 'worker'))).toBe('unknown_badge');
    },
  );
});

describe('the badge', () => {
  test.each<[string, Partial<Dossier>, unknown[]]>([
    ['of another system is good', { credential: opaque }, ['admit', 'welcome']],
    [
      'withdrawn',
      { badge: badge({ revokedAt: iso(NOON - HOUR) }) },
      ['refuse', 'badge_revoked', { sinceMs: NOON - HOUR }],
    ],
    [
      'withdrawn as of tomorrow is withdrawn',
      { badge: badge({ revokedAt: iso(NOON + 24 * HOUR) }) },
      ['refuse', 'badge_revoked', { sinceMs: NOON + 24 * HOUR }],
    ],
    [
      'withdrawn and ended says withdrawn',
      { badge: badge({ revokedAt: iso(NOON), validUntil: iso(NOON) }) },
      ['refuse', 'badge_revoked', { sinceMs: NOON }],
    ],
    ['one moment before its end', { badge: badge({ validUntil: iso(NOON + 1) }) }, ['admit', 'welcome']],
    ['at its end', { badge: badge({ validUntil: iso(NOON) }) }, ['refuse', 'badge_ended', { endsAtMs: NOON }]],
    [
      'one moment before its beginning',
      { badge: badge({ validFrom: iso(NOON + 1) }) },
      ['refuse', 'badge_not_yet', { startsAtMs: NOON + 1 }],
    ],
    ['at its beginning', { badge: badge({ validFrom: iso(NOON) }) }, ['admit', 'welcome']],
    [
      'whose own end has come',
      { credential: signed({ expiresMs: NOON }) },
      ['refuse', 'badge_ended', { endsAtMs: NOON }],
    ],
    [
      'whose own time has not come',
      { credential: signed({ notBeforeMs: NOON + 1 }) },
      ['refuse', 'badge_not_yet', { startsAtMs: NOON + 1 }],
    ],
    [
      'ends at the earlier of its two ends',
      { credential: signed({ expiresMs: NOON - 2 }), badge: badge({ validUntil: iso(NOON - 1) }) },
      ['refuse', 'badge_ended', { endsAtMs: NOON - 2 }],
    ],
    [
      'begins at the later of its two beginnings',
      { credential: signed({ notBeforeMs: NOON - 1 }), badge: badge({ validFrom: iso(NOON + 1) }) },
      ['refuse', 'badge_not_yet', { startsAtMs: NOON + 1 }],
    ],
  ])('%s', (_name, more, expected) => {
    expect(answerTo(papers(more)).slice(0, expected.length)).toEqual(expected);
  });
});

describe('the person', () => {
  const blocked = {
    id: 'amina',
    firstName: 'Amina',
    lastName: 'Nowak',
    blocked: { reason: 'Cut a fence', since: iso(NOON) },
  };

  test('is refused while blocked, and staff learn why', () => {
    expect(answerTo(papers({ worker: blocked }))).toEqual([
      'refuse',
      'person_blocked',
      { reason: 'Cut a fence', sinceMs: NOON },
    ]);
  });

  test('blocked with an ended badge hears of the badge first', () => {
    expect(codeOf(papers({ worker: blocked, badge: badge({ validUntil: iso(NOON) }) }))).toBe('badge_ended');
  });

  test('blocked stays out even where nobody checks in', () => {
    const { location } = papers();
    expect(codeOf(papers({ worker: blocked, location: { ...location, requiresCheckIn: false } }))).toBe(
      'person_blocked',
    );
  });
});

describe('a place where nobody checks in (A7)', () => {
  const location = { ...papers().location, requiresCheckIn: false };

  test('admits with no ground at all, and grants nothing', () => {
    const decision = decide(
      papers({ location, connections: [], workOrders: [], policy: policy({ capacity: 1 }), insideCount: 9 }),
    );
    expect(decision).toEqual({
      kind: 'admit',
      code: 'no_check_in_here',
      direction: 'in',
      facts: {},
      notes: [],
      workerId: 'amina',
      badgeId: 'badge-1',
      firstName: 'Amina',
      workOrderIds: [],
    });
  });

  test('lets out without remarking that nobody saw the entry', () => {
    expect(answerTo(papers({ location, laneDirection: 'out' }))).toEqual(['admit', 'goodbye', {}]);
  });
});

describe('a person without a record', () => {
  const stranger = (more: Partial<Dossier>) => without(papers(more), 'worker', 'badge');

  test.each<['admit' | 'ask' | 'refuse', unknown[]]>([
    ['admit', ['admit', 'welcome', { endsAtMs: NOON + 24 * HOUR }, ['without_record']]],
    ['ask', ['ask', 'record_missing', {}]],
    ['refuse', ['refuse', 'unknown_badge', {}]],
  ])('with a signed badge meets the policy %s', (signedWithoutRecord, expected) => {
    expect(answerTo(stranger({ policy: policy({ signedWithoutRecord }) }))).toEqual(expected);
  });

  test.each<[string, readonly string[] | undefined, unknown[]]>([
    ['this place', [HERE], ['admit', 'welcome']],
    ['this place among others', ['dock', HERE], ['admit', 'welcome']],
    ['no place', undefined, ['admit', 'welcome']],
    ['an empty list of places', [], ['admit', 'welcome']],
    ['another place', ['dock'], ['refuse', 'wrong_place', { locationName: 'Dock 7' }]],
    ['a place without a name', ['pier'], ['refuse', 'wrong_place', {}]],
    ['a place called like a part of JavaScript', ['toString'], ['refuse', 'wrong_place', {}]],
  ])('whose badge names %s', (_name, locationIds, expected) => {
    const credential = signed(locationIds === undefined ? {} : { locationIds });
    const answer = answerTo(stranger({ credential, policy: policy({ signedWithoutRecord: 'admit' }) }));
    expect(answer.slice(0, expected.length)).toEqual(expected);
  });

  test('is still held to the times in the badge', () => {
    const credential = signed({ expiresMs: NOON });
    expect(codeOf(stranger({ credential, policy: policy({ signedWithoutRecord: 'admit' }) }))).toBe('badge_ended');
  });

  test('is not asked about when the site is full anyway', () => {
    expect(codeOf(stranger({ policy: policy({ capacity: 5 }), insideCount: 5 }))).toBe('site_full');
  });

  test.each<[string, Dossier]>([
    ['a card whose person is missing', without(papers({ credential: opaque }), 'worker')],
    ['a tap on a person who is gone', without(papers({ credential: tap, ...grant(NOON + HOUR) }), 'worker', 'badge')],
  ])('%s needs a look, for no signature vouches', (_name, dossier) => {
    const lenient = policy({ signedWithoutRecord: 'admit', laterGrants: 'tap' });
    expect(answerTo({ ...dossier, policy: lenient })).toEqual(['ask', 'record_missing', {}]);
  });
});

describe('the way out', () => {
  test('says how long the person was inside', () => {
    expect(decide(papers({ laneDirection: 'out', ...presence(true) }))).toEqual({
      kind: 'admit',
      code: 'goodbye',
      direction: 'out',
      facts: { sinceMs: NOON - 3 * HOUR, insideMs: 3 * HOUR },
      notes: [],
      workerId: 'amina',
      badgeId: 'badge-1',
      firstName: 'Amina',
      workOrderIds: [],
    });
  });

  test.each<[string, Partial<Dossier>, unknown[]]>([
    ['unseen on the way in', {}, [{}, ['exit_without_entry']]],
    ['out already', presence(false), [{}, ['exit_without_entry']]],
    [
      'with a clock that was set back',
      { ...presence(true), nowMs: NOON - 5 * HOUR },
      [{ sinceMs: NOON - 3 * HOUR, insideMs: 0 }],
    ],
  ])('a person %s goes out, with what staff should know', (_name, more, expected) => {
    expect(answerTo(papers({ laneDirection: 'out', ...more }))).toEqual(['admit', 'goodbye', ...expected]);
  });

  test.each<[string, Dossier]>([
    ['a withdrawn badge', papers({ badge: badge({ revokedAt: iso(NOON) }) })],
    ['an ended badge', papers({ badge: badge({ validUntil: iso(NOON - HOUR) }) })],
    ['an ended signature', papers({ credential: signed({ expiresMs: NOON - HOUR }) })],
    [
      'a blocked person',
      papers({ worker: { id: 'amina', firstName: 'A', lastName: 'N', blocked: { reason: 'x', since: iso(0) } } }),
    ],
    ['no connection and no order', papers({ connections: [], workOrders: [] })],
    ['data from long ago', papers({ policy: policy({ staleRefuseHours: 0 }) })],
    [
      'a badge of another site and no record',
      without(papers({ credential: signed({ locationIds: ['dock'] }) }), 'worker', 'badge'),
    ],
    ['a tap', papers({ credential: tap })],
  ])('%s does not keep anybody in', (_name, dossier) => {
    expect(codeOf({ ...dossier, laneDirection: 'out', ...presence(true) })).toBe('goodbye');
    expect(codeOf({ ...dossier, laneDirection: 'both', ...presence(true) })).toBe('goodbye');
  });

  test.each<[boolean, string]>([
    [true, 'goodbye'],
    [false, 'welcome'],
  ])('on a lane for both, a person inside (%s) hears %s', (inside, code) => {
    expect(codeOf(papers({ laneDirection: 'both', ...presence(inside) }))).toBe(code);
  });
});
