import type { Sqlite } from '../../main/sqlite.ts';

/**
 * The least that brings these very rows to this disk: one transaction of bare inserts into a table of its own in the same file, so with the
 * journal's durability (WAL, `synchronous=FULL`). It has the journal's columns, the event's JSON and hash among them, and the journal's
 * indexes; the rows are those of the newest `count` events, read before. No rule is asked, no hash counted, nobody's presence is kept.
 * Returns how long it took, in milliseconds.
 */
export function bareRows(db: Sqlite, count: number): number {
  const made = db
    .prepare<[], string>(
      `select sql from sqlite_master where tbl_name = 'event' and type in ('table', 'index') and sql is not null
      order by type = 'index'`,
    )
    .pluck()
    .all();
  for (const sql of made) db.exec(asBare(sql));
  const rows = db
    .prepare<[number], unknown[]>('select seq, type, at_ms, worker_id, body, hash from event order by seq desc limit ?')
    .raw()
    .all(count)
    .toReversed();
  if (rows.length < count) throw new Error(`the journal has only ${rows.length} events`);
  db.pragma('wal_checkpoint(TRUNCATE)');
  const insert = db.prepare('insert into bare values (?, ?, ?, ?, ?, ?)');
  const startedMs = performance.now();
  db.transaction(() => {
    for (const row of rows) insert.run(...row);
  }).immediate();
  return performance.now() - startedMs;
}

/** The same table or index under another name. */
const asBare = (sql: string): string =>
  sql
    .replace(/^(create table) "?event"?/i, '$1 bare')
    .replace(/^(create index) (\w+) on "?event"? ?/i, '$1 bare_$2 on bare ');
