import { expect, test } from 'vitest';
import { shouldForgetPeople, type Withdrawn } from '../../../core/sync/revoked.ts';

const REVOKED: Withdrawn = { isRevoked: true, waiting: 3, isConfirmed: false, isForgotten: false };

test.each<[string, Partial<Withdrawn>, boolean]>([
  ['a gate that was not revoked keeps everything', { isRevoked: false, waiting: 0, isConfirmed: true }, false],
  ['a revoked gate with acts to hand over keeps everything', {}, false],
  ['a revoked gate that does not know yet what waits keeps everything', { waiting: undefined }, false],
  ['a revoked gate that handed over everything forgets people', { waiting: 0 }, true],
  ['a revoked gate forgets people when an administrator wants it', { isConfirmed: true }, true],
  ['it does so once', { waiting: 0, isForgotten: true }, false],
])('%s', (_what, given, expected) => {
  expect(shouldForgetPeople({ ...REVOKED, ...given })).toBe(expected);
});
