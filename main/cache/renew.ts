import { createHash } from 'node:crypto';
import { z } from 'zod';
import { ENTITY_SCHEMAS } from '../../core/site/entities.ts';
import type { Sqlite } from '../sqlite.ts';
import { isKnownEntity, lookUpColumns } from './look-up.ts';

/** What became of a cache that the program before this one wrote. */
export interface Renewed {
  readonly kept: number;
  /** What no longer fits, and why: left out, so that one record never stops the others. */
  readonly dropped: readonly { readonly entity: string; readonly id: string; readonly why: string }[];
}

interface Row {
  readonly n: number;
  readonly entity: string;
  readonly id: string;
  readonly worker_id: string | null;
  readonly ref: string | null;
  readonly starts_ms: number | null;
  readonly ends_ms: number | null;
  readonly search: string | null;
  readonly data: string;
}

/** Rows that are held in memory at once. */
const PAGE_ROWS = 1000;

/**
 * Reads every record of an older cache by the schemas of this program, and writes anew what it is looked up by. The gate may be offline:
 * whoever was known before an upgrade is known after it. Within the caller's transaction.
 */
export function renewEntities(db: Sqlite, schema: string): Renewed {
  const table = `${schema}.entity`;
  const page = db.prepare<[number, number], Row>(
    `select rowid as n, entity, id, worker_id, ref, starts_ms, ends_ms, search, data from ${table}
     where rowid > ? order by rowid limit ?`,
  );
  const write = db.prepare(
    `update ${table} set worker_id = @workerId, ref = @ref, starts_ms = @startsMs, ends_ms = @endsMs, search = @search,
       data = @data where rowid = @n`,
  );
  const drop = db.prepare(`delete from ${table} where rowid = ?`);
  const dropped: Renewed['dropped'][number][] = [];
  let kept = 0;
  let isOtherData = false;
  for (let after = -1; ;) {
    const rows = page.all(after, PAGE_ROWS);
    for (const row of rows) {
      const read = readRecord(row);
      if ('why' in read) {
        drop.run(row.n);
        dropped.push({ entity: row.entity, id: row.id, why: read.why });
      } else {
        kept += 1;
        if (isOther(row, read)) write.run({ ...read, n: row.n });
        isOtherData ||= row.data !== read.data || row.worker_id !== read.workerId || row.ref !== read.ref;
      }
    }
    const last = rows.at(-1);
    if (!last) break;
    after = last.n;
  }
  // Made of the records alone, and dear: anew only where they are others.
  if (isOtherData || dropped.length > 0) db.exec(`delete from ${schema}.state where key = 'directory'`);
  return { kept, dropped };
}

type Read = ReturnType<typeof lookUpColumns> & { readonly data: string };

function readRecord({ entity, data }: Row): Read | { readonly why: string } {
  if (!isKnownEntity(entity)) return { why: 'nothing here knows it' };
  const parsed = ENTITY_SCHEMAS[entity].safeParse(jsonOf(data));
  if (!parsed.success)
    return { why: parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ') };
  return { ...lookUpColumns(entity, parsed.data), data: JSON.stringify(parsed.data) };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Most records are as they were: they cost a look and no write. */
const isOther = (row: Row, read: Read): boolean =>
  row.data !== read.data ||
  row.worker_id !== read.workerId ||
  row.ref !== read.ref ||
  row.starts_ms !== read.startsMs ||
  row.ends_ms !== read.endsMs ||
  row.search !== read.search;

let known: string | undefined;
/** Changes when a program keeps more, less or other things of what central tells. Computed once: it takes a tenth of a second. */
export function understanding(): string {
  known ??= createHash('sha256')
    .update(JSON.stringify(Object.entries(ENTITY_SCHEMAS).map(([name, schema]) => [name, z.toJSONSchema(schema)])))
    .digest('hex');
  return known;
}

/**
 * What the program before did not understand it did not keep, and central tells it only once. So everything is asked for anew, beside
 * the copy in use; where both understand the same, the pull goes on where it was. Answers whether it is asked for anew.
 */
export function askAnewIfOther(db: Sqlite, schema: string): boolean {
  const read = db.prepare<[string], string>(`select value from ${schema}.state where key = ?`).pluck();
  const write = db.prepare(
    `insert into ${schema}.state values (?, ?) on conflict do update set value = excluded.value`,
  );
  const now = understanding();
  // A program of before let everything anew come in among the old, and was stopped on the way: nobody would drop the rest.
  const isHalf = read.get('generation') !== undefined && read.get('generation') !== read.get('swept');
  if (read.get('understanding') === now && !isHalf) return false;
  const isUsed = read.get('cursor') !== undefined;
  db.transaction(() => {
    write.run('understanding', now);
    db.prepare(`delete from ${schema}.state where key in ('cursor', 'first', 'generation', 'swept')`).run();
  }).immediate();
  return isUsed;
}
