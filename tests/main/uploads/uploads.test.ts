import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openBlobs } from '../../../main/blobs/open-blobs.ts';
import { createCache } from '../../../main/cache/cache.ts';
import { createDelivery } from '../../../main/sync/delivery.ts';
import { hashSlowly } from '../../../main/uploads/hash-slowly.ts';
import { createUploads } from '../../../main/uploads/uploads.ts';
import { withWishes } from '../../../main/wishes/wished-cache.ts';
import { createWishes } from '../../../main/wishes/wishes.ts';
import { IDENTITY, newHome, openTestStore, sha256, START_MS } from '../fixtures.ts';
import { put, SITE } from '../site.ts';

const BOOKING = put('booking', 'fair', {
  clientId: 'client-1',
  locationId: 'location-1',
  name: 'Fair',
  status: 'confirmed',
  startsAt: '2026-03-05T08:00:00.000Z',
  endsAt: '2026-03-05T18:00:00.000Z',
  skills: [],
  resources: [],
  requiredQualifications: [],
});
const PLAN = randomBytes(2_500_000);

/** A gate without a line. */
function gate(...more: ReturnType<typeof put>[]) {
  const home = newHome();
  const { db, journal, clock } = openTestStore(home);
  const told = createCache(db);
  told.apply([...SITE, BOOKING, ...more], 'c1', true, START_MS);
  const delivery = createDelivery(db);
  const wishes = createWishes(db, delivery);
  const cache = withWishes(told, wishes);
  const blobs = openBlobs({
    home,
    identity: { ...IDENTITY, centralUrl: 'http://127.0.0.1:1', deviceToken: 'token' } as never,
    fetch: () => Promise.reject(new Error('no line')),
    setTimer: () => () => undefined,
    nowMs: clock.nowMs,
    changed: () => undefined,
  });
  onTestFinished(blobs.stop);
  const uploads = createUploads({
    identity: IDENTITY as never,
    clock,
    cache,
    blobs,
    newId: () => 'document-1',
    actor: () => ({ kind: 'user', userId: 'ana' }),
    append(facts) {
      const written = journal.append(facts);
      wishes.look();
      return written;
    },
    hashOf: hashSlowly,
  });
  return {
    uploads,
    blobs,
    cache,
    waitingFile: path.join(home, 'blobs', 'up', `${sha256(PLAN)}.up`),
  };
}

test('E2: a file is the event’s at once, opens here without a line, and waits on this disk', async () => {
  const { uploads, blobs, cache, waitingFile } = gate();
  expect(await uploads.add('fair', '../Stage/plan.bin', PLAN)).toBeNull();
  expect(cache.byRef('document', 'fair')).toMatchObject([
    { id: 'document-1', name: '.._Stage_plan.bin', sha256: sha256(PLAN), sizeBytes: PLAN.length, uploadedBy: 'ana' },
  ]);
  expect(await blobs.get(sha256(PLAN))).toEqual({ ok: true, value: PLAN });
  expect(existsSync(waitingFile)).toBe(true);
  await expect.poll(() => uploads.list('fair')).toMatchObject([{ documentId: 'document-1', state: 'waiting' }]);
});

test('E2: nothing is kept where the client has uploads switched off', async () => {
  const client = { name: 'Harbour Works', requiresWorkerRegistration: true, requiresCheckIn: true };
  const { uploads, cache, waitingFile } = gate(
    put('client', 'client-1', { ...client, sections: { documentsUp: false } }),
  );
  expect(await uploads.add('fair', 'plan.bin', PLAN)).toBe('section_off');
  expect([cache.byRef('document', 'fair'), existsSync(waitingFile)]).toEqual([[], false]);
});
