import { describe, expect, test } from 'vitest';
import { status, takesAll, VirtualLine, type PlayedCentral } from './virtual-line.ts';

const REFUSED = { failure: { kind: 'refused' } } as const;

/** A central that fails with `code` whenever one of `poison` is in the batch. */
const stumblesOver =
  (poison: readonly number[], code: number): PlayedCentral =>
  (request) =>
    request.type === 'push' && poison.some((seq) => request.fromSeq <= seq && seq <= request.toSeq)
      ? { failure: status(code) }
      : takesAll(request);

const pushOnly =
  (answer: PlayedCentral): PlayedCentral =>
  (request) =>
    request.type === 'push' ? answer(request) : takesAll(request);

describe('one event that central stumbles over', () => {
  test('400: it is cornered at once, set aside, and the next go on without delay', () => {
    const line = new VirtualLine(stumblesOver([3], 400)).feed({ type: 'nudge', headSeq: 8 }).run(0);
    expect(line.take('push')).toEqual([
      'push 1..8 @0',
      'push 1..4 @0',
      'push 1..2 @0',
      'push 3..6 @0',
      'push 3..4 @0',
      'push 3..3 @0',
      'push 4..4 @0',
      'push 5..6 @0',
      'push 7..8 @0',
    ]);
    expect(line.state.reported).toMatchObject({ state: 'online', waiting: 1 });
  });

  test('500: the same with a short pause before each smaller batch', () => {
    const line = new VirtualLine(stumblesOver([1], 500)).feed({ type: 'nudge', headSeq: 4 }).run(2000);
    expect(line.take('push')).toEqual([
      'push 1..4 @0',
      'push 1..2 @500',
      'push 1..1 @1000',
      'push 2..2 @1000',
      'push 3..4 @1000',
    ]);
  });

  test('it is tried again after 5 s, then ever more seldom, at last every 5 min', () => {
    const line = new VirtualLine(stumblesOver([1], 422)).feed({ type: 'nudge', headSeq: 1 }).run(1_500_000);
    const times = line.take('push').map((entry) => Number(entry.split('@')[1]) / 1000);
    expect(times).toEqual([0, 5, 15, 35, 75, 155, 315, 615, 915, 1215]);
    expect(line.state.reported).toMatchObject({ waiting: 1, setAside: 1 });
  });

  test('once central takes it, nothing is left over', () => {
    const line = new VirtualLine(stumblesOver([1], 422)).feed({ type: 'nudge', headSeq: 2 }).run(4000);
    line.central(takesAll);
    expect(line.run(6000).take('report').at(-1)).toBe('report online waiting 0 @5000');
  });

  test('new events go before second tries', () => {
    const line = new VirtualLine(stumblesOver([1], 422)).feed({ type: 'nudge', headSeq: 1 }).run(4999);
    line.take();
    line.nowMs = 5000;
    expect(line.feed({ type: 'nudge', headSeq: 2 }).run(5000).take('push')).toEqual([
      'push 2..2 @5000',
      'push 1..1 @5000',
    ]);
  });

  test('several in a row are passed over at a slower pace, for central itself may be ill', () => {
    const line = new VirtualLine(stumblesOver([1, 2, 3, 4], 422)).feed({ type: 'nudge', headSeq: 5 }).run(4000);
    expect(line.take('push')).toEqual([
      'push 1..5 @0',
      'push 1..2 @0',
      'push 1..1 @0',
      'push 2..2 @0',
      'push 3..3 @500',
      'push 4..4 @1000',
      'push 5..5 @1500',
    ]);
  });

  test('an hour of errors from a sick central leaves nothing behind ten minutes later', () => {
    const line = new VirtualLine(pushOnly(() => ({ failure: status(500) })));
    for (let minute = 0; minute < 60; minute += 1)
      line.feed({ type: 'nudge', headSeq: minute * 3 }).run(minute * 60_000);
    line.central(takesAll);
    line.run(line.nowMs + 600_000);
    expect(line.state.reported).toMatchObject({ state: 'online', waiting: 0, setAside: 0 });
  });
});

describe('a restart', () => {
  test('is told what to go on from, as soon as it changes', () => {
    const line = new VirtualLine(stumblesOver([2], 422)).feed({ type: 'nudge', headSeq: 4 }).run(0);
    expect(line.take('remember')).toEqual([
      'remember 1 @0',
      'remember 2 without 2 @0',
      'remember 3 without 2 @0',
      'remember 4 without 2 @0',
    ]);
  });

  test('tries again what was set aside before it', () => {
    const line = new VirtualLine(takesAll, 4, [2]).feed({ type: 'nudge', headSeq: 5 }).run(6000);
    expect(line.take('push', 'remember')).toEqual([
      'push 5..5 @0',
      'remember 5 without 2 @0',
      'push 2..2 @5000',
      'remember 5 @5000',
    ]);
  });

  test('does not write down again what has not changed', () => {
    const line = new VirtualLine(() => REFUSED, 4, [2]).feed({ type: 'nudge', headSeq: 9 }).run(60_000);
    expect(line.take('remember')).toEqual([]);
  });
});
