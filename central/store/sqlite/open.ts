import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Notice, Rows, Store } from '../store.ts';
import { MIGRATIONS } from './migrations.ts';
import { badgeRows, noteRows } from './badge-rows.ts';
import { deviceRows } from './device-rows.ts';
import { eventRows } from './event-rows.ts';
import { mailRows } from './mail-rows.ts';
import { feedRows, HEAD_REV, recordRows } from './record-rows.ts';

export type Connection = Database.Database;

/** What a transaction did that others are told of once it is durable. */
export interface Told {
  locationIds: Set<string>;
  revokedDeviceIds: Set<string>;
  /** The last rev that this transaction gave out; undefined: none yet. Stored once, before the commit. */
  headRev: number | undefined;
}

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
  migrate(writer);
  const reader = new Database(file, { readonly: true });

  const told = nothingTold();
  const listeners = new Set<(notice: Notice) => void>();
  const writing = lane(writer, 'begin immediate', rowsOn(writer, told));
  const reading = lane(reader, 'begin', rowsOn(reader, nothingTold()));

  return {
    read: reading,
    write: (work) =>
      writing(
        async (rows) => {
          told.locationIds.clear();
          told.revokedDeviceIds.clear();
          told.headRev = undefined;
          const value = await work(rows);
          if (told.headRev !== undefined) await rows.notes.set(HEAD_REV, String(told.headRev));
          return value;
        },
        () => announce(told, listeners),
      ),
    watch: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => {
      reader.close();
      writer.close();
    },
  };
}

const nothingTold = (): Told => ({ locationIds: new Set(), revokedDeviceIds: new Set(), headRev: undefined });

/** Transactions of one connection, one after the other: their statements would otherwise mix while one awaits. */
function lane(connection: Connection, begin: string, rows: Rows) {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(work: (rows: Rows) => Promise<T>, committed?: () => void): Promise<T> => {
    const run = async () => {
      connection.exec(begin);
      try {
        const value = await work(rows);
        connection.exec('commit');
        committed?.();
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

function announce(told: Told, listeners: ReadonlySet<(notice: Notice) => void>): void {
  for (const listener of listeners) {
    if (told.locationIds.size > 0) listener({ kind: 'changed', locationIds: new Set(told.locationIds) });
    for (const deviceId of told.revokedDeviceIds) listener({ kind: 'revoked', deviceId });
  }
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

function rowsOn(connection: Connection, told: Told): Rows {
  return {
    devices: deviceRows(connection, told),
    records: recordRows(connection),
    feed: feedRows(connection, told),
    events: eventRows(connection),
    badges: badgeRows(connection),
    notes: noteRows(connection),
    mail: mailRows(connection),
  };
}
