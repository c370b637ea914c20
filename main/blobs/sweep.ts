import type { Ground } from '../ground.ts';

const ROWS_AT_ONCE = 100;
const HASH = /[0-9a-f]{64}/g;

interface SweepParts extends Pick<Ground, 'db' | 'cache'> {
  readonly blobs: Pick<Ground['blobs'], 'kept' | 'remove'>;
  readonly wishes: Pick<Ground['wishes'], 'open'>;
  readonly breathe: () => Promise<void>;
  readonly isStopped: () => boolean;
}

/**
 * Removes photos and documents that nothing speaks of any more: neither what central told nor what was asked of it here. What comes in
 * meanwhile is not looked at. Returns how many went.
 */
export async function sweepBlobs(parts: SweepParts): Promise<number> {
  const { db, cache, blobs, wishes, breathe, isStopped } = parts;
  if (cache.completeAtMs() === undefined) return 0;
  const unspoken = new Set((await blobs.kept()).names);
  if (unspoken.size === 0) return 0;
  const page = db.prepare<[number, number], { n: number; data: string }>(
    'select rowid as n, data from cache.entity where rowid > ? order by rowid limit ?',
  );
  const hear = (text: string): void => {
    for (const [hash] of text.matchAll(HASH)) unspoken.delete(hash);
  };
  for (let after = -1; !isStopped();) {
    const rows = page.all(after, ROWS_AT_ONCE);
    for (const { data } of rows) hear(data);
    after = rows.at(-1)?.n ?? after;
    if (rows.length < ROWS_AT_ONCE) break;
    await breathe();
  }
  if (isStopped() || cache.completeAtMs() === undefined) return 0;
  hear(JSON.stringify(wishes.open().map(({ event }) => event.data)));
  for (const hash of unspoken) await blobs.remove(hash);
  return unspoken.size;
}
