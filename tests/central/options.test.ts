import { expect, test } from 'vitest';
import { numberFrom } from '../../central/options.ts';

test.each([
  ['is not set', {}, 7],
  ['is empty', { LIMIT: '' }, 7],
  ['is a number', { LIMIT: '2' }, 2],
])('a limit that %s', (_what, env, expected) => {
  expect(numberFrom(env, 'LIMIT', 7)).toBe(expected);
});

test.each(['two', '0', '-1', '1.5', '1e3', ' 2'])('a limit of %j is refused with a sentence', (text) => {
  expect(() => numberFrom({ LIMIT: text }, 'LIMIT', 7)).toThrow('LIMIT takes a whole number from 1');
});
