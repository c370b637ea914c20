import { describe, expect, test } from 'vitest';
import { elsewhereDetail, elsewhereIn } from '../../../core/tray/elsewhere.ts';
import { clearingFacts, outcomesOf } from '../../../core/tray/tray.ts';

const NOW_MS = Date.parse('2026-03-02T12:00:00.000Z');
const ACTOR = { kind: 'user', userId: 'moira' } as const;
const ALL = ['inside', 'left', 'other_person', 'seen'];

describe('what staff may answer to a card of the tray', () => {
  const entry = { type: 'presence.checked_in', status: 'flagged', code: 'inside_elsewhere', workerId: 'anna' } as const;
  test.each([
    ['inside here and at another gate', entry, true, ALL],
    ['the same person, who has left since', entry, false, ['other_person', 'seen']],
    ['let in on a badge that was revoked meanwhile', { ...entry, code: 'revoked_meanwhile' }, true, ALL],
    [
      'an act of somebody without the right to it',
      { ...entry, status: 'rejected', code: 'actor_not_allowed' },
      true,
      ALL,
    ],
    ['a code of a newer central', { ...entry, code: 'never_heard_of' }, true, ALL],
    ['a gap in the chain says nothing of the person', { ...entry, code: 'chain_gap' }, true, ['seen']],
    ['central stumbles over it', { ...entry, status: 'set_aside', code: undefined }, true, ['seen']],
    ['not about a person', { ...entry, type: 'device.fault', workerId: undefined }, false, ['seen']],
    ['about a person who did not move', { ...entry, type: 'access.refused' }, true, ['seen']],
  ] as const)('%s', (_what, given, isInside, expected) => {
    expect(outcomesOf(given, isInside)).toEqual(expected);
  });
});

describe('clearing a card', () => {
  const clearing = { eventId: 'event-7', seq: 7, reason: 'Her van is gone', workerId: 'anna' } as const;
  const inside = { workerId: 'anna', inside: true, sinceMs: NOW_MS - 3_600_000, eventId: 'event-7' };

  test('writes who cleared it, how and why', () => {
    expect(clearingFacts({ ...clearing, outcome: 'inside' }, inside, ACTOR, NOW_MS)).toEqual([
      { type: 'tray.cleared', actor: ACTOR, data: { ...clearing, outcome: 'inside' } },
    ]);
  });

  test('checks somebody out who has left, as an estimate by the same person at the desk', () => {
    const facts = clearingFacts({ ...clearing, outcome: 'left' }, inside, ACTOR, NOW_MS);
    expect(facts.map(({ type }) => type)).toEqual(['tray.cleared', 'presence.checked_out']);
    expect(facts[1]).toMatchObject({
      actor: ACTOR,
      data: { workerId: 'anna', mode: 'manual', estimated: true, insideMs: 3_600_000, reason: 'Her van is gone' },
    });
  });

  test('checks nobody out twice', () => {
    const gone = { ...inside, inside: false };
    expect(clearingFacts({ ...clearing, outcome: 'left' }, gone, ACTOR, NOW_MS)).toHaveLength(1);
  });
});

describe('the other gate', () => {
  test('is read from what central says', () => {
    const elsewhere = { gateId: 'gate-2', atMs: NOW_MS };
    expect(elsewhereIn(elsewhereDetail(elsewhere))).toEqual(elsewhere);
  });

  test.each([undefined, '', 'checked in at gate', 'checked in at gate x at noon', 'the badge was revoked'])(
    'is not made up from %j',
    (detail) => {
      expect(elsewhereIn(detail)).toBeUndefined();
    },
  );
});
