import { closeSync, existsSync, fsync, openSync, renameSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { promisify } from 'node:util';
import { openSqlite, type Sqlite } from '../sqlite.ts';
import { CACHE_VERSION, createCacheSchema } from './schema.ts';

/** The copy that comes in beside the one in use has a file, and a schema on the same connection, of its own. */
export const NEXT = 'next_cache';

const SUFFIXES = ['', '-wal', '-shm'];
const removeAt = (file: string): void => SUFFIXES.forEach((suffix) => rmSync(file + suffix, { force: true }));
/** `cache.db` → `cache-next.db`, `cache-old.db`. */
export const besideFile = (file: string, name: 'next' | 'old'): string => file.replace(/(\.\w+)?$/, `-${name}$1`);

/**
 * Numbers of what is new lie so far behind those in use that what is added there meanwhile never meets them: lists that are looked
 * through by turns hold numbers, and a number must never become another person's.
 */
const ROOM = 1_000_000;
/** Rows that hold the place of the last number while the copy comes in. */
const MARKS = [
  ['entity', 'rowid', `entity, id, rev, generation, data`, `'', '', 0, 0, '{}'`, `entity = '' and id = ''`],
  ['person', 'n', `worker_id, name, company, words, order_words`, `'', '', '', '', ''`, `worker_id = ''`],
  ['work', 'n', `order_id, client_id, location_id, starts_ms, ends_ms, number, words`, `'', '', '', 0, 0, '', ''`, `order_id = ''`],
  ['shift', 'rowid', `id, person, work, location_id, starts_ms, ends_ms, name, company, number, client_id`, `'', 0, 0, '', 0, 0, '', '', '', ''`, `id = ''`],
] as const; // prettier-ignore

export interface NextFile {
  readonly isAttached: () => boolean;
  /** An empty file, attached, with every index that the copy in use has. `make`: makes its tables. */
  readonly begin: (make: () => void) => void;
  /** Goes on with one that is attached: what came is kept, its directory is made anew. */
  readonly goOn: (make: () => void) => void;
  /**
   * Moves what was written from the log into the file. The disk is waited for by another thread; nothing may be written to it meanwhile.
   */
  readonly tidy: () => Promise<void>;
  readonly drop: () => void;
  /** All but cursor and age, within the transaction that writes these. */
  readonly makeWhole: () => void;
  /** Puts it in place of the one in use: the same schema, another file. Throws when the system holds a file; then all is as before. */
  readonly swap: () => void;
}

/** `schema` is the attached database of the copy in use. */
export function createNextFile(db: Sqlite, schema: string): NextFile {
  const fileOf = (name: string): string | undefined =>
    (db.pragma('database_list') as { name: string; file: string }[]).find((one) => one.name === name)?.file;
  const isAttached = (): boolean => fileOf(NEXT) !== undefined;
  const file = fileOf(schema) ?? '';
  const [next, old] = [besideFile(file, 'next'), besideFile(file, 'old')];

  /** Of the file and its log. Never closed while SQLite has them open: that would take its locks (sqlite.org/howtocorrupt.html 2.2). */
  let handles: { readonly file: number; readonly log: number } | undefined;
  const shut = (): void => {
    if (handles) Object.values(handles).forEach(closeSync);
    handles = undefined;
  };
  const drop = (): void => {
    if (isAttached()) db.exec(`detach ${NEXT}`);
    shut();
    removeAt(next);
  };
  const makeTables = db.transaction((make: () => void) => {
    make();
    copyIndexes(db, schema);
    for (const [table, key, columns, values, where] of MARKS)
      db.exec(`insert into ${NEXT}.${table} (${key}, ${columns})
        select coalesce(max(${key}), 0) + ${ROOM}, ${values} from ${schema}.${table}
        having not exists (select 1 from ${NEXT}.${table} where ${where})`);
  });
  return {
    isAttached,
    begin(make) {
      drop();
      attachNext(db, next);
      makeTables.immediate(make);
      // Who came is told by acts up to here; those that follow are looked through again.
      db.exec(
        `insert or replace into ${NEXT}.state select * from ${schema}.state where key in ('understanding', 'turnout')`,
      );
    },
    goOn(make) {
      db.exec(`delete from ${NEXT}.state where key = 'directory'`);
      makeTables.immediate(make);
    },
    async tidy() {
      handles ??= { file: openSync(next, 'r+'), log: openSync(`${next}-wal`, 'r+') };
      const { file: fileHandle, log } = handles;
      await flush(log);
      if (!isAttached()) return;
      db.pragma(`${NEXT}.wal_checkpoint(PASSIVE)`);
      await flush(fileHandle);
    },
    drop,
    makeWhole() {
      for (const [table, , , , where] of MARKS) db.exec(`delete from ${NEXT}.${table} where ${where}`);
      db.exec(`insert or replace into ${NEXT}.state select * from ${schema}.state where key = 'settled_to';
        insert or ignore into ${NEXT}.unsettled_turnout select person from ${schema}.unsettled_turnout`);
    },
    swap() {
      const late = lateIn(db, schema);
      // Without a call of `tidy` before, the disk is waited for here; with it, nothing is left. The other file goes anyway.
      if (handles) db.pragma(`${schema}.synchronous = OFF`);
      else db.pragma(`${NEXT}.synchronous = NORMAL`);
      db.pragma(`${NEXT}.wal_checkpoint(truncate)`);
      db.exec(`detach ${schema}`);
      db.exec(`detach ${NEXT}`);
      shut();
      try {
        removeAt(old);
        renameSync(file, old);
        renameSync(next, file);
      } catch (error) {
        if (!existsSync(file)) renameSync(old, file);
        attachNext(db, next);
        throw error;
      } finally {
        attach(db, file, schema);
      }
      late();
      // A large file is not gone in a moment: by another thread. What a power cut leaves goes at the next start.
      void Promise.all(SUFFIXES.map((suffix) => rm(old + suffix, { force: true }))).catch(() => undefined);
    },
  };
}

/** The cache needs no durability of its own (`synchronous=NORMAL`): central has it all. */
export function attach(db: Sqlite, file: string, schema: string, synchronous: 'NORMAL' | 'OFF' = 'NORMAL'): void {
  db.prepare(`attach database ? as ${schema}`).run(file);
  db.pragma(`${schema}.synchronous = ${synchronous}`);
  db.pragma(`${schema}.journal_mode = WAL`);
  // Who is removed is gone from the disk: a copy that comes in has nothing to remove.
  if (synchronous === 'NORMAL') db.pragma(`${schema}.secure_delete = on`);
}

/** What was written to the copy in use since the other was made whole. Answers what writes it to the one that has taken its place. */
function lateIn(db: Sqlite, schema: string): () => void {
  const settledTo = `select value from ${schema}.state where key = 'settled_to'`;
  const told = db.prepare<[], string>(settledTo).pluck().get();
  const people = db.prepare<[], number>(`select person from ${schema}.unsettled_turnout`).pluck().all();
  return db.transaction(() => {
    if (told !== undefined && told !== db.prepare<[], string>(settledTo).pluck().get())
      db.prepare(`insert or replace into ${schema}.state values ('settled_to', ?)`).run(told);
    db.prepare(`insert or ignore into ${schema}.unsettled_turnout select value from json_each(?)`).run(
      JSON.stringify(people),
    );
  });
}

/** Until it is in use, `tidy` alone waits for the disk. */
export function attachNext(db: Sqlite, file: string): void {
  attach(db, file, NEXT, 'OFF');
}

const flush = promisify(fsync);

/** Those that a part of the program has made for itself, too. */
function copyIndexes(db: Sqlite, schema: string): void {
  const missing = db
    .prepare<[], string>(
      `select sql from ${schema}.sqlite_master where type = 'index' and sql is not null
         and name not in (select name from ${NEXT}.sqlite_master)`,
    )
    .pluck();
  for (const sql of missing.all()) db.exec(sql.replace(/^create (unique )?index /i, `create $1index ${NEXT}.`));
}

/**
 * What the program that ran before left beside the file, before it is opened: a copy that was whole takes its place now; one that was
 * coming in is gone on with; one that this program can't read, or understands otherwise, goes. Answers whether one is to be gone on with.
 */
export function settleNextFile(file: string, understanding: () => string): boolean {
  const [next, old] = [besideFile(file, 'next'), besideFile(file, 'old')];
  const state = existsSync(next) ? stateOf(next, understanding) : 'other';
  if (state === 'whole') {
    removeAt(file);
    renameSync(next, file);
  } else if (state === 'other') removeAt(next);
  if (existsSync(file)) removeAt(old);
  else if (existsSync(old)) renameSync(old, file);
  return state === 'coming in';
}

function stateOf(file: string, understanding: () => string): 'whole' | 'coming in' | 'other' {
  try {
    const db = openSqlite(file);
    try {
      if (Number(db.pragma('user_version', { simple: true })) !== CACHE_VERSION) return 'other';
      createCacheSchema(db, 'main');
      const read = db.prepare<[string], string>('select value from state where key = ?').pluck();
      if (read.get('understanding') !== understanding()) return 'other';
      // Without a page that was whole there is nothing to go on with.
      if (read.get('cursor') === undefined) return 'other';
      return read.get('complete_at_ms') === undefined ? 'coming in' : 'whole';
    } finally {
      db.close();
    }
  } catch {
    return 'other';
  }
}
