import { ENTITY_SCHEMAS } from '../../core/site/entities.ts';
import type { Change } from '../../core/sync/wire.ts';
import type { Sqlite } from '../sqlite.ts';
import { rosterWorkId } from './directory-work.ts';
import { createDirectory, isInDirectory } from './directory.ts';
import { isKnownEntity, lookUpColumns } from './look-up.ts';
import { createCacheSchema } from './schema.ts';

/** What central told, in one file: the copy that is in use, or the one that will take its place. All within the caller's transaction. */
export interface Copy {
  /** Answers why the change was left out. `anyRevision`: whatever is told now is true, whichever revision is known here. */
  readonly take: (change: Change, anyRevision?: boolean) => string | undefined;
  /** Brings the directory up to what was taken. */
  readonly settle: () => void;
  readonly read: (key: string) => string | undefined;
  readonly write: (key: string, value: string) => void;
  readonly touch: (record: Stored) => void;
  /**
   * The directory of a copy that comes in is made when all is here: each person once, and not with every badge of theirs. Some of it,
   * beginning or going on; true: it is whole, and goes with what is taken from now on.
   */
  readonly fillSome: (untilMs: number) => boolean;
}

/** In this order: what people are found by is known before they are. */
const FILLED_BY = ['workOrder', 'rosterEntry', 'worker'] as const;
const FILLED_AT_ONCE = 5;

export interface Stored {
  readonly entity: string;
  readonly id: string;
  readonly workerId: string | null;
  readonly data: string;
}

/** `inUse`: the schema of the copy whose place this one will take; what is in both keeps its number. */
export function createCopy(db: Sqlite, schema: string, inUse?: string): Copy {
  createCacheSchema(db, schema);
  const directory = createDirectory(db, schema, inUse);
  const table = `${schema}.entity`;
  const number = inUse ? `(select rowid from ${inUse}.entity where entity = @entity and id = @id)` : 'null';
  const put = db.prepare(
    `insert into ${table} (rowid, entity, id, rev, generation, worker_id, ref, starts_ms, ends_ms, search, data)
     values (${number}, @entity, @id, @rev, 0, @workerId, @ref, @startsMs, @endsMs, @search, @data)
     on conflict (entity, id) do update set rev = excluded.rev, worker_id = excluded.worker_id, ref = excluded.ref,
       starts_ms = excluded.starts_ms, ends_ms = excluded.ends_ms, search = excluded.search, data = excluded.data
       where excluded.rev >= rev or @anyRevision = 1`,
  );
  const remove = db.prepare<[string, string, number, number]>(
    `delete from ${table} where entity = ? and id = ? and (rev <= ? or ? = 1)`,
  );
  const stored = db.prepare<[string, string], Stored>(
    `select entity, id, worker_id as workerId, data from ${table} where entity = ? and id = ?`,
  );
  const read = db.prepare<[string], string>(`select value from ${schema}.state where key = ?`).pluck();
  const write = db.prepare(
    `insert into ${schema}.state values (?, ?) on conflict do update set value = excluded.value`,
  );
  const idsAfter = db
    .prepare<[string, string, number], string>(
      `select id from ${table} where entity = ? and id > ? order by id limit ?`,
    )
    .pluck();
  /** Where the filling is; undefined: it has not begun. */
  let filled: { readonly by: number; readonly after: string } | undefined =
    inUse === undefined ? { by: FILLED_BY.length, after: '' } : undefined;

  const touch = ({ entity, id, workerId }: Stored): void => directory.touch(entity, id, workerId);

  const take = (change: Change, anyRevision = false): string | undefined => {
    const { entity, id, rev } = change;
    const isAny = anyRevision ? 1 : 0;
    const before = filled && isInDirectory(entity) ? stored.get(entity, id) : undefined;
    if (change.op === 'delete') {
      if (remove.run(entity, id, rev, isAny).changes > 0 && before) touch(before);
      return undefined;
    }
    if (!isKnownEntity(entity)) return undefined;
    const data = ENTITY_SCHEMAS[entity].safeParse(change.data);
    if (!data.success) return data.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
    const columns = lookUpColumns(entity, data.data);
    const text = JSON.stringify(data.data);
    put.run({ entity, id, rev, ...columns, data: text, anyRevision: isAny });
    // Much of what is told is known.
    if (before?.data === text) return undefined;
    if (!filled) return undefined;
    if (before) touch(before);
    directory.touch(entity, id, columns.workerId);
    return undefined;
  };
  const fillSome = (untilMs: number): boolean => {
    let at = filled ?? { by: 0, after: '' };
    while (at.by < FILLED_BY.length && performance.now() < untilMs) {
      const entity = FILLED_BY[at.by] ?? 'worker';
      const ids = idsAfter.all(entity, at.after, FILLED_AT_ONCE);
      for (const id of ids) {
        if (entity === 'worker') directory.touch(entity, id, null);
        else directory.fillWork(entity === 'workOrder' ? id : rosterWorkId(id));
      }
      directory.settle();
      const last = ids.at(-1);
      at = last === undefined ? { by: at.by + 1, after: '' } : { ...at, after: last };
    }
    filled = at;
    return at.by === FILLED_BY.length;
  };
  return {
    fillSome,
    take,
    settle: directory.settle,
    read: (key) => read.get(key),
    write: (key, value) => void write.run(key, value),
    touch,
  };
}
