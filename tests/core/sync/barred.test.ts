import { expect, test } from 'vitest';
import { countsAtOnce } from '../../../core/sync/barred.ts';

const change = (entity: string, data: Record<string, unknown>) =>
  ({ entity, id: 'x', rev: 1, op: 'put', data }) as const;

test.each([
  ['a revoked badge', change('badge', { revokedAt: '2026-03-02T05:00:00.000Z' }), true],
  ['a badge that is good', change('badge', { revokedAt: null }), false],
  ['somebody who is blocked', change('worker', { blocked: { reason: 'x' } }), true],
  ['somebody who may come', change('worker', {}), false],
  ['a user who may no longer sign in', change('user', { status: 'inactive' }), true],
  ['a user who may', change('user', { status: 'active' }), false],
  ['where somebody is', change('presence', { inside: true }), true],
  ['what is gone', { entity: 'assignment', id: 'x', rev: 1, op: 'delete' } as const, true],
  ['an assignment', change('assignment', {}), false],
])('G3: %s counts before the new copy is whole: %s', (_what, one, atOnce) => {
  expect(countsAtOnce(one)).toBe(atOnce);
});
