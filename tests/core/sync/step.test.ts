import { describe, expect, test } from 'vitest';
import { status, takesAll, VirtualLine, type PlayedCentral } from './virtual-line.ts';

const REFUSED = { failure: { kind: 'refused' } } as const;
const SILENT = { failure: { kind: 'silent' } } as const;

const pushOnly =
  (answer: PlayedCentral): PlayedCentral =>
  (request) =>
    request.type === 'push' ? answer(request) : takesAll(request);

describe('an ordinary day', () => {
  test('what is waiting goes up first, in batches of 500, and one batch lets the pull go', () => {
    const line = new VirtualLine(takesAll).feed({ type: 'nudge', headSeq: 1200 }).run(0);
    expect(line.take('push', 'pull', 'wait')).toEqual([
      'push 1..500 @0',
      'push 501..1000 @0',
      'pull @0',
      'push 1001..1200 @0',
      'wait until 60000 @0',
    ]);
  });

  test('with nothing to send it pulls, and again every minute', () => {
    const line = new VirtualLine(takesAll, 7).feed({ type: 'nudge', headSeq: 7 }).run(120_000);
    expect(line.take('push', 'pull')).toEqual(['pull @0', 'pull @60000', 'pull @120000']);
  });

  test('an act is sent the moment it is nudged', () => {
    const line = new VirtualLine(takesAll).feed({ type: 'nudge', headSeq: 0 }).run(1000);
    line.take();
    expect(line.feed({ type: 'nudge', headSeq: 1 }).run(1000).take()).toEqual([
      'push 1..1 @1000',
      'report online waiting 1 @1000',
      'remember 1 @1000',
      'report online waiting 0 @1000',
    ]);
  });

  test('a nudge during a request waits for its answer, then goes in one batch', () => {
    const line = new VirtualLine((request) => ({ afterMs: 100, ...takesAll(request) }));
    line.feed({ type: 'nudge', headSeq: 1 }).run(10);
    line.feed({ type: 'nudge', headSeq: 2 }).feed({ type: 'nudge', headSeq: 3 }).run(250);
    expect(line.take('push')).toEqual(['push 1..1 @0', 'push 2..3 @100']);
  });

  test('a nudge that comes late in the wrong order takes nothing back', () => {
    const line = new VirtualLine(takesAll).feed({ type: 'nudge', headSeq: 3 }).run(0);
    line.take();
    expect(line.feed({ type: 'nudge', headSeq: 2 }).run(0).take()).toEqual([]);
  });

  test('central having more is pulled again at once', () => {
    let pages = 3;
    const line = new VirtualLine((request) =>
      request.type === 'pull' ? { afterMs: 20, hasMore: (pages -= 1) > 0 } : takesAll(request),
    );
    expect(line.feed({ type: 'nudge', headSeq: 0 }).run(50_000).take('pull')).toEqual([
      'pull @0',
      'pull @20',
      'pull @40',
    ]);
  });

  test('the stream nudges a pull; a nudge during a pull is followed by another', () => {
    const line = new VirtualLine((request) => ({ afterMs: 50, ...takesAll(request) })).feed({
      type: 'nudge',
      headSeq: 0,
    });
    line.run(10).feed({ type: 'streamNudge' });
    line.run(200).feed({ type: 'streamNudge' });
    expect(line.run(300).take('pull')).toEqual(['pull @0', 'pull @50', 'pull @200']);
  });

  test('only the results that came are settled', () => {
    const line = new VirtualLine(pushOnly(() => ({ taken: 40 }))).feed({ type: 'nudge', headSeq: 100 }).run(0);
    expect(line.take('push')).toEqual(['push 1..100 @0', 'push 41..100 @0', 'push 81..100 @0']);
  });

  test('a timer that rings early is set again', () => {
    const line = new VirtualLine(takesAll).feed({ type: 'nudge', headSeq: 0 }).run(59_999);
    line.take();
    expect(line.feed({ type: 'tick' }).take()).toEqual(['wait until 60000 @59999']);
  });
});

