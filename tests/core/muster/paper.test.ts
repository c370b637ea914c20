import { expect, test } from 'vitest';
import { paperEveryMinutes } from '../../../core/muster/paper.ts';

test.each([
  ['as the location wants', undefined, 30, 30],
  ['not where the location wants none', undefined, null, null],
  ['as this gate was told', 10, 30, 10],
  ['as this gate was told though the location wants none', 10, null, 10],
  ['not where this gate was told to make none', null, 30, null],
])('G8: who is inside goes on paper %s', (_how, own, ofLocation, minutes) => {
  expect(paperEveryMinutes(own, ofLocation)).toBe(minutes);
});
