import { describe, expect, test } from 'vitest';
import { fail, ok } from '../../core/result.ts';
import type { EventResult } from '../../core/sync/wire.ts';
import { createCache } from '../../main/cache/cache.ts';
import type { CallResult, CentralClient } from '../../main/sync/central-client.ts';
import { createDelivery } from '../../main/sync/delivery.ts';
import { createSyncLoop } from '../../main/sync/loop.ts';
import { screensFirst } from '../../main/sync/screens-first.ts';
import { newHome, openTestStore, refusal, START_MS, type TestStore } from './fixtures.ts';
import { SITE } from './site.ts';
import { virtualTime } from './virtual-time.ts';

const serverTime = '2026-03-02T06:00:00.000Z';

/** A central of a few lines: it takes events by id, and does what the test makes it do first. */
function smallCentral() {
  const taken: string[] = [];
  const requests: string[] = [];
  const moods: ((seqs: number[]) => CallResult<never> | undefined)[] = [];
  let verdict = (_seq: number): Partial<EventResult> => ({});
  const client: CentralClient = {
    enrol: () => Promise.reject(new Error('not asked here')),
    rotate: () => Promise.reject(new Error('not asked here')),
    tellPeerKey: () => Promise.reject(new Error('not asked here')),
    pushEvents(events) {
      const seqs = events.map(({ seq }) => seq);
      requests.push(`push ${seqs[0]}..${seqs.at(-1)}`);
      const mood = moods.shift()?.(seqs);
      if (mood) return Promise.resolve(mood);
      const results = events.map(({ id, seq }) => {
        const status = taken.includes(id) ? ('duplicate' as const) : ('accepted' as const);
        if (status === 'accepted') taken.push(id);
        return { id, status, ...verdict(seq) };
      });
      return Promise.resolve(ok({ results, serverTime }));
    },
    pullChanges(cursor) {
      requests.push(`pull ${cursor ?? 'from the start'}`);
      return Promise.resolve(
        ok({ changes: cursor === undefined ? [...SITE] : [], cursor: 'c1', hasMore: false, serverTime }),
      );
    },
  };
  return { client, taken, requests, moods, judge: (next: typeof verdict) => (verdict = next) };
}

/** `isStart`: the whole program starts, with its windows. */
function running(store: TestStore, central: ReturnType<typeof smallCentral>, isStart = false) {
  const time = virtualTime();
  const delivery = createDelivery(store.db);
  const states: string[] = [];
  const loop = createSyncLoop({
    client: central.client,
    journal: store.journal,
    cache: createCache(store.db),
    delivery,
    nowMs: () => START_MS + time.nowMs(),
    monotonicMs: time.nowMs,
    random: () => 0.5,
    setTimer: time.setTimer,
    ...(isStart ? screensFirst(store.journal.lastSeq() - delivery.remembered().settledTo, time.setTimer) : {}),
    breathe: () => Promise.resolve(),
    onReport: ({ state, waiting }) => states.push(`${state} ${waiting}`),
    onPulled: () => undefined,
    onPushed: () => undefined,
    onFailure: () => undefined,
  });
  return { time, delivery, loop, states };
}

const withEvents = (count: number, home = newHome()): TestStore => {
  const store = openTestStore(home);
  store.journal.append(Array.from({ length: count }, () => refusal()));
  return store;
};
const unreachable = () => fail({ kind: 'refused' as const, detail: 'nobody there' });
const status = (code: number) => () =>
  fail({ kind: 'status' as const, status: code, ours: true, code: 'x', detail: '' });