describe('central away', () => {
  test('a refused connection is offline at once; pauses grow to a minute; the first good answer is online', () => {
    const line = new VirtualLine(() => REFUSED);
    line.random = 1;
    line.feed({ type: 'nudge', headSeq: 2 }).run(130_000);
    line.central(takesAll);
    line.run(200_000);
    expect(line.take('push', 'report').filter((entry) => !entry.includes('waiting 0'))).toEqual([
      'push 1..2 @0',
      'report connecting waiting 2 @0',
      'report offline central_unreachable waiting 2 @0',
      'push 1..2 @1000',
      'push 1..2 @3000',
      'push 1..2 @7000',
      'push 1..2 @15000',
      'push 1..2 @31000',
      'push 1..2 @63000',
      'push 1..2 @123000',
      'push 1..2 @183000',
    ]);
    expect(line.state.reported).toMatchObject({ state: 'online', waiting: 0, sinceMs: 183_000 });
  });

  test('as soon as what was sent brings the line back, it pulls, whatever is left of the last pause', () => {
    const line = new VirtualLine(() => REFUSED);
    line.random = 1;
    line.feed({ type: 'nudge', headSeq: 900 }).run(70_000);
    line.central((request) => (request.type === 'pull' ? { hasMore: false } : { ...takesAll(request), afterMs: 100 }));
    // From here on the pause of the way down is far longer than that of the way up.
    const pull = { ...line.state.pull, pause: { untilMs: 600_000, ordered: false } };
    line.state = { ...line.state, pull };
    line.take();
    line.run(123_300);
    expect(line.state.reported).toMatchObject({ state: 'online', sinceMs: 123_200 });
    expect(line.take('push', 'pull')).toEqual(['push 1..500 @123000', 'push 501..900 @123100', 'pull @123200']);
  });

  test('a stream that opens again pulls at once, though the last pull is seconds old', () => {
    const line = new VirtualLine(takesAll).feed({ type: 'nudge', headSeq: 0 }).run(10_000);
    line.take();
    expect(line.feed({ type: 'online' }).take('pull')).toEqual(['pull @10000']);
  });

  test('one silent request is not offline yet, the second is, since then', () => {
    const line = new VirtualLine(() => ({ afterMs: 100, ...SILENT }), 5).feed({ type: 'nudge', headSeq: 5 }).run(2000);
    expect(line.take('report').slice(0, 3)).toEqual([
      'report connecting waiting 0 @0',
      'report connecting central_unreachable waiting 0 @100',
      'report offline central_unreachable waiting 0 @700',
    ]);
    expect(line.state.line.sinceMs).toBe(700);
  });

  test('a lost answer is met by the same again; lost twice, by half', () => {
    let lost = 2;
    const line = new VirtualLine(
      pushOnly((request) => ((lost -= 1) >= 0 ? { afterMs: 10, ...SILENT } : takesAll(request))),
    );
    expect(line.feed({ type: 'nudge', headSeq: 8 }).run(5000).take('push')).toEqual([
      'push 1..8 @0',
      'push 1..8 @510',
      'push 1..4 @1020',
      'push 5..8 @1020',
    ]);
  });

  test('a nudge does not shorten a pause; news from the system does', () => {
    const line = new VirtualLine(() => REFUSED);
    line.random = 1;
    line.feed({ type: 'nudge', headSeq: 1 }).run(1500);
    line.take();
    expect(line.feed({ type: 'nudge', headSeq: 2 }).take('push')).toEqual([]);
    expect(line.feed({ type: 'online' }).take('push')).toEqual(['push 1..2 @1500']);
  });

  test('the system saying "offline" is looked into, not believed', () => {
    const line = new VirtualLine(takesAll).feed({ type: 'nudge', headSeq: 0 }).run(100);
    line.feed({ type: 'offline' }).run(100);
    expect(line.take('pull')).toEqual(['pull @0', 'pull @100']);
    expect(line.state.line.state).toBe('online');
    line.central(() => SILENT);
    line.feed({ type: 'offline' }).run(100);
    expect(line.state.line).toMatchObject({ state: 'offline', sinceMs: 100 });
  });

  test('somebody else answering is told apart from nobody answering', () => {
    const line = new VirtualLine(() => ({ failure: status(200, { ours: false }) })).feed({ type: 'nudge', headSeq: 0 });
    expect(line.run(600).take('report').at(-1)).toBe('report offline central_not_ours waiting 0 @500');
  });

  test('a success that answers for nothing is not sent after at once', () => {
    const line = new VirtualLine(pushOnly(() => ({ taken: 0 }))).feed({ type: 'nudge', headSeq: 1 }).run(600);
    expect(line.take('push')).toEqual(['push 1..1 @0', 'push 1..1 @500']);
    expect(line.state.push.fault).toBe('central_not_ours');
  });
});

