import type { FeedRows, RecordRows, Rows } from '../store/store.ts';

/**
 * The same rows for the length of one transaction, with what was read remembered until it is written: the events of a batch ask
 * again and again about the same place, its gates and its users. Whoever uses it writes records and feed through it alone.
 */
export const remembering = (rows: Rows): Rows => ({
  ...rows,
  records: rememberingRecords(rows.records),
  feed: rememberingHolders(rows.feed),
});

function rememberingRecords(records: RecordRows): RecordRows {
  const one = memory<ReturnType<RecordRows['get']>>();
  const all = memory<ReturnType<RecordRows['all']>>();
  const referring = memory<ReturnType<RecordRows['referring']>>();
  const forget = (entity: string, id: string): void => {
    one.of(entity).delete(id);
    all.of(entity).clear();
    referring.of(entity).clear();
  };
  return {
    get: (entity, id) => one.get(entity, id, () => records.get(entity, id)),
    all: (entity) => all.get(entity, '', () => records.all(entity)),
    referring: (entity, field, target) =>
      referring.get(entity, `${field} ${target}`, () => records.referring(entity, field, target)),
    put: (record, references) => {
      forget(record.entity, record.id);
      return records.put(record, references);
    },
    remove: (entity, id) => {
      forget(entity, id);
      return records.remove(entity, id);
    },
  };
}

function rememberingHolders(feed: FeedRows): FeedRows {
  const holders = memory<ReturnType<FeedRows['holders']>>();
  return {
    ...feed,
    holders: (entity, id) => holders.get(entity, id, () => feed.holders(entity, id)),
    tell: (locationId, entity, id, op, atMs) => {
      holders.of(entity).delete(id);
      return feed.tell(locationId, entity, id, op, atMs);
    },
  };
}

function memory<V>() {
  const byEntity = new Map<string, Map<string, V>>();
  const of = (entity: string): Map<string, V> => {
    const found = byEntity.get(entity) ?? new Map<string, V>();
    byEntity.set(entity, found);
    return found;
  };
  const get = (entity: string, key: string, ask: () => V): V => {
    const known = of(entity);
    const found = known.get(key) ?? ask();
    known.set(key, found);
    return found;
  };
  return { of, get };
}
