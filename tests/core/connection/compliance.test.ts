import { describe, expect, test } from 'vitest';
import { worstOf, type Asked, type Compliance } from '../../../core/connection/compliance.ts';

const NOW_MS = Date.parse('2026-03-02T06:00:00.000Z');
const inDays = (days: number): string => new Date(NOW_MS + days * 86_400_000).toISOString();
const done = (days?: number) =>
  ({ status: 'complete', ...(days === undefined ? {} : { validUntil: inDays(days) }) }) as const;
const FINE: Asked = { assessment: done(), induction: done(200), credential: { status: 'not_required' } };

describe('A1: how somebody stands with their clients', () => {
  test.each<[string, Asked[], Compliance]>([
    ['connected to nobody', [], 'unconnected'],
    ['everything is there', [FINE], 'ok'],
    ['one part ends within two weeks', [{ ...FINE, induction: done(13) }], 'ending'],
    ['one part has ended', [{ ...FINE, credential: done(-1) }], 'bad'],
    ['one part is missing', [{ ...FINE, assessment: { status: 'missing' } }], 'bad'],
    ['the worst of two clients counts', [FINE, { ...FINE, induction: done(3) }], 'ending'],
    ['missing is worse than ending', [{ ...FINE, induction: done(3), credential: { status: 'missing' } }], 'bad'],
  ])('%s', (_what, connections, expected) => {
    expect(worstOf(connections, NOW_MS)).toBe(expected);
  });
});
