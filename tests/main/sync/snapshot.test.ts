import { expect, test } from 'vitest';
import { createCache } from '../../../main/cache/cache.ts';
import { applyInSlices } from '../../../main/cache/slices.ts';
import type { Change } from '../../../core/sync/wire.ts';
import { newHome, openTestStore, START_MS } from '../fixtures.ts';
import { put, SITE } from '../site.ts';

/** In CI a small place; a large one: GATEHOUSE_SNAPSHOT_PEOPLE=100000 vitest run --project unit tests/main/sync/snapshot.test.ts */
const PEOPLE = Number(process.env['GATEHOUSE_SNAPSHOT_PEOPLE'] ?? 1500);
const PAGE = 1000;
/** What a scan may have to wait behind a slice; the machine that runs the tests may be busy with others. */
const MOST_MS = Number(process.env['GATEHOUSE_SNAPSHOT_MOST_MS'] ?? 150);

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test(
  `a snapshot of ${PEOPLE} people comes in beside the old copy while scans go on`,
  { timeout: 900_000 },
  async () => {
    const cache = createCache(openTestStore(newHome()).db);
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

    const waits: number[] = [];
    let reading = true;
    const scanning = (async () => {
      for (let scan = 0; reading; scan += 1) {
        const askedMs = performance.now();
        await nextTurn();
        expect(cache.get('worker', `person-${scan % PEOPLE}`)?.lastName).toBe('Kowalska');
        expect(cache.get('worker', 'gone')).toBeDefined();
        waits.push(performance.now() - askedMs);
      }
    })();
    const begunMs = performance.now();
    await pages(anew, async (page, last) => {
      if (last) {
        reading = false;
        await scanning;
      }
      await applyInSlices(slices, page, 'new', last, START_MS + 1);
    });
    const tookMs = performance.now() - begunMs;

    waits.sort((one, other) => one - other);
    const [median, p99, longest] = [0.5, 0.99, 1].map(
      (share) => waits[Math.min(waits.length - 1, Math.floor(waits.length * share))] ?? 0,
    );
    console.log(
      `${PEOPLE} people in ${(tookMs / 1000).toFixed(1)} s; a scan waited ${median?.toFixed(1)} ms (median), ${p99?.toFixed(1)} ms (p99), ${longest?.toFixed(1)} ms (longest)`,
    );
    expect(cache.get('worker', 'gone')).toBeUndefined();
    expect(cache.cursor()).toBe('new');
    expect(p99).toBeLessThan(MOST_MS);
  },
);

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
