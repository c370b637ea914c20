import { isBarred } from '../../../core/sync/barred.ts';
import type { EntityName } from '../../../core/site/entities.ts';
import type { Reference, StoredRecord } from '../store.ts';
import type { Columns, Sql } from './sql.ts';

interface RecordRow {
  readonly id: string;
  readonly data: string;
}
/** A record to write; `references` undefined: as they are. */
export interface Put {
  readonly record: StoredRecord;
  readonly references: readonly Reference[] | undefined;
}

/** Records by the set: what `gathered` reads ahead and writes behind. */
export interface RecordTables {
  many(entity: EntityName, ids: readonly string[]): Promise<StoredRecord[]>;
  all(entity: EntityName): Promise<StoredRecord[]>;
  /** Each with the target that it refers to. */
  referring(
    entity: EntityName,
    field: string,
    targets: readonly string[],
  ): Promise<{ readonly target: string; readonly record: StoredRecord }[]>;
  /** No two of the same record. */
  put(puts: readonly Put[]): Promise<void>;
  remove(removed: readonly { readonly entity: EntityName; readonly id: string }[]): Promise<void>;
}

const LINK = { entity: 'text', field: 'text', target: 'text', id: 'text' } as const;
const NAME = { entity: 'text', id: 'text' } as const;
const RECORD = { entity: 'text', id: 'text', data: 'text', barred: 'bigint' } as const satisfies Columns<
  Readonly<Record<string, unknown>>
>;

const understood =
  (entity: EntityName) =>
  ({ id, data }: RecordRow): StoredRecord => ({ entity, id, data: JSON.parse(data) });

export function recordTables(sql: Sql): RecordTables {
  const many = sql.pick<{ entity: string; id: string }, RecordRow>(
    NAME,
    'select id, data from record where entity = @entity and id = @id',
  );
  const all = sql.query<{ entity: string }, RecordRow>(
    'select id, data from record where entity = @entity order by id',
  );
  const referring = sql.forEach<{ entity: string; field: string; target: string }, RecordRow & { target: string }>(
    { entity: 'text', field: 'text', target: 'text' },
    // A cross join keeps SQLite from going through all records of the entity for the sake of their order.
    `select record.id, data, target from reference cross join record
     where reference.entity = @entity and field = @field and target = @target
       and record.entity = reference.entity and record.id = reference.id order by reference.id`,
  );
  const put = sql.insert(
    'record',
    RECORD,
    'on conflict (entity, id) do update set data = excluded.data, barred = excluded.barred',
  );
  const remove = sql.remove('record', NAME);
  const unlink = sql.remove('reference', NAME);
  const link = sql.insert('reference', LINK, 'on conflict (entity, field, target, id) do nothing');

  return {
    many: async (entity, ids) => (await many(ids.map((id) => ({ entity, id })))).map(understood(entity)),
    all: async (entity) => (await all.all({ entity })).map(understood(entity)),
    referring: async (entity, field, targets) => {
      const found = await referring(targets.map((target) => ({ entity, field, target })));
      return found.map((row) => ({ target: row.target, record: understood(entity)(row) }));
    },
    put: async (puts) => {
      await put(
        puts.map(({ record }) => ({
          entity: record.entity,
          id: record.id,
          data: JSON.stringify(record.data),
          barred: isBarred(record) ? 1 : 0,
        })),
      );
      const relinked = puts.flatMap(({ record: { entity, id }, references }) =>
        references ? [{ entity, id, references }] : [],
      );
      await unlink(relinked.map(({ entity, id }) => ({ entity, id })));
      await link(relinked.flatMap(linksOf));
    },
    remove: async (removed) => {
      const names = removed.map(({ entity, id }) => ({ entity, id }));
      await remove(names);
      await unlink(names);
    },
  };
}

function linksOf({ entity, id, references }: { entity: string; id: string; references: readonly Reference[] }) {
  const links = references.map(({ field, target }) => ({ entity, field, target, id }));
  return [...new Map(links.map((link) => [`${link.field} ${link.target}`, link])).values()];
}
