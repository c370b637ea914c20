import { expect, test } from 'vitest';
import { ELSEWHERE_MS, runningElsewhere, type ToldRoll } from '../../../core/muster/elsewhere.ts';

const NOW = 1_000_000_000;
const MINUTE = 60_000;
const started = (gateId: string, agoMs: number, kind = 'live'): ToldRoll => ({
  gateId,
  type: 'muster.started',
  kind,
  atMs: NOW - agoMs,
});
const ended = (gateId: string, agoMs: number): ToldRoll => ({
  gateId,
  type: 'muster.ended',
  kind: undefined,
  atMs: NOW - agoMs,
});

test.each<[string, ToldRoll[], string[]]>([
  ['nothing was told', [], []],
  ['one began', [started('a', MINUTE)], ['a live']],
  ['a drill began', [started('a', MINUTE, 'drill')], ['a drill']],
  ['of which nobody says that it is a drill', [started('a', MINUTE, '')], ['a live']],
  ['it is over', [started('a', 2 * MINUTE), ended('a', MINUTE)], []],
  ['its end was told first', [ended('a', MINUTE), started('a', 2 * MINUTE)], []],
  ['it was over at once', [ended('a', MINUTE), started('a', MINUTE)], []],
  [
    'another began after it',
    [started('a', 3 * MINUTE), ended('a', 2 * MINUTE), started('a', MINUTE, 'drill')],
    ['a drill'],
  ],
  ['told twice', [started('a', MINUTE), started('a', MINUTE)], ['a live']],
  ['at two gates', [started('a', 2 * MINUTE), started('b', MINUTE)], ['b live', 'a live']],
  ['the end of another gate’s', [started('a', 2 * MINUTE), ended('b', MINUTE)], ['a live']],
  ['the gate has said nothing for hours', [started('a', ELSEWHERE_MS)], []],
  ['just before that', [started('a', ELSEWHERE_MS - 1)], ['a live']],
])('what runs at other gates when %s', (_name, told, expected) => {
  expect(runningElsewhere(told, NOW).map(({ gateId, kind }) => `${gateId} ${kind}`)).toEqual(expected);
});
