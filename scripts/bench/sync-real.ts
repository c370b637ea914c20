import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import path from 'node:path';
import { createEnrolmentCode, enrol } from '../../central/devices/enrolment.ts';
import { buildServer } from '../../central/http/server.ts';
import { openCentral } from '../../central/open.ts';
import { seedDemo } from '../../central/demo/seed.ts';
import { GATES } from '../../central/demo/site.ts';
import type { Fact } from '../../core/event/event.ts';
import { createCache } from '../../main/cache/cache.ts';
import { createClock } from '../../main/clock.ts';
import { createJournal, type Journal } from '../../main/journal/journal.ts';
import { openStore } from '../../main/journal/recover.ts';
import type { Sqlite } from '../../main/sqlite.ts';
import { createCentralClient } from '../../main/sync/central-client.ts';
import { createDelivery } from '../../main/sync/delivery.ts';
import { createSyncLoop, type SyncLoopParts } from '../../main/sync/loop.ts';
import { setTimer } from '../../main/timers.ts';
import { sha256Hex } from '../../main/verify.ts';
import { v7 } from 'uuid';

/** A busy gate: eight acts a day of each of a thousand people. */
const ACT_EVERY_MS = 10_800;
const PEOPLE = 1000;

export interface Ready {
  readonly db: Sqlite;
  /** `taken`: how many events central has afterwards. */
  readonly drain: () => Promise<Drained & { readonly taken: number }>;
  readonly stop: () => Promise<void>;
}
export interface Drained {
  readonly tookMs: number;
  /** How long anything else in this process had to wait for its turn: a gate's screens and scans. */
  readonly delayP99Ms: number;
  readonly delayMostMs: number;
}

/** A central of its own (on a database, if one is given) and an enrolled gate with `count` events that central does not have yet, all in this process. */
export async function readyToDrain(folder: string, count: number, databaseUrl?: string): Promise<Ready> {
  const central = await openCentral({ dataDirectory: path.join(folder, 'central'), demo: true, databaseUrl });
  await seedDemo(central);
  const app = await buildServer(central);
  const baseUrl = `${await app.listen({ port: 0, host: '127.0.0.1' })}/`;
  const [gate] = GATES;
  if (!gate) throw new Error('the demo has no gate');
  const enrolmentCode = await createEnrolmentCode(central, gate);
  const enrolled = await enrol(central, { enrolmentCode, name: 'bench', platform: 'bench', appVersion: '0' });
  if (!enrolled.ok) throw new Error(enrolled.fault);
  const { device, deviceToken } = enrolled.value;

  mkdirSync(path.join(folder, 'gate'));
  const opened = openStore(path.join(folder, 'gate'), Date.now());
  if (!opened.ok) throw new Error(opened.fault.detail);
  const { db } = opened.value;
  const identity = { deviceId: device.id, gateId: device.gateId, locationId: device.locationId };
  const clock = createClock();
  clock.recall(0);
  const journal = createJournal({ db, identity, clock, sha256: sha256Hex, newId: v7 });
  const own = { db, journal, baseUrl, token: deviceToken, clock };
  await upToDate(own);
  writeActs(journal, count, ACT_EVERY_MS);

  return {
    db,
    async drain() {
      const drained = await drain(own);
      const taken = await central.store.read((rows) => rows.events.ofDevice(device.id, 0, count + 10));
      return { ...drained, taken: taken.length };
    },
    async stop() {
      await app.close();
      await central.store.close();
      db.close();
    },
  };
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
export function writeActs(journal: Journal, count: number, everyMs: number): void {
  const people = Array.from({ length: PEOPLE }, () => randomUUID());
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
