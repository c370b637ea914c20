import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { JOURNAL_VERSION } from '../../main/journal/migrations.ts';
import { openSqlite, type Sqlite } from '../../main/sqlite.ts';
import { Advice } from '../console.ts';
import { ROOT } from '../paths.ts';

const NAME = 'journal.db';
const DEMO_HOME = path.join(ROOT, '.gatehouse/demo');

/** The journal that is meant. @throws Advice that names the place where nothing was found, and how to name another. */
export function findJournal({ home, file }: { readonly home?: string; readonly file?: string }): string {
  const places = file === undefined ? ['', 'gate'].map((inside) => path.join(home ?? DEMO_HOME, inside, NAME)) : [file];
  const found = places
    .map((place) => path.resolve(place))
    .find((place) => existsSync(place) && statSync(place).isFile());
  if (found !== undefined) return found;
  if (file !== undefined) throw new Advice(`There is no file ${path.resolve(file)}. Name a journal with --file.`);
  if (home !== undefined) {
    throw new Advice(`There is no ${NAME} in ${path.resolve(home)}. Name the gate's folder with --home.`);
  }
  throw new Advice(
    `There is no journal of npm start here yet. Run npm start first, or name a gate's folder with --home <folder>.`,
  );
}

/** Runs `work` on the journal and closes it. Opened to be read only, unless `alone`: then nobody else may have it open. */
export async function withJournal<T>(
  file: string,
  how: 'reading' | 'alone',
  work: (db: Sqlite) => T | Promise<T>,
): Promise<T> {
  let db: Sqlite | undefined;
  try {
    db = openSqlite(file, { readonly: how === 'reading' });
    if (how === 'alone') holdAlone(db);
    checkSchema(db, file);
    return await work(db);
  } catch (error) {
    throw adviceOn(error, file);
  } finally {
    db?.close();
  }
}

/**
 * In WAL mode a connection that wants the file to itself gets it only when no other has it open, and none can open it after
 * (sqlite.org/wal.html "Use of WAL without shared-memory"). Must be asked for before the first read.
 */
function holdAlone(db: Sqlite): void {
  db.pragma('busy_timeout = 1000');
  db.pragma('locking_mode = EXCLUSIVE');
  db.pragma('synchronous = FULL');
  db.exec('begin exclusive; commit');
}

function checkSchema(db: Sqlite, file: string): void {
  const version = Number(db.pragma('user_version', { simple: true }));
  if (version > JOURNAL_VERSION) {
    throw new Advice(
      `${file} was written by a newer Gatehouse (schema ${version}, this one knows ${JOURNAL_VERSION}). Use the journal tool of that version.`,
    );
  }
  const isJournal =
    db.prepare(`select 1 from sqlite_master where type = 'table' and name = 'event'`).get() !== undefined;
  if (!isJournal) throw new Advice(`${file} is not a journal of Gatehouse. Name the right one with --file.`);
  if (version < JOURNAL_VERSION) {
    throw new Advice(
      `${file} was written by an older Gatehouse (schema ${version}, this one has ${JOURNAL_VERSION}). Start this Gatehouse on it once, which brings it up to date.`,
    );
  }
}

/** What SQLite says, in words that lead on. */
function adviceOn(error: unknown, file: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const says = error instanceof Error ? error.message : '';
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) {
    return new Advice(
      `The gate is running: another program has ${file} open. Nothing was changed. Stop Gatehouse, then run this again.`,
    );
  }
  if (code.startsWith('SQLITE_NOTADB')) {
    return new Advice(`${file} is not a journal of Gatehouse, or its beginning is damaged (${says}).`);
  }
  if (/^SQLITE_(CORRUPT|IOERR)/.test(code)) {
    return new Advice(
      `${file} is damaged (${says}). Copy the whole folder to another disk. At its next start Gatehouse keeps the file and goes on with what can be read of it.`,
    );
  }
  if (/^SQLITE_(CANTOPEN|READONLY|PERM)/.test(code)) {
    return new Advice(`${file} can't be opened by this user (${says}). Run this as the user that runs the gate.`);
  }
  return error;
}
