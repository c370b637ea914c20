import { fork, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Fact } from '../../core/event/event.ts';
import { createCache } from '../../main/cache/cache.ts';
import { createClock } from '../../main/clock.ts';
import type { EnrolledAs } from '../../main/identity.ts';
import { createJournal, type Journal } from '../../main/journal/journal.ts';
import { openStore } from '../../main/journal/recover.ts';
import type { Sqlite } from '../../main/sqlite.ts';
import { createCentralClient } from '../../main/sync/central-client.ts';
import { createDelivery } from '../../main/sync/delivery.ts';
import { createSyncLoop, type SyncLoopParts } from '../../main/sync/loop.ts';
import { setTimer } from '../../main/timers.ts';
import { sha256Hex } from '../../main/verify.ts';
import { v7 } from 'uuid';
import type { Taken } from './central-alone.ts';

/** A busy gate: eight acts a day of each of a thousand people. */
const ACT_EVERY_MS = 10_800;
const PEOPLE = 1000;

export interface Ready {
  readonly db: Sqlite;
  readonly drain: () => Promise<Drained & Told>;
  readonly stop: () => Promise<void>;
}
export interface Drained {
  readonly tookMs: number;
  /** How long anything else in the gate had to wait for its turn: its screens and scans. */
  readonly delayP99Ms: number;
  readonly delayMostMs: number;
}
interface Told {
  /** The last event that central has. */
  readonly takenTo: number;
  /** From the last answer until all that follows from the events was told. */
  readonly toldAfterMs: number;
}

/** A central in a process of its own (on a database, if one is given) and an enrolled gate with `count` events that it does not have yet. */
export async function readyToDrain(folder: string, count: number, databaseUrl?: string): Promise<Ready> {
  const central = fork(new URL('central-alone.ts', import.meta.url), [
    path.join(folder, 'central'),
    ...(databaseUrl === undefined ? [] : [databaseUrl]),
  ]);
  const [identity] = (await once(central, 'message')) as [EnrolledAs];
  mkdirSync(path.join(folder, 'gate'));
  const opened = openStore(path.join(folder, 'gate'), Date.now());
  if (!opened.ok) throw new Error(opened.fault.detail);
  const { db } = opened.value;
  const clock = createClock();
  clock.recall(0);
  const journal = createJournal({ db, identity, clock, sha256: sha256Hex, newId: v7 });
  const own = { db, journal, baseUrl: identity.centralUrl, token: identity.deviceToken, clock };
  await upToDate(own);
  writeActs(journal, count, ACT_EVERY_MS);

  return {
    db,
    async drain() {
      const drained = await drain(own);
      const begunMs = performance.now();
      for (;;) {
        const { takenTo, owedPlaces } = await takenBy(central);
        if (owedPlaces === 0) return { ...drained, takenTo, toldAfterMs: performance.now() - begunMs };
        await pause(20);
      }
    },
    async stop() {
      central.disconnect();
      await once(central, 'exit');
      db.close();
    },
  };
}

async function takenBy(central: ChildProcess): Promise<Taken> {
  const answer = once(central, 'message');
  central.send('taken');
  return ((await answer) as [Taken])[0];
}

interface Gate {
  readonly db: Sqlite;
  readonly journal: Journal;
  readonly baseUrl: string;
  readonly token: string;
  readonly clock: ReturnType<typeof createClock>;
}

/** Until the gate has what it is to know: one that was offline has its lists. */
export const upToDate = (gate: Gate): Promise<void> =>
  syncing(gate, (done) => ({ onUpToDate: () => (done(), false), onReport: () => undefined }));

/** Until central has answered for everything. */
export async function drain(gate: Gate): Promise<Drained> {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  const begunMs = performance.now();
  delay.enable();
  await syncing(gate, (done) => ({ onReport: ({ waiting }) => void (waiting === 0 && done()) }));
  const tookMs = performance.now() - begunMs;
  delay.disable();
  return { tookMs, delayP99Ms: delay.percentile(99) / 1e6, delayMostMs: delay.max / 1e6 };
}

async function syncing(
  { db, journal, baseUrl, token, clock }: Gate,
  until: (done: () => void) => Pick<SyncLoopParts, 'onReport' | 'onUpToDate'>,
): Promise<void> {
  const client = createCentralClient({
    baseUrl,
    token: () => token,
    fetch,
    learnTime: clock.learnOffset,
    nowMs: clock.nowMs,
  });
  let stop = (): void => {};
  await new Promise<void>((done) => {
    const loop = createSyncLoop({
      client,
      journal,
      cache: createCache(db),
      delivery: createDelivery(db),
      nowMs: clock.nowMs,
      monotonicMs: clock.monotonicMs,
      random: Math.random,
      setTimer,
      onPulled: () => undefined,
      onPushed: () => undefined,
      onFailure: (what, detail) => console.log(`${what}: ${detail}`),
      ...until(done),
    });
    stop = loop.stop;
  });
  stop();
}

/** People come and go, and one in ten is refused: what a gate writes on an ordinary day, an act every `everyMs` up to now. */
/** @param people whose acts they are; default: as many as work at a busy gate, whom it does not know */
export function writeActs(
  journal: Journal,
  count: number,
  everyMs: number,
  people: readonly string[] = Array.from({ length: PEOPLE }, () => randomUUID()),
): void {
  for (let from = 0; from < count; from += 500) {
    const facts = Array.from({ length: Math.min(500, count - from) }, (_, index) => factOf(from + index, people));
    const written = journal.append(facts, Math.floor(Date.now() - (count - from) * everyMs));
    if (!written.ok) throw new Error(written.fault);
  }
}

function factOf(index: number, people: readonly string[]): Fact {
  const actor = { kind: 'worker' } as const;
  const workerId = people[index % people.length] ?? '';
  if (index % 10 === 9)
    return { type: 'access.refused', actor, data: { workerId, code: 'too_early', textHash: 'a'.repeat(64) } };
  const common = { workerId, mode: 'scan' as const, notes: [] };
  return Math.floor(index / people.length) % 2 === 0
    ? { type: 'presence.checked_in', actor, data: { ...common, code: 'welcome', workOrderIds: ['order-1'] } }
    : { type: 'presence.checked_out', actor, data: { ...common, code: 'goodbye' } };
}
