import { rmSync } from 'node:fs';
import { openSqlite, type Sqlite } from '../sqlite.ts';
import { createCacheSchema } from './schema.ts';

/**
 * Attaches the cache's file to the journal's connection: one connection, one writer, and lists can join both. The cache
 * needs no durability of its own (`synchronous=NORMAL`): central has it all. A file that can't be read is thrown away.
 * Returns what was wrong with it, if anything.
 */
export function attachCache(db: Sqlite, file: string): string | undefined {
  const wrong = inspect(file);
  if (wrong !== undefined) for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true });
  db.prepare('attach database ? as cache').run(file);
  db.pragma('cache.journal_mode = WAL');
  db.pragma('cache.synchronous = NORMAL');
  createCacheSchema(db, 'cache');
  return wrong;
}

function inspect(file: string): string | undefined {
  try {
    const db = openSqlite(file);
    try {
      createCacheSchema(db, 'main');
      db.prepare('select count(*) from entity where entity = ?').get('policy');
      return undefined;
    } finally {
      db.close();
    }
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
