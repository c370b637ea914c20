import { existsSync, renameSync } from 'node:fs';
import { fail, ok, type Result } from '../../core/result.ts';
import { openSqlite, type Sqlite } from '../sqlite.ts';
import { DatabaseNewerError, migrate } from './migrations.ts';

export interface OpenFault {
  readonly code: 'database_broken' | 'database_newer';
  readonly detail: string;
  /** The file itself is at fault. False: it is whole as far as is known, but another program holds it, or it may not be opened. */
  readonly damaged: boolean;
}

/**
 * Opens the journal's file, made durable: WAL with `synchronous=FULL`, so that a committed row survives a power cut if the
 * disk honours its syncs. better-sqlite3 builds SQLite to fall back to NORMAL in WAL mode, so the pragma is set at every
 * open and read back after the first write (docs/performance.md of better-sqlite3; measured in research/reliability 1.1).
 */
export function openJournalFile(file: string): Result<Sqlite, OpenFault> {
  let db: Sqlite | undefined;
  try {
    db = openSqlite(file);
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    db.pragma('foreign_keys = ON');
    migrate(db);
    if (!wasClosedCleanly(db)) checkPages(db);
    markOpen(db);
    assertDurable(db);
    return ok(db);
  } catch (error) {
    db?.close();
    const detail = error instanceof Error ? error.message : String(error);
    if (error instanceof DatabaseNewerError) return fail({ code: 'database_newer', detail, damaged: false });
    return fail({ code: 'database_broken', detail, damaged: !isOutOfReach(error) });
  }
}

/** A file that is held or kept from us by something outside it must never be taken for a damaged one. */
const isOutOfReach = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  /^SQLITE_(BUSY|LOCKED|CANTOPEN|READONLY|PERM|FULL)/.test(String(error.code));

/** A full look at the pages costs a second per gigabyte: it is taken only after a crash, when there is a reason. */
function checkPages(db: Sqlite): void {
  const found = db.pragma('quick_check(1)', { simple: true });
  if (found !== 'ok') throw new Error(String(found));
}

const wasClosedCleanly = (db: Sqlite): boolean =>
  db.prepare("select value from meta where key = 'closed'").pluck().get() === 'cleanly';

const markOpen = (db: Sqlite): void =>
  void db.prepare("insert into meta values ('closed', 'no') on conflict do update set value = excluded.value").run();

export function closeJournalFile(db: Sqlite): void {
  db.prepare("update meta set value = 'cleanly' where key = 'closed'").run();
  db.pragma('optimize');
  db.close();
}

/** Throws unless a commit is on disk before it is acknowledged. */
export function assertDurable(db: Sqlite): void {
  const mode = db.pragma('journal_mode', { simple: true });
  const synchronous = db.pragma('synchronous', { simple: true });
  if (mode !== 'wal' || Number(synchronous) < 2)
    throw new Error(`not durable: journal_mode ${String(mode)}, synchronous ${String(synchronous)}`);
}

/** Puts a file that can't be read out of the way, its WAL with it: evidence is kept, never overwritten. */
export function setAside(file: string, atMs: number): string {
  const stamp = new Date(atMs).toISOString().replaceAll(/[:.]/g, '-');
  const kept = `${file}.broken-${stamp}`;
  for (const suffix of ['', '-wal', '-shm']) if (existsSync(file + suffix)) renameSync(file + suffix, kept + suffix);
  return kept;
}
