import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Presence } from '../../../core/event/occupancy.ts';
import { correctedSinceMs, mergePresence, type Heard } from '../../../core/presence/merge.ts';

const NOON = Date.parse('2026-03-10T12:00:00.000Z');
const MINUTE = 60_000;
const own = (inside: boolean, minutes: number, more: Partial<Presence> = {}): Presence => ({
  workerId: 'amina',
  inside,
  sinceMs: NOON + minutes * MINUTE,
  eventId: 'e5',
  ...more,
});
const heard = (inside: boolean, minutes: number, more: Partial<Heard> = {}): Heard => ({
  workerId: 'amina',
  gateId: 'goods',
  inside,
  sinceMs: NOON + minutes * MINUTE,
  eventId: 'e7',
  ...more,
});

/** Where the person is, since how many minutes from noon by this device's clock, and which other gate says so. */
function told(one: Presence | undefined, other: Heard | undefined, offsetMs = 0): string {
  const merged = mergePresence(one, other, { gateId: 'main', offsetMs });
  if (!merged) return 'nothing';
  const minutes = (merged.sinceMs - NOON) / MINUTE;
  return `${merged.inside ? 'in' : 'out'} ${minutes}${merged.gateId === undefined ? '' : ` at ${merged.gateId}`}`;
}

describe('G5: what this gate saw and what it heard', () => {
  test.each<[string, Presence | undefined, Heard | undefined, string]>([
    ['nothing at all', undefined, undefined, 'nothing'],
    ['only the own', own(true, 0), undefined, 'in 0'],
    ['only what was heard', undefined, heard(true, 0), 'in 0 at goods'],
    ['in here, later out there', own(true, 0), heard(false, 30), 'out 30 at goods'],
    ['in there, later out here', own(false, 30), heard(true, 0), 'out 30'],
    ['in here, later in there', own(true, 0), heard(true, 5), 'in 5 at goods'],
    ['in there, later in here', own(true, 5), heard(true, 0), 'in 5'],
    ['out here, later in there', own(false, 0), heard(true, 1), 'in 1 at goods'],
    ['the same moment, the other’s id later', own(true, 0), heard(false, 0), 'out 0 at goods'],
    ['the same moment, the own id later', own(true, 0, { eventId: 'e9' }), heard(false, 0), 'in 0'],
    ['the very same act', own(true, 0, { eventId: 'e7' }), heard(true, 0), 'in 0'],
    ['the same moment from an older central', own(true, 0), { ...heard(false, 0), eventId: undefined! }, 'in 0'],
    ['what the PC before this one saw at this gate', undefined, heard(true, 0, { gateId: 'main' }), 'in 0'],
  ])('%s', (_what, one, other, expected) => {
    expect(told(one, other)).toBe(expected);
  });

  test.each<[string, Presence, Heard, number, string]>([
    ['a clock 10 minutes slow', own(true, -5, { offsetMs: 10 * MINUTE }), heard(false, 0), 10 * MINUTE, 'in -5'],
    [
      'a clock 10 minutes fast',
      own(true, 5, { offsetMs: -10 * MINUTE }),
      heard(false, 0),
      -10 * MINUTE,
      'out 10 at goods',
    ],
    ['a clock put right since', own(true, 5, { offsetMs: -10 * MINUTE }), heard(false, 0), 0, 'out 0 at goods'],
    ['a clock whose error is not known', own(true, 5), heard(false, 0), 0, 'in 5'],
  ])('with %s', (_what, one, other, offsetMs, expected) => {
    expect(told(one, other, offsetMs)).toBe(expected);
  });

  test('a break that was begun here goes on, for somebody whom that gate let in', () => {
    const onBreak = own(true, 0, { breakSinceMs: NOON + MINUTE, eventId: 'e8' });
    expect(mergePresence(onBreak, heard(true, 0), { gateId: 'main', offsetMs: 0 })).toEqual({
      ...onBreak,
      gateId: 'goods',
    });
  });

  test('is never older than either', () => {
    const minutes = fc.integer({ min: -5, max: 5 });
    const offset = fc.constantFrom(0, MINUTE, -MINUTE);
    const anyPair = fc.property(fc.boolean(), minutes, offset, fc.boolean(), minutes, (a, at, offsetMs, b, bt) => {
      const [one, other] = [own(a, at, { offsetMs }), heard(b, bt)];
      const merged = mergePresence(one, other, { gateId: 'main', offsetMs })!;
      const latest = Math.max(correctedSinceMs(one), other.sinceMs);
      return merged.sinceMs + offsetMs === latest;
    });
    expect(fc.check(anyPair).counterexample).toBeNull();
  });
});
