import { expect, test } from 'vitest';
import { debounce, NOT_READ, type Debounced } from '../../../native/inputs/debounce.ts';

/** How the input counts after each reading, "atMs:1" or "atMs:0". */
const counted = (readings: string) => {
  let state: Debounced = NOT_READ;
  return readings.split(' ').map((reading) => {
    const [atMs, on] = reading.split(':');
    state = debounce(state, on === '1', Number(atMs));
    return state.steady === undefined ? '-' : Number(state.steady);
  });
};

test.for<[string, string, (string | number)[]]>([
  ['counts for nothing at first', '0:1', ['-']],
  ['counts once it has been the same for 50 ms', '0:1 49:1 50:1', ['-', '-', 1]],
  ['starts anew at every bounce', '0:0 60:0 70:1 80:0 90:1 130:1 140:1', ['-', 0, 0, 0, 0, 0, 1]],
  ['keeps what it was through a glitch', '0:0 60:0 120:1 150:0 240:0', ['-', 0, 0, 0, 0]],
])('an input %s', ([, readings, expected]) => {
  expect(counted(readings)).toEqual(expected);
});

test('a change is dated by when it was first read', () => {
  const first = debounce(debounce(NOT_READ, true, 1000), true, 1060);
  expect(first).toEqual({ steady: true, reads: true, sinceMs: 1000 });
});
