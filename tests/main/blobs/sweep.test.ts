import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { createBlobFolder } from '../../../main/blobs/blob-folder.ts';
import { sweepBlobs } from '../../../main/blobs/sweep.ts';
import { createCache } from '../../../main/cache/cache.ts';
import { newHome, openTestStore, sha256, START_MS } from '../fixtures.ts';
import { put } from '../site.ts';

const HASHES = ['anna', 'shared', 'asked', 'nobody'].map((name) => sha256(Buffer.from(name)));
const [ANNAS, SHARED, ASKED, NOBODYS] = HASHES as [string, string, string, string];

test('photos go with the last person who has them; what was asked for here stays', async () => {
  const { db } = openTestStore(newHome());
  const folder = path.join(newHome(), 'blobs');
  for (const hash of HASHES) {
    mkdirSync(path.join(folder, hash.slice(0, 2)), { recursive: true });
    writeFileSync(path.join(folder, hash.slice(0, 2), hash), 'bytes');
    utimesSync(path.join(folder, hash.slice(0, 2), hash), START_MS / 1000, START_MS / 1000);
  }
  const files = createBlobFolder({ folder, maxBytes: 1e9, nowMs: () => START_MS });
  const blobs = { kept: async () => ({ names: await files.names(), bytes: 0 }), remove: files.remove };
  const cache = createCache(db);
  const wishes = { open: () => [{ event: { data: { document: { sha256: ASKED } } } }] as never };
  const sweep = () =>
    sweepBlobs({ db, cache, blobs, wishes, breathe: () => Promise.resolve(), isStopped: () => false });
  const upsert = (id: string, photo: string) =>
    put('worker', id, { id, firstName: id, lastName: 'Test', qualifications: [], photo });

  expect(await sweep()).toBe(0);
  const people = [upsert('anna', ANNAS), upsert('ben', SHARED), upsert('cem', SHARED)];
  cache.apply(people, 'cursor-1', true, START_MS);
  expect(await sweep()).toBe(1);
  expect((await files.names()).sort()).toEqual([ANNAS, SHARED, ASKED].sort());
  const before = cache.removals();
  const gone = ['anna', 'ben'].map((id) => ({ entity: 'worker', op: 'delete', id, rev: 2 }) as const);
  cache.apply(gone, 'cursor-2', true, START_MS);
  expect(cache.removals()).toBeGreaterThan(before);
  expect(await sweep()).toBe(1);
  expect(await files.has(ANNAS)).toBe(false);
  expect((await files.names()).includes(NOBODYS)).toBe(false);
  expect(await files.has(SHARED)).toBe(true);
});