describe('central in trouble', () => {
  test('trouble on the way up does not stop what comes down', () => {
    const line = new VirtualLine(pushOnly(() => ({ failure: status(403) })))
      .feed({ type: 'nudge', headSeq: 1 })
      .run(61_000);
    expect(line.take('pull')).toEqual(['pull @0', 'pull @60000']);
    expect(line.state.reported).toMatchObject({ state: 'online', code: 'gate_not_allowed', waiting: 1 });
  });

  test('Retry-After is kept to the millisecond, whatever the system hints', () => {
    let told = false;
    const line = new VirtualLine(
      pushOnly((request) =>
        told ? takesAll(request) : ((told = true), { failure: status(429, { retryAfterMs: 7000 }) }),
      ),
    );
    line.feed({ type: 'nudge', headSeq: 600 }).run(3000);
    line.feed({ type: 'online' }).run(8000);
    expect(line.take('push')).toEqual(['push 1..500 @0', 'push 1..500 @7000', 'push 501..600 @7000']);
  });

  test('a Retry-After of a day is asked about after an hour', () => {
    const line = new VirtualLine(() => ({ failure: status(503, { retryAfterMs: 86_400_000 }) })).feed({
      type: 'nudge',
      headSeq: 1,
    });
    expect(line.run(3_600_000).take('push')).toEqual(['push 1..1 @0', 'push 1..1 @3600000']);
  });

  test('413 halves the batch at once, and the batch grows back', () => {
    const line = new VirtualLine(
      pushOnly((request) => {
        const fits = request.type === 'push' && request.toSeq - request.fromSeq < 200;
        return fits ? takesAll(request) : { failure: status(413, { ours: false }) };
      }),
    );
    expect(line.feed({ type: 'nudge', headSeq: 500 }).run(0).take('push')).toEqual([
      'push 1..500 @0',
      'push 1..250 @0',
      'push 1..125 @0',
      'push 126..375 @0',
      'push 126..250 @0',
      'push 251..500 @0',
      'push 251..375 @0',
      'push 376..500 @0',
    ]);
  });

  test('an expired cursor starts afresh once, then backs off', () => {
    const line = new VirtualLine((request) => (request.type === 'pull' ? { failure: status(410) } : takesAll(request)));
    expect(line.feed({ type: 'nudge', headSeq: 0 }).run(600).take('pull')).toEqual([
      'pull @0',
      'pull from start @0',
      'pull from start @500',
    ]);
  });

  test('device_revoked on the way down: nothing is fetched any more, and what is written is handed over', () => {
    const revoked = { failure: status(401, { code: 'device_revoked' }) };
    const line = new VirtualLine((request) => (request.type === 'pull' ? revoked : takesAll(request)));
    line.feed({ type: 'nudge', headSeq: 3 }).run(0);
    line.take();
    line.feed({ type: 'online' }).feed({ type: 'streamNudge' }).feed({ type: 'nudge', headSeq: 5 }).run(999_999);
    expect(line.take('push')).toEqual(['push 4..5 @0']);
    expect(line.take('pull')).toEqual([]);
  });

  test('device_revoked on the way up stops everything, for good', () => {
    const line = new VirtualLine(() => ({ failure: status(401, { code: 'device_revoked' }) })).feed({
      type: 'nudge',
      headSeq: 3,
    });
    expect(line.run(0).take()).toEqual([
      'push 1..3 @0',
      'report connecting waiting 3 @0',
      'report revoked device_revoked waiting 3 @0',
    ]);
    line.central(takesAll);
    line.feed({ type: 'online' }).feed({ type: 'nudge', headSeq: 4 }).feed({ type: 'streamNudge' }).run(999_999);
    expect(line.take()).toEqual([]);
  });

  test('another 401 keeps trying: a proxy may have said it', () => {
    const line = new VirtualLine(() => ({ failure: status(401) })).feed({ type: 'nudge', headSeq: 1 }).run(600);
    expect(line.take('push')).toEqual(['push 1..1 @0', 'push 1..1 @500']);
  });
});

describe('a central that was put back to an older state', () => {
  test('says so to the next batch, takes nothing of it, and gets all again from where it knows', () => {
    let isTold = false;
    const forgetful: PlayedCentral = (request) => {
      if (request.type !== 'push' || isTold) return takesAll(request);
      isTold = true;
      return { knowsTo: 10 };
    };
    const line = new VirtualLine(forgetful, 40).feed({ type: 'nudge', headSeq: 45 }).run(0);
    expect(line.take('push', 'remember')).toEqual([
      'push 41..45 @0',
      'remember 10 @0',
      'push 11..45 @0',
      'remember 45 @0',
    ]);
  });
});
