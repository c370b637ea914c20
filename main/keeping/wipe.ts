import type { Sqlite } from '../sqlite.ts';

/**
 * What was deleted or changed is in the write-ahead logs still, as it was: they are moved into their files and emptied. Each file in a turn
 * of its own; the part that waits for the disk is done before, as far as nobody writes meanwhile.
 */
export async function wipeLogs(db: Sqlite, breathe: () => Promise<void>): Promise<void> {
  for (const schema of ['cache', 'main']) {
    db.pragma(`${schema}.wal_checkpoint(PASSIVE)`);
    await breathe();
    db.pragma(`${schema}.wal_checkpoint(TRUNCATE)`);
    await breathe();
  }
}
