import type { EntityName } from '../../../core/site/entities.ts';
import type { Put, RecordTables } from '../sql/record-tables.ts';
import type { RecordRows, StoredRecord } from '../store.ts';
import { memory } from './memory.ts';

export interface GatheredRecords extends RecordRows {
  flush(): Promise<void>;
}

export function gatheredRecords(tables: RecordTables): GatheredRecords {
  const one = memory<StoredRecord | undefined>();
  const all = memory<Promise<StoredRecord[]>>();
  const referring = memory<StoredRecord[]>();
  const puts = new Map<string, Put>();
  const removed = new Map<string, { readonly entity: EntityName; readonly id: string }>();
  /** Entities with rows that are not written yet. */
  const unwritten = new Set<string>();

  const changed = (entity: EntityName, id: string, record: StoredRecord | undefined): string => {
    one.of(entity).set(id, record);
    all.of(entity).clear();
    referring.of(entity).clear();
    unwritten.add(entity);
    return `${entity} ${id}`;
  };
  const flush = async (): Promise<void> => {
    const [put, gone] = [[...puts.values()], [...removed.values()]];
    puts.clear();
    removed.clear();
    unwritten.clear();
    if (gone.length > 0) await tables.remove(gone);
    if (put.length > 0) await tables.put(put);
  };
  const readReferringAhead: RecordRows['readReferringAhead'] = async (entity, field, targets) => {
    if (unwritten.has(entity)) await flush();
    const known = referring.of(entity);
    const asked = [...new Set(targets)].filter((target) => !known.has(`${field} ${target}`));
    if (asked.length === 0) return;
    const found = new Map<string, StoredRecord[]>(asked.map((target) => [target, []]));
    for (const { target, record } of await tables.referring(entity, field, asked)) found.get(target)?.push(record);
    for (const [target, records] of found) known.set(`${field} ${target}`, records);
  };
  const readAhead: RecordRows['readAhead'] = async (entity, ids) => {
    const known = one.of(entity);
    const asked = [...new Set(ids)].filter((id) => !known.has(id));
    if (asked.length === 0) return;
    for (const id of asked) known.set(id, undefined);
    for (const record of await tables.many(entity, asked)) known.set(record.id, record);
  };

  return {
    get: async (entity, id) => {
      const known = one.of(entity);
      if (!known.has(id)) await readAhead(entity, [id]);
      return known.get(id);
    },
    all: async (entity) => {
      if (unwritten.has(entity)) await flush();
      const found = all.of(entity).get('') ?? tables.all(entity);
      all.of(entity).set('', found);
      return found;
    },
    referring: async (entity, field, target) => {
      const known = referring.of(entity);
      if (!known.has(`${field} ${target}`)) await readReferringAhead(entity, field, [target]);
      return known.get(`${field} ${target}`) ?? [];
    },
    put: async (record, references) => {
      const key = changed(record.entity, record.id, record);
      const before = puts.get(key);
      puts.set(key, { record, references: references ?? before?.references });
    },
    remove: async (entity, id) => {
      const key = changed(entity, id, undefined);
      puts.delete(key);
      removed.set(key, { entity, id });
    },
    readAhead,
    readReferringAhead,
    flush,
  };
}
