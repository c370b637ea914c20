import { describe, expect, test } from 'vitest';
import { lineAfter, type Line, type LineNews } from '../../../core/sync/line.ts';
import { PULL_LIMIT } from '../../../core/sync/pull-pipe.ts';
import { status, takesAll, VirtualLine, type PlayedCentral } from './virtual-line.ts';

const FRESH: Line = { state: 'connecting', sinceMs: 0, failures: 0, answers: 0 };

describe('the line as staff see it', () => {
  test.each<[string, readonly LineNews[], readonly string[]]>([
    ['one answer makes a new gate online', ['reached'], ['online']],
    ['one request without an answer proves nothing', ['reached', 'missed'], ['online', 'online']],
    ['two in a row do', ['reached', 'missed', 'missed'], ['online', 'online', 'offline']],
    ['a refused connection does at once', ['reached', 'refused'], ['online', 'offline']],
    ['one answer does not bring it back', ['refused', 'reached'], ['offline', 'offline']],
    ['two in a row do', ['refused', 'reached', 'reached'], ['offline', 'offline', 'online']],
    [
      'a line that comes and goes stays offline',
      ['refused', 'reached', 'missed', 'reached', 'missed', 'reached'],
      ['offline', 'offline', 'offline', 'offline', 'offline', 'offline'],
    ],
  ])('%s', (_name, news, states) => {
    let line = FRESH;
    expect(news.map((each, index) => (line = lineAfter(line, each, index)).state)).toEqual(states);
  });

  test('after the first answer the second is asked for at once', () => {
    const line = new VirtualLine(() => ({ failure: { kind: 'refused' } })).feed({ type: 'nudge', headSeq: 0 }).run(10);
    line.central(takesAll);
    line.feed({ type: 'online' }).run(20);
    expect(line.state.reported).toMatchObject({ state: 'online', sinceMs: 10 });
  });
});

const taking =
  (afterMs: number): PlayedCentral =>
  (request) => ({ ...takesAll(request), afterMs });

describe('batches', () => {
  test('shrink while central is slow and grow again when it is quick', () => {
    const line = new VirtualLine(taking(9000)).feed({ type: 'nudge', headSeq: 5000 }).run(20_000);
    expect(line.state.push.limit).toBe(125);
    line.central(taking(10));
    expect(line.run(30_000).state.push.limit).toBe(500);
  });

  test('pages that do not come through are asked for smaller, and larger again when they do', () => {
    const line = new VirtualLine((request) => (request.type === 'pull' ? { failure: status(413) } : takesAll(request)));
    line.feed({ type: 'nudge', headSeq: 0 }).run(10_000);
    expect(line.state.pull.limit).toBe(PULL_LIMIT.least);
    line.central((request) => (request.type === 'pull' ? { hasMore: true, afterMs: 10 } : takesAll(request)));
    expect(line.run(100_000).state.pull.limit).toBe(PULL_LIMIT.most);
  });

  test('what was set aside is tried again as soon as one of it is taken', () => {
    const line = new VirtualLine((request) => (request.type === 'push' ? { failure: status(422) } : takesAll(request)));
    line.feed({ type: 'nudge', headSeq: 6 }).run(60_000);
    line.central(takesAll);
    line.feed({ type: 'nudge', headSeq: 7 });
    const done = line.run(200_000).take('report online waiting 0')[0];
    expect(line.state.reported).toMatchObject({ waiting: 0 });
    expect(Number(done?.split('@')[1])).toBeLessThan(160_000);
  });
});
