import { expect, test } from 'vitest';
import { createCache } from '../../../main/cache/cache.ts';
import { applyInSlices } from '../../../main/cache/slices.ts';
import type { Change } from '../../../core/sync/wire.ts';
import type { Sqlite } from '../../../main/sqlite.ts';
import { newHome, openTestStore, START_MS } from '../fixtures.ts';
import { put, SITE } from '../site.ts';

/** In CI a small place; a large one: GATEHOUSE_SNAPSHOT_PEOPLE=100000 vitest run --project unit tests/main/sync/snapshot.test.ts */
const PEOPLE = Number(process.env['GATEHOUSE_SNAPSHOT_PEOPLE'] ?? 1500);
const PAGE = 1000;
const SCAN_EVERY_MS = 5;
const BARE_SLICE_MS = 3;
/** What a scan may have to wait behind a slice; the machine that runs the tests may be busy with others. */
const MOST_MS = Number(process.env['GATEHOUSE_SNAPSHOT_MOST_MS'] ?? 150);

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test(
  `a snapshot of ${PEOPLE} people comes in beside the old copy while scans go on`,
  { timeout: 900_000 },
  async () => {
    const { db } = openTestStore(newHome());
    const cache = createCache(db);
    const slices = { cache, breathe: nextTurn, stopped: () => false };
    const gone = put('worker', 'gone', {
      firstName: 'Gone',
      lastName: 'Since',
      contractorId: 'contractor-1',
      language: 'en',
    });
    await pages([...SITE, gone, ...peopleOf(1)], (page, last) => applyInSlices(slices, page, 'old', last, START_MS));
    const anew = [...SITE, ...peopleOf(2)];
    cache.restart();

    const seen = { old: 0, new: 0 };
    const begunMs = performance.now();
    const waits = await scansDuring(
      () => pages(anew, (page, last) => applyInSlices(slices, page, 'new', last, START_MS + 1)),
      (scan) => {
        const number = scan % PEOPLE;
        const version = cache.get('worker', 'gone') ? 1 : 2;
        seen[version === 1 ? 'old' : 'new'] += 1;
        // One person's records are of one copy, whichever it is.
        expect(cache.byRef('badge', `CARD-${number}-${version}`)[0]?.workerId).toBe(`person-${number}`);
        expect(cache.get('worker', `person-${number}`)?.lastName).toBe('Kowalska');
      },
    );
    const tookMs = performance.now() - begunMs;
    const bare = await scansDuring(
      () => bareRows(db, anew),
      () => undefined,
    );
    console.log(
      `${PEOPLE} people in ${(tookMs / 1000).toFixed(1)} s; a scan waited ${told(waits)}; behind bare rows in slices as long: ${told(bare)}; p99 ratio ${(p99Of(waits) / p99Of(bare)).toFixed(2)}`,
    );
    expect(cache.get('worker', 'gone')).toBeUndefined();
    expect(cache.cursor()).toBe('new');
    expect(seen.old).toBeGreaterThan(0);
    expect(p99Of(waits)).toBeLessThan(MOST_MS);
  },
);

/** Somebody shows a badge every few milliseconds; how long each of them waited for their turn and the look at their records. */
async function scansDuring(work: () => Promise<unknown>, look: (scan: number) => void): Promise<number[]> {
  const waits: number[] = [];
  let isOver = false;
  const scanning = (async () => {
    for (let scan = 0; !isOver; scan += 1) {
      const dueMs = performance.now() + SCAN_EVERY_MS;
      await new Promise((resolve) => setTimeout(resolve, SCAN_EVERY_MS));
      look(scan);
      waits.push(Math.max(0, performance.now() - dueMs));
    }
  })();
  await work();
  isOver = true;
  await scanning;
  return waits.toSorted((one, other) => one - other);
}

/** What no snapshot can do without: as many rows, written and no more. */
async function bareRows(db: Sqlite, changes: readonly Change[]): Promise<void> {
  db.exec('create table cache.bare (entity text, id text, data text, primary key (entity, id)) strict');
  const put = db.prepare('insert or replace into cache.bare values (?, ?, ?)');
  const some = db.transaction((from: number) => {
    const untilMs = performance.now() + BARE_SLICE_MS;
    let at = from;
    for (; at < changes.length && performance.now() < untilMs; at += 1) {
      const { entity, id, data } = changes[at] as Change;
      put.run(entity, id, JSON.stringify(data));
    }
    return at;
  });
  for (let at = 0; at < changes.length; await nextTurn()) at = some.immediate(at);
}

const p99Of = (sorted: readonly number[]): number => sorted[Math.floor((sorted.length - 1) * 0.99)] ?? 0;
const told = (sorted: readonly number[]): string =>
  `${(sorted[Math.floor(sorted.length / 2)] ?? 0).toFixed(1)} ms (median), ${p99Of(sorted).toFixed(1)} ms (p99), ${(sorted.at(-1) ?? 0).toFixed(1)} ms (longest)`;

async function pages(changes: readonly Change[], take: (page: readonly Change[], last: boolean) => Promise<unknown>) {
  for (let at = 0; at < changes.length; at += PAGE)
    await take(changes.slice(at, at + PAGE), at + PAGE >= changes.length);
}

function peopleOf(rev: number): Change[] {
  const complete = { status: 'complete' };
  return Array.from({ length: PEOPLE }, (_, index) => {
    const workerId = `person-${index}`;
    const name = { firstName: `Anna ${index}`, lastName: 'Kowalska', contractorId: 'contractor-1', language: 'pl' };
    return [
      put('worker', workerId, name, rev),
      put('badge', `badge-${index}`, { kind: 'opaque', workerId, code: `CARD-${index}-${rev}` }, rev),
      put(
        'connection',
        `connection-${index}`,
        { workerId, clientId: 'client-1', assessment: complete, induction: complete, credential: complete },
        rev,
      ),
      put('assignment', `assignment-${index}`, { workOrderId: 'order-1', workerId }, rev),
    ];
  }).flat();
}
