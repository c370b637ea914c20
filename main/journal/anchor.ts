import { anchorSchema, type Anchor } from '../../core/keeping/anchor.ts';
import type { Sqlite } from '../sqlite.ts';

/** Undefined: every event since the first is still here. Throws when there is one that can't be read. */
export function readAnchor(db: Sqlite): Anchor | undefined {
  const text = db.prepare<[], string>(`select value from meta where key = 'anchor'`).pluck().get();
  return text === undefined ? undefined : anchorSchema.parse(JSON.parse(text));
}

/** Only within the transaction in which the events leave. */
export const writeAnchor = (db: Sqlite, anchor: Anchor): void =>
  void db
    .prepare(`insert into meta values ('anchor', ?) on conflict do update set value = excluded.value`)
    .run(JSON.stringify(anchor));
