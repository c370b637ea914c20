import { v7 as newId } from 'uuid';
import type { Fact } from '../../core/event/event.ts';
import { createActKeys } from '../../main/activity/act-keys.ts';
import { merged } from '../../main/activity/merged.ts';
import { createSearch } from '../../main/lists/search.ts';
import { createBatches } from '../../main/checkout/batches.ts';
import { createCache } from '../../main/cache/cache.ts';
import { createClock } from '../../main/clock.ts';
import type { Journal } from '../../main/journal/journal.ts';
import { createSitePresence } from '../../main/presence/site-presence.ts';
import type { Sqlite } from '../../main/sqlite.ts';
import { policySchema } from '../../core/site/entities.ts';
import { journalOf } from './prepared.ts';
import { PLACE } from './site.ts';

const WORKER = { kind: 'worker' } as const;
/** A badge is shown so often while everybody is checked out. */
const SCAN_EVERY_MS = 10;

const comesIn = (workerId: string): Fact => ({
  type: 'presence.checked_in',
  actor: WORKER,
  data: {
    workerId,
    mode: 'scan',
    code: 'welcome',
    notes: [],
    workOrderIds: [],
    laneId: 'lane-1',
    scannerId: 's',
    source: 'serial',
  },
});

export interface CheckedOut {
  readonly tookMs: number;
  /** From when a badge was due until its act was on disk, while the batch ran. */
  readonly scansMs: readonly number[];
  readonly journal: Journal;
}

/** Lets so many people in, then checks all of them out as the desk does, while badges are shown. */
export async function checkOutAll(db: Sqlite, people: number): Promise<CheckedOut> {
  const clock = createClock();
  clock.recall(0);
  const cache = createCache(db);
  cache.apply([], 'bench', true, clock.nowMs());
  const journal = journalOf(db, clock);
  const presence = createSitePresence({ db, cache, journal, clock, identity: PLACE });
  const ids = Array.from({ length: people }, (_, n) => `leaver-${n}`);
  for (let at = 0; at < people; at += 500) journal.append(ids.slice(at, at + 500).map(comesIn));
  const batches = createBatches({
    db,
    append: (facts) => journal.append(facts),
    actor: () => ({ kind: 'user', userId: 'bench' }),
    clock,
    identity: { ...PLACE, centralUrl: 'http://127.0.0.1/', deviceToken: '' },
    journal,
    newId,
    policy: () => policySchema.parse({ id: 'policy', locationId: PLACE.locationId }),
    presence,
    breathe: () => new Promise((resolve) => setImmediate(resolve)),
    changed: () => undefined,
  });
  const scansMs: number[] = [];
  let dueMs = performance.now() + SCAN_EVERY_MS;
  const scans = setInterval(() => {
    journal.append([comesIn(`scanned-${scansMs.length}`)]);
    scansMs.push(performance.now() - Math.min(dueMs, performance.now()));
    dueMs = performance.now() + SCAN_EVERY_MS;
  }, SCAN_EVERY_MS);
  const startedMs = performance.now();
  const leavers = ids.map((workerId) => ({ workerId, locationId: PLACE.locationId }));
  batches.start(leavers, { reason: 'bench', mayAt: () => true });
  await batches.settled();
  const tookMs = performance.now() - startedMs;
  clearInterval(scans);
  const done = batches.latest()?.checkedOut;
  if (done !== people) throw new Error(`${done} of ${people} were checked out`);
  return { tookMs, scansMs, journal };
}

/** The least that brings as many rows of that size to this disk: one transaction of bare inserts into a table without an index. */
export function bareInsert(db: Sqlite, people: number): number {
  const body = 'x'.repeat(620);
  db.exec('create table if not exists bench_bare (seq integer primary key, body text not null)');
  const insert = db.prepare('insert into bench_bare (body) values (?)');
  const startedMs = performance.now();
  db.transaction(() => {
    for (let n = 0; n < people; n += 1) insert.run(body);
  }).immediate();
  return performance.now() - startedMs;
}

/** The first page of all acts, as often as asked. */
export function openActivity(db: Sqlite, runs: number): number[] {
  const findActs = createActKeys(db, createSearch(db));
  return Array.from({ length: runs }, () => {
    const startedMs = performance.now();
    const { own, told } = findActs({ query: '' }, [PLACE.locationId], PLACE);
    const all = merged([...own.strands, ...told()]);
    while (!all.reaches(100)) all.look(0);
    all.keys(0, 100);
    return performance.now() - startedMs;
  });
}
