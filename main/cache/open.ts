import { rmSync } from 'node:fs';
import { openSqlite, type Sqlite } from '../sqlite.ts';
import { attach, attachNext, besideFile, settleNextFile } from './next-file.ts';
import { askAnewIfOther, understanding, type Renewed } from './renew.ts';
import { createCacheSchema } from './schema.ts';

/** What was found when the cache's file was opened. */
export interface AttachedCache {
  /** What was wrong with it: it was thrown away. */
  readonly wrong?: string;
  /** It was of another version, and taken over. */
  readonly renewed?: Renewed;
  /** This program understands other things of what central tells than the one before: central is asked for all of it. */
  readonly asksAnew: boolean;
}

/**
 * Attaches the cache's file to the journal's connection: one connection, one writer, and lists can join both. A file that can't be read
 * is thrown away. A copy that was coming in beside it comes along, to be gone on with.
 */
export function attachCache(db: Sqlite, file: string): AttachedCache {
  const isComingIn = settleNextFile(file, understanding);
  const found = inspect(file);
  if (found.wrong !== undefined) for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true });
  attach(db, file, 'cache');
  createCacheSchema(db, 'cache');
  if (isComingIn) attachNext(db, besideFile(file, 'next'));
  return { ...found, asksAnew: askAnewIfOther(db, 'cache') };
}

function inspect(file: string): Pick<AttachedCache, 'wrong' | 'renewed'> {
  try {
    const db = openSqlite(file);
    try {
      const renewed = createCacheSchema(db, 'main');
      db.prepare('select count(*) from entity where entity = ?').get('policy');
      return renewed ? { renewed } : {};
    } finally {
      db.close();
    }
  } catch (error) {
    return { wrong: error instanceof Error ? error.message : String(error) };
  }
}
