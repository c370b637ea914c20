import Database from 'better-sqlite3';
import { MIGRATIONS } from '../../central/store/sqlite/migrations.ts';
import { Advice } from '../console.ts';

export const DATABASE = 'central.sqlite';

/** How much central knows: what a person compares with what they remember. */
export interface Counts {
  readonly records: number;
  readonly events: number;
  readonly devices: number;
}

/** A copy at one moment, whatever is written meanwhile. */
export const copyDatabase = (file: string, copy: string): void =>
  onDatabase(file, { readonly: true }, (db) => void db.prepare('vacuum into ?').run(copy));

/** @throws Advice when SQLite finds it damaged, or when a newer central wrote it. */
export const checkDatabase = (file: string): Counts =>
  onDatabase(file, { readonly: true }, (db) => {
    const says = db.pragma('integrity_check', { simple: true });
    if (says !== 'ok') throw new Advice(`${file} is damaged (${String(says).split('\n')[0]}).`);
    if ((db.pragma('foreign_key_check') as unknown[]).length > 0) throw new Advice(`${file} lacks some of its rows.`);
    if (Number(db.pragma('user_version', { simple: true })) > MIGRATIONS.length)
      throw new Advice(`${file} was written by a newer central. Use the one that wrote it, or a newer one.`);
    const count = (table: string) => Number(db.prepare(`select count(*) from ${table}`).pluck().get());
    return { records: count('record'), events: count('event'), devices: count('device') };
  });

/** Central takes another name for what it tells from now on: no gate goes on in the middle of what it told before. */
export const beginAnew = (file: string): void =>
  onDatabase(file, {}, (db) => {
    db.pragma('synchronous = FULL');
    db.exec(`delete from note where name = 'epoch'`);
  });

function onDatabase<T>(file: string, options: Database.Options, work: (db: Database.Database) => T): T {
  let db: Database.Database | undefined;
  try {
    db = new Database(file, { ...options, fileMustExist: true });
    return work(db);
  } catch (error) {
    throw adviceOn(error, file);
  } finally {
    db?.close();
  }
}

/** What SQLite says, in words that lead on. */
function adviceOn(error: unknown, file: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const says = error instanceof Error ? error.message : '';
  if (code === 'SQLITE_FULL') return new Advice(`The disk is full. Make room, or name a folder on another disk.`);
  if (/^SQLITE_(CORRUPT|NOTADB|ERROR)/.test(code)) return new Advice(`${file} is damaged, or not central's (${says}).`);
  if (/^SQLITE_(CANTOPEN|READONLY|PERM|IOERR)/.test(code))
    return new Advice(`${file} can't be read (${says}). Run this as the user that runs central.`);
  return error;
}
