import type { Sqlite } from '../sqlite.ts';

/**
 * SQLite moves its write-ahead log into the database at the commit that makes the log a thousand pages long, which is one act
 * in a hundred and costs it tens of milliseconds with somebody before the door. It is moved when nothing goes on instead; a
 * commit is as durable in the log as in the database (sqlite.org/wal.html "Checkpointing").
 */
export const QUIET_MS = 1000;
/** Rows written since the last time from which on a quiet moment is used: some fifty acts. */
export const WORTH_ROWS = 200;
/** 16 MiB of log: at a gate that never has a quiet second a commit moves it all the same. */
const AT_MOST_PAGES = 4000;

/** Returns what ends it. */
export function keepLogShort(db: Sqlite, setTimer: (run: () => void, ms: number) => () => void): () => void {
  db.pragma(`wal_autocheckpoint = ${AT_MOST_PAGES}`);
  const written = db.prepare<[], number>('select total_changes()').pluck();
  const rows = (): number => written.get() ?? 0;
  let moved = rows();
  let before = moved;
  const look = (): void => {
    cancel = setTimer(look, QUIET_MS);
    const now = rows();
    if (now === before && now - moved >= WORTH_ROWS) {
      db.pragma('wal_checkpoint(PASSIVE)');
      moved = now;
    }
    before = now;
  };
  let cancel = setTimer(look, QUIET_MS);
  return () => cancel();
}
