import { describe, expect, test } from 'vitest';
import type { Decision } from '../../../core/decide/decision.ts';
import { EVENT_DATA } from '../../../core/event/event.ts';
import { factsOf } from '../../../core/event/facts.ts';
import type { Reading } from '../../../core/reading.ts';

const reading: Reading = { source: 'camera', scannerId: 'camera', laneId: 'lane-1', raw: 'x', atMs: 0 };
const base = { code: 'welcome', direction: 'in', facts: {}, notes: [], workerId: 'anna' } as const;
const grant = { untilMs: Date.parse('2026-03-03T06:00:00.000Z'), workOrderIds: ['order-1'] };

const DECISIONS: [string, Decision, string[]][] = [
  [
    'a first entry is a grant and a check-in',
    { ...base, kind: 'admit', workOrderIds: ['order-1'], grant },
    ['access.granted', 'presence.checked_in'],
  ],
  ['a later entry is a check-in alone', { ...base, kind: 'admit', workOrderIds: ['order-1'] }, ['presence.checked_in']],
  [
    'an exit is a check-out',
    { ...base, kind: 'admit', code: 'goodbye', direction: 'out', workOrderIds: [] },
    ['presence.checked_out'],
  ],
  ['a refusal is a fact', { ...base, kind: 'refuse', code: 'too_early' }, ['access.refused']],
  ['a question is one too', { ...base, kind: 'ask', code: 'record_missing' }, ['access.refused']],
];

describe('facts of a decision', () => {
  test.each(DECISIONS)('%s', (_what, decision, types) => {
    const facts = factsOf(decision, reading, 'a'.repeat(64));
    expect(facts.map(({ type }) => type)).toEqual(types);
    for (const { type, data } of facts) expect(EVENT_DATA[type].strict().safeParse(data).error).toBeUndefined();
  });

  test('a stranger is a hash, a known person an id', () => {
    const { workerId: _, ...nobody } = { ...base, kind: 'refuse', code: 'unknown_badge' } as const;
    expect(factsOf(nobody, reading, 'b'.repeat(64))[0]?.data).toMatchObject({ textHash: 'b'.repeat(64) });
    expect(factsOf({ ...base, kind: 'refuse', code: 'too_late' }, reading, 'b'.repeat(64))[0]?.data).not.toHaveProperty(
      'textHash',
    );
  });

  test('what the words speak of goes on record, why somebody is blocked does not', () => {
    const facts = { endsAtMs: 5.4, clientName: 'Harbour Works', reason: 'Theft' };
    const [fact] = factsOf({ ...base, kind: 'refuse', code: 'person_blocked', facts }, reading, '');
    expect(fact?.data).toMatchObject({ facts: { endsAtMs: 5, clientName: 'Harbour Works' } });
    expect(JSON.stringify(fact)).not.toContain('Theft');
  });
});
