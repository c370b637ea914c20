import { GENESIS_HASH } from '../../core/event/chain.ts';
import { openSqlite, type Sqlite } from '../sqlite.ts';
import { createProjections } from './projections.ts';
import { eventFromRow, type EventRow } from './journal.ts';

export interface Salvaged {
  readonly events: number;
  readonly lastSeq: number;
}

interface FullRow extends EventRow {
  readonly type: string;
  readonly at_ms: number;
  readonly worker_id: string | null;
}

/**
 * Carries over what can still be read of a damaged journal, row by row and verbatim: the hashes travel with the rows, so a
 * row that the damage changed is still found by verify. Who is inside is folded from what was saved.
 */
export function salvage(brokenFile: string, into: Sqlite): Salvaged {
  const insert = into.prepare('insert or ignore into event values (@seq, @type, @at_ms, @worker_id, @body, @hash)');
  let last = { seq: 0, hash: GENESIS_HASH };
  let events = 0;
  const copy = into.transaction((rows: Iterable<FullRow>) => {
    for (const row of rows) {
      insert.run(row);
      events += 1;
      last = row;
    }
  });
  copy(readableRows(brokenFile));
  carryOver(brokenFile, into);
  const rows = into.prepare<[], EventRow>('select seq, body, hash from event order by seq').all();
  createProjections(into).rebuild(rows.map(eventFromRow));
  return { events, lastSeq: last.seq };
}

/** Rows in order until the damage stops the reading; a second look from the end brings what lies behind it. */
function readableRows(file: string): FullRow[] {
  const rows = new Map<number, FullRow>();
  for (const order of ['asc', 'desc']) {
    try {
      const db = openSqlite(file, { readonly: true });
      try {
        for (const row of db.prepare<[], FullRow>(`select * from event order by seq ${order}`).iterate())
          rows.set(row.seq, row);
      } finally {
        db.close();
      }
    } catch {
      // As far as it could be read.
    }
  }
  return [...rows.values()].sort((a, b) => a.seq - b.seq);
}

/** What stands for the events that have left, and for words that are gone. What of it can't be read, verify will miss. */
function carryOver(file: string, into: Sqlite): void {
  const read = (sql: string): Record<string, unknown>[] => {
    try {
      const db = openSqlite(file, { readonly: true });
      try {
        return db.prepare<[], Record<string, unknown>>(sql).all();
      } finally {
        db.close();
      }
    } catch {
      return [];
    }
  };
  for (const table of ['base_presence', 'base_access_grant', 'base_person_override', 'emptied']) {
    for (const row of read(`select * from ${table}`)) {
      const columns = Object.keys(row);
      into
        .prepare(
          `insert or ignore into ${table} (${columns.join()}) values (${columns.map((each) => `@${each}`).join()})`,
        )
        .run(row);
    }
  }
  for (const row of read(`select key, value from meta where key = 'anchor'`))
    into.prepare('insert or ignore into meta values (@key, @value)').run(row);
}
