import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { gathering, type Gathered } from '../gathered/gathered.ts';
import { noticesOf } from '../sql/told.ts';
import type { Notice, Rows, Store } from '../store.ts';
import { MIGRATIONS } from './migrations.ts';
import { sqliteSql, type Connection } from './sql.ts';

/** A batch touches pages all over the indexes: those that stay in memory are not read again for the next one. */
const CACHE_KIB = 64 * 1024;
/** The same pages are written again and again while a gate hands over its day: they go home once for many batches. */
const CHECKPOINT_PAGES = 8000;

/**
 * Central's store in one file, `central.sqlite`, under `directory` (made when missing).
 * Throws when the file is not a database or was written by a newer version.
 */
export function openSqliteStore(directory: string): Store {
  mkdirSync(directory, { recursive: true });
  const file = join(directory, 'central.sqlite');
  const writer = new Database(file);
  writer.pragma('journal_mode = WAL');
  writer.pragma('synchronous = FULL');
  writer.pragma('foreign_keys = ON');
  writer.pragma(`cache_size = -${CACHE_KIB}`);
  writer.pragma(`wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
  migrate(writer);
  const reader = new Database(file, { readonly: true });

  const listeners = new Set<(notice: Notice) => void>();
  const tell = (notice: Notice) => listeners.forEach((listener) => listener(notice));
  const writing = lane(writer, 'begin immediate', gathering(sqliteSql(writer)));
  const reading = lane(reader, 'begin', gathering(sqliteSql(reader)));

  return {
    read: (work) => reading(work),
    write: (work) => writing(work, ({ told }) => noticesOf(told).forEach(tell)),
    watch: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: async () => {
      reader.close();
      writer.close();
    },
  };
}

/** Transactions of one connection, one after the other: their statements would otherwise mix while one awaits. */
function lane(connection: Connection, begin: string, gather: () => Gathered) {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(work: (rows: Rows) => Promise<T>, committed?: (done: Gathered) => void): Promise<T> => {
    const run = async () => {
      connection.exec(begin);
      try {
        const gathered = gather();
        const value = await work(gathered.rows);
        await gathered.flush();
        connection.exec('commit');
        committed?.(gathered);
        return value;
      } catch (error) {
        if (connection.inTransaction) connection.exec('rollback');
        throw error;
      }
    };
    const turn = last.then(run, run);
    last = turn.catch(() => undefined);
    return turn;
  };
}

function migrate(connection: Connection): void {
  const version = connection.pragma('user_version', { simple: true }) as number;
  if (version > MIGRATIONS.length) {
    throw new Error(
      `the database is of version ${version}, this program knows ${MIGRATIONS.length}: start a newer central`,
    );
  }
  for (let step = version; step < MIGRATIONS.length; step += 1) {
    connection.transaction(() => {
      connection.exec(MIGRATIONS[step] ?? '');
      connection.pragma(`user_version = ${step + 1}`);
    })();
  }
}
