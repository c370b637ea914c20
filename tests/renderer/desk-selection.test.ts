import { describe, expect, test } from 'vitest';
import { ALL, countOf, isSelected, NONE, toggled, whoOf } from '../../renderer/desk/checkout/selection.ts';

const anna = { workerId: 'anna', locationId: 'here' };
const annaThere = { workerId: 'anna', locationId: 'depot' };
const FILTERS = { query: 'a' };

describe('B2: the boxes of bulk checkout', () => {
  test.each([
    ['nobody', NONE, 0],
    ['one', toggled(NONE, anna), 1],
    ['the same one put back', toggled(toggled(NONE, anna), anna), 0],
    ['one person at two places', toggled(toggled(NONE, anna), annaThere), 2],
    ['all that match', ALL, 5000],
    ['all but one', toggled(ALL, anna), 4999],
  ])('%s', (_what, selection, count) => {
    expect(countOf(selection, 5000)).toBe(count);
  });

  test('a box taken out of all is not set, the others are', () => {
    const allButAnna = toggled(ALL, anna);
    expect([isSelected(allButAnna, anna), isSelected(allButAnna, annaThere)]).toEqual([false, true]);
  });

  test('all that match are named by what was asked for, not row by row', () => {
    expect(whoOf(toggled(ALL, anna), FILTERS, 7)).toEqual({ all: FILTERS, except: [anna], asOfMs: 7 });
    expect(whoOf(toggled(NONE, anna), FILTERS, 7)).toEqual({ people: [anna] });
  });
});
