import { expect, test } from 'vitest';
import { ASK_FRESH_MS, judgeAsk, type AskedHere } from '../../../core/peers/judge-ask.ts';

const NOW_MS = 1_000_000_000;
const ASK = { from: 'device-2', to: 'device-1', atMs: NOW_MS, nonce: 'n'.repeat(22), sealed: '' };
const HERE: AskedHere = { deviceId: 'device-1', nowMs: NOW_MS, isKnown: true, isMet: false };

test.each([
  ['from a gate of this place, now', {}, {}, 'good'],
  ['a little early', { atMs: NOW_MS + ASK_FRESH_MS }, {}, 'good'],
  ['a little late', { atMs: NOW_MS - ASK_FRESH_MS }, {}, 'good'],
  ['by a clock that is ahead', { atMs: NOW_MS + ASK_FRESH_MS + 1 }, {}, 'clock'],
  ['kept by somebody and sent later', { atMs: NOW_MS - ASK_FRESH_MS - 1 }, {}, 'clock'],
  ['sent once more', {}, { isMet: true }, 'replayed'],
  ['sent once more, later', { atMs: 0 }, { isMet: true }, 'replayed'],
  ['meant for another gate', { to: 'device-3' }, {}, 'not_here'],
  ['turned back to the one that sent it', { from: 'device-1' }, {}, 'not_here'],
  ['from a device that central does not tell of', {}, { isKnown: false }, 'unknown'],
] as const)('an ask %s', (_says, ask, here, verdict) => {
  expect(judgeAsk({ ...ASK, ...ask }, { ...HERE, ...here })).toBe(verdict);
});
