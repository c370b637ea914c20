import { describe, expect, test } from 'vitest';
import { validate, version } from 'uuid';
import { createNewId } from '../../main/new-id.ts';

describe('ids of acts', () => {
  test.each<[string, (n: number) => number]>([
    ['while the clock stands', () => 1_700_000_000_000],
    ['while the clock runs', (n) => 1_700_000_000_000 + Math.floor(n / 10)],
    ['while the clock goes back', (n) => 1_700_000_000_000 - n],
  ])('are UUIDv7, rise and never repeat %s', (_, clock) => {
    let n = 0;
    const newId = createNewId(() => clock((n += 1)));
    const ids = Array.from({ length: 1000 }, newId);
    expect(ids.every((id) => validate(id) && version(id) === 7)).toBe(true);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(ids.toSorted());
  });

  test('differ from those of another program in the same millisecond', () => {
    const [one, other] = [createNewId(() => 1), createNewId(() => 1)];
    expect(one().slice(14)).not.toBe(other().slice(14));
  });
});
