import { describe, expect, test } from 'vitest';
import type { RollView } from '../../../preload/muster-views.ts';
import type { PhoneMark } from '../../../renderer/phone/queue.ts';
import { foundMark, shownRows } from '../../../renderer/phone/rows.ts';

const ROLL: RollView = {
  musterId: 'm-1',
  kind: 'live',
  startedAtMs: 1,
  counts: { total: 3, accounted: 0, missing: 0, unmarked: 3 },
  rows: [
    { workerId: 'anna', name: 'Anna', state: 'safe', listed: true },
    { workerId: 'ben', name: 'Ben', state: 'unmarked', listed: true },
    { workerId: 'late', name: 'Late', state: 'unmarked', listed: false },
    { name: 'A driver', state: 'found_unlisted', listed: false },
  ],
};

describe('G8: whoever is found at the assembly point', () => {
  test.each([
    ['is on the list', { workerId: 'ben' }, 'safe'],
    ['came in after the start', { workerId: 'late' }, 'found_unlisted'],
    ['is known and not on the list', { workerId: 'nadia' }, 'found_unlisted'],
    ['bears the name of somebody on the list', { name: 'Ben' }, 'found_unlisted'],
  ] as const)('who %s', (_who, person, mark) => {
    expect(foundMark(ROLL, person)).toBe(mark);
  });
});

describe('G8: a mark that the gate does not have yet shows', () => {
  const shown = (person: PhoneMark['person'], mark: PhoneMark['mark']): string[] =>
    shownRows(ROLL, [{ musterId: 'm-1', person, mark, markId: '1', by: 'Ali' }], new Map([['nadia', 'Nadia']])).map(
      ({ name, state }) => `${name} ${state}`,
    );
  const STAYS = ['Anna safe', 'A driver found_unlisted'];

  test.each([
    ['of somebody on it', { workerId: 'ben' }, 'safe', ['Late unmarked', 'Anna safe', 'Ben safe', STAYS[1]]],
    [
      'of somebody known',
      { workerId: 'nadia' },
      'found_unlisted',
      ['Ben unmarked', 'Late unmarked', ...STAYS, 'Nadia found_unlisted'],
    ],
    [
      'of a stranger',
      { name: 'A cook' },
      'found_unlisted',
      ['Ben unmarked', 'Late unmarked', ...STAYS, 'A cook found_unlisted'],
    ],
    ['of a stranger who never was', { name: 'A driver' }, 'unmarked', ['Ben unmarked', 'Late unmarked', 'Anna safe']],
  ] as const)('%s', (_whom, person, mark, rows) => {
    expect(shown(person, mark)).toEqual(rows);
  });
});
