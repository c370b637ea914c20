import { describe, expect, test } from 'vitest';
import { judge } from '../../../core/decide/judge.ts';
import { ok } from '../../../core/result.ts';
import { createCache } from '../../../main/cache/cache.ts';
import { createGather } from '../../../main/cache/dossier.ts';
import { applyInSlices } from '../../../main/cache/slices.ts';
import type { Change } from '../../../core/sync/wire.ts';
import { newHome, openTestStore, presenceOn, START_MS } from '../fixtures.ts';
import { put, SITE } from '../site.ts';

const HOUR_MS = 3_600_000;
const BEA = [
  put('worker', 'bea', { firstName: 'Bea', lastName: 'Nowak', contractorId: 'contractor-1', language: 'pl' }),
  put('badge', 'badge-b', { kind: 'opaque', workerId: 'bea', code: 'CARD-2' }),
];
const REVOKED = put(
  'badge',
  'badge-a',
  { kind: 'opaque', workerId: 'anna', code: 'CARD-1', revokedAt: '2026-03-02T05:00:00.000Z' },
  2,
);

/** A gate whose copy is whole, and that has just begun to fetch everything anew. */
async function gateBeginningAnew() {
  const store = openTestStore(newHome());
  const cache = createCache(store.db);
  const { projections } = store.journal;
  const gather = createGather({ cache, projections, presence: presenceOn(store, cache), locationId: 'location-1' });
  const shown = (code: string): string => {
    const papers = gather({ credential: ok({ kind: 'opaque', code }), laneDirection: 'in', nowMs: START_MS });
    return papers ? judge(papers, projections.overridesOf).code : 'no place';
  };
  const slices = { cache, breathe: () => Promise.resolve(), stopped: () => false };
  const page = (changes: readonly Change[], last = false) =>
    applyInSlices(slices, changes, last ? 'new' : 'half', last, START_MS + (last ? HOUR_MS : 0));
  cache.apply([...SITE, ...BEA], 'old', true, START_MS);
  cache.restart();
  return { cache, shown, page, again: () => createCache(store.db) };
}

describe('G3: everything anew, beside the copy in use', () => {
  test('scanning goes on by the old copy before the first page, and nobody is lost on the way', async () => {
    const { cache, shown, page } = await gateBeginningAnew();
    expect([shown('CARD-1'), cache.get('worker', 'bea')?.firstName]).toEqual(['welcome', 'Bea']);
    await page(SITE.slice(0, 3));
    expect([shown('CARD-1'), cache.get('worker', 'bea')?.firstName]).toEqual(['welcome', 'Bea']);
  });

  test('a revocation counts as soon as its page is here, long before the last one', async () => {
    const { shown, page } = await gateBeginningAnew();
    await page([REVOKED]);
    expect(shown('CARD-1')).toBe('badge_revoked');
  });

  test('a record that is told as deleted on the way is gone at once, too', async () => {
    const { shown, page } = await gateBeginningAnew();
    await page([{ entity: 'badge', id: 'badge-a', rev: 2, op: 'delete' }]);
    expect(shown('CARD-1')).toBe('unknown_badge');
  });

  test('what central does not tell any more goes with the last page, in one step with the cursor', async () => {
    const { cache, page } = await gateBeginningAnew();
    await page(SITE.slice(0, 5));
    expect(cache.get('badge', 'badge-b')).toBeDefined();
    await page(SITE.slice(5), true);
    expect([cache.get('badge', 'badge-b'), cache.get('worker', 'bea'), cache.cursor()]).toEqual([
      undefined,
      undefined,
      'new',
    ]);
  });

  test('the data are as old as the old copy until the new one is whole', async () => {
    const { cache, page } = await gateBeginningAnew();
    await page(SITE.slice(0, 5));
    expect(cache.completeAtMs()).toBe(START_MS);
    await page(SITE.slice(5), true);
    expect(cache.completeAtMs()).toBe(START_MS + HOUR_MS);
  });

  test('a power cut in the middle goes on from the page that was whole, the old copy still there', async () => {
    const { page, again } = await gateBeginningAnew();
    await page([...SITE.slice(0, 5), REVOKED]);
    const after = again();
    expect([after.cursor(), after.get('badge', 'badge-a')?.revokedAt, after.get('worker', 'bea')?.firstName]).toEqual([
      'half',
      '2026-03-02T05:00:00.000Z',
      'Bea',
    ]);
  });
});
