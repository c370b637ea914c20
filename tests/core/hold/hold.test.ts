import { describe, expect, test } from 'vitest';
import { answersTo, holdAfter, type Happening, type Hold } from '../../../core/hold/hold.ts';

const hold: Hold = {
  id: 'hold-1',
  workerId: 'amina',
  direction: 'in',
  asks: ['photo_check', 'question_asked'],
  questions: [
    { id: 'fit', text: 'Fit for work?', at: 'in', wanted: 'yes' },
    { id: 'lone', text: 'Working alone?', at: 'in', wanted: 'no' },
  ],
  sinceMs: 1000,
  untilMs: 181_000,
  state: 'held',
};
const at = (kind: Happening['kind'], atMs: number): Happening => ({ kind, atMs });

describe('a hold', () => {
  test.each<[string, Happening[], Hold['state']]>([
    ['waits', [], 'held'],
    ['is confirmed', [at('confirm', 2000)], 'confirmed'],
    ['is declined', [at('decline', 2000)], 'declined'],
    ['is confirmed at the last moment', [at('confirm', 180_999)], 'confirmed'],
    ['is too old a moment later', [at('confirm', 181_000)], 'timed_out'],
    ['can be declined no later either', [at('decline', 181_000)], 'timed_out'],
    ['goes on waiting before its time', [at('time', 180_999)], 'held'],
    ['ends by itself', [at('time', 181_000)], 'timed_out'],
    ['is replaced by a new scan', [at('again', 3000)], 'replaced'],
    ['once declined is not confirmed', [at('decline', 2000), at('confirm', 3000)], 'declined'],
    ['once confirmed is not declined', [at('confirm', 2000), at('decline', 3000)], 'confirmed'],
    ['once replaced is not confirmed', [at('again', 2000), at('confirm', 3000)], 'replaced'],
    ['once timed out is not confirmed', [at('time', 181_000), at('confirm', 2000)], 'timed_out'],
  ])('%s', (_what, happenings, state) => {
    expect(happenings.reduce(holdAfter, hold).state).toBe(state);
  });
});

describe('answers', () => {
  test.each<[string, Record<string, 'yes' | 'no'>, string[] | undefined]>([
    ['all given, in the order of the questions', { lone: 'no', fit: 'yes' }, ['fit yes', 'lone no']],
    ['one missing', { fit: 'yes' }, undefined],
    ['to questions that were not asked are left out', { fit: 'no', lone: 'no', other: 'yes' }, ['fit no', 'lone no']],
    ['by the name of a part of every object', { constructor: 'yes' } as Record<string, 'yes'>, undefined],
  ])('%s', (_what, given, expected) => {
    expect(answersTo(hold, given)?.map(({ questionId, answer }) => `${questionId} ${answer}`)).toEqual(expected);
  });
});
