import { GENESIS_HASH } from '../../core/event/chain.ts';
import { anchorSchema } from '../../core/keeping/anchor.ts';
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

/**
 * What stands for the events that have left, and for words that are gone. Where the lists of what has left can't be read, the anchor stays
 * behind as well: then those inside are found by their acts, which never leave, and verify tells of the gap.
 */
function carryOver(file: string, into: Sqlite): void {
  let isWhole = true;
  for (const table of ['base_presence', 'base_access_grant', 'base_person_override', 'emptied']) {
    const rows = rowsOf(file, `select * from ${table}`);
    const carried = rows?.filter((row) => putAsItIs(into, table, row)).length;
    if (carried !== rows?.length || rows === undefined) isWhole = false;
  }
  const kept = rowsOf(file, `select key, value from meta where key = 'anchor'`)?.[0];
  if (isWhole && kept && isAnchor(kept['value'])) putAsItIs(into, 'meta', kept);
}

/** Undefined: they can't be read. */
function rowsOf(file: string, sql: string): readonly Readonly<Record<string, unknown>>[] | undefined {
  try {
    const db = openSqlite(file, { readonly: true });
    try {
      return db.prepare<[], Record<string, unknown>>(sql).all();
    } finally {
      db.close();
    }
  } catch {
    return undefined;
  }
}

/** False: damage has left a row that no table takes. The gate starts without it. */
function putAsItIs(into: Sqlite, table: string, row: Readonly<Record<string, unknown>>): boolean {
  const columns = Object.keys(row);
  const values = columns.map((each) => `@${each}`);
  try {
    const put = `insert or ignore into ${table} (${columns.join()}) values (${values.join()})`;
    return into.prepare(put).run(row).changes === 1;
  } catch {
    return false;
  }
}

function isAnchor(text: unknown): boolean {
  try {
    return typeof text === 'string' && anchorSchema.safeParse(JSON.parse(text)).success;
  } catch {
    return false;
  }
}