describe('the sync loop', () => {
  test('sends what was there at the start and what comes later, and pulls', async () => {
    const central = smallCentral();
    const store = withEvents(3);
    const { time, loop, states } = running(store, central);
    await time.pass(100);
    store.journal.append([refusal()]);
    loop.nudge();
    await time.pass(100);
    expect(central.requests).toEqual(['push 1..3', 'pull from the start', 'push 4..4']);
    expect(central.taken).toEqual(store.journal.read(0, 10).map(({ id }) => id));
    expect(states.at(-1)).toBe('online 0');
  });

  test('after weeks without a line nothing is sent in the first seconds of a start, and the screens show how much waits', async () => {
    const central = smallCentral();
    const { time, states } = running(withEvents(1200), central, true);
    await time.pass(2400);
    expect([central.requests, states.at(-1)]).toEqual([[], 'connecting 1200']);
    await time.pass(5000);
    expect([central.taken.length, states.at(-1)]).toEqual([1200, 'online 0']);
  });

  test('sends the same again when the answer was lost, and nothing is doubled', async () => {
    const central = smallCentral();
    const store = withEvents(5);
    central.moods.push((seqs) => {
      for (const event of store.journal.read((seqs[0] ?? 1) - 1, seqs.length)) central.taken.push(event.id);
      return fail({ kind: 'silent', detail: 'cut after the commit' });
    });
    const { time } = running(store, central);
    await time.pass(60_000);
    expect(central.requests.filter((request) => request === 'push 1..5')).toHaveLength(2);
    expect(new Set(central.taken).size).toBe(central.taken.length);
  });

  test('goes on where it was after a restart, what was set aside included', async () => {
    const home = newHome();
    const central = smallCentral();
    const store = withEvents(3, home);
    const poison = (seqs: number[]) => (seqs.includes(2) ? status(400)() : undefined);
    central.moods.push(...Array.from({ length: 12 }, () => poison));
    const first = running(store, central);
    await first.time.pass(2000);
    first.loop.stop();
    expect(central.taken).toHaveLength(2);
    expect(createDelivery(store.db).remembered()).toEqual({ settledTo: 3, setAside: [2] });
    central.moods.length = 0;
    const second = running(store, central);
    await second.time.pass(400_000);
    expect(new Set(central.taken).size).toBe(3);
    expect(second.delivery.remembered()).toEqual({ settledTo: 3, setAside: [] });
  });

  test('is offline while nobody is there, and drains when somebody is', async () => {
    const central = smallCentral();
    central.moods.push(unreachable, unreachable, unreachable);
    const { time, states } = running(withEvents(4), central);
    await time.pass(300);
    expect(states).toContain('offline 4');
    await time.pass(60_000);
    expect(states.at(-1)).toBe('online 0');
  });

  test('keeps what central flagged and what it would not take', async () => {
    const central = smallCentral();
    central.judge((seq) => {
      if (seq === 2) return { status: 'flagged', code: 'inside_elsewhere' };
      return seq === 3 ? { status: 'rejected', code: 'malformed' } : {};
    });
    const { time, delivery } = running(withEvents(4), central);
    await time.pass(100);
    expect(delivery.counts()).toEqual({ flagged: 1, rejected: 1 });
    expect(delivery.remembered().settledTo).toBe(4);
  });

  test('an answer about other events is no answer: it is asked again, ever more slowly', async () => {
    const central = smallCentral();
    let asked = 0;
    const odd: CentralClient = {
      ...central.client,
      pushEvents() {
        asked += 1;
        return Promise.resolve(ok({ results: [{ id: 'another', status: 'accepted' }], serverTime }));
      },
    };
    const { time, delivery } = running(withEvents(3), { ...central, client: odd });
    await time.pass(60_000);
    expect(delivery.remembered().settledTo).toBe(0);
    expect(asked).toBeGreaterThan(1);
    expect(asked).toBeLessThan(12);
  });

  test('makes the next full batch while central works, and sends another where central stopped short', async () => {
    const central = smallCentral();
    const prepared: string[] = [];
    let short = 300;
    const client: CentralClient = {
      ...central.client,
      prepare: (events) => void prepared.push(`${events[0]?.seq}..${events.at(-1)?.seq}`),
      async pushEvents(events) {
        const answer = await central.client.pushEvents(events.slice(0, short));
        short = events.length;
        return answer;
      },
    };
    const store = withEvents(1400);
    const { time, delivery } = running(store, { ...central, client });
    await time.pass(1000);
    expect(prepared).toEqual(['501..1000', '801..1300']);
    expect(central.taken).toEqual(store.journal.read(0, 1400).map(({ id }) => id));
    expect(delivery.remembered().settledTo).toBe(1400);
  });

  test('a disk that is full for a while stops neither way for good', async () => {
    const central = smallCentral();
    const store = withEvents(3);
    store.db.exec("create temp trigger full before insert on delivery begin select raise(abort, 'full'); end");
    central.judge(() => ({ status: 'flagged', code: 'inside_elsewhere' }));
    const { time, delivery } = running(store, central);
    await time.pass(5000);
    expect(delivery.remembered().settledTo).toBe(0);
    store.db.exec('drop trigger full');
    await time.pass(120_000);
    expect(delivery.remembered().settledTo).toBe(3);
  });
});
