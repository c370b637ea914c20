import type { FeedTables, Word } from '../sql/feed-tables.ts';
import type { Told } from '../sql/told.ts';
import type { FeedRows } from '../store.ts';
import { memory } from './memory.ts';

export interface GatheredFeed extends FeedRows {
  flush(): Promise<void>;
}

/** @param records writes what is gathered of the records, which the feed shows */
export function gatheredFeed(
  tables: FeedTables,
  told: Told,
  records: { readonly flush: () => Promise<void> },
): GatheredFeed {
  const holders = memory<Set<string>>();
  const words = new Map<string, Word>();
  /** Entities of which somebody was told without asking who holds them, and that is not written yet. */
  const blind = new Set<string>();

  const flush = async (): Promise<void> => {
    if (words.size === 0) return;
    const gathered = [...words.values()];
    words.clear();
    blind.clear();
    await tables.tell(gathered);
  };
  const written = async (): Promise<void> => {
    await records.flush();
    await flush();
  };
  const readAhead: FeedRows['readAhead'] = async (entity, ids) => {
    const known = holders.of(entity);
    const asked = [...new Set(ids)].filter((id) => !known.has(id));
    if (asked.length === 0) return;
    if (blind.has(entity)) await flush();
    for (const id of asked) known.set(id, new Set());
    for (const { id, locationId } of await tables.holders(entity, asked)) known.get(id)?.add(locationId);
  };

  return {
    holders: async (entity, id) => {
      const known = holders.of(entity);
      if (!known.has(id)) await readAhead(entity, [id]);
      return [...(known.get(id) ?? [])].sort();
    },
    tell: async (locationId, entity, id, op, toldAtMs) => {
      const known = holders.of(entity).get(id);
      if (!known) blind.add(entity);
      else if (op === 'put') known.add(locationId);
      else known.delete(locationId);
      const key = `${locationId} ${entity} ${id}`;
      // The last word counts, in the place where it was said.
      words.delete(key);
      words.set(key, { locationId, entity, id, op, toldAtMs });
      told.locationIds.add(locationId);
    },
    after: async (locationId, rev, limit) => {
      await written();
      return tables.after(locationId, rev, limit);
    },
    barred: async (locationId, limit) => {
      await written();
      return tables.barred(locationId, limit);
    },
    headRev: async (locationId) => {
      await flush();
      return tables.headRev(locationId);
    },
    floorRev: (locationId) => tables.floorRev(locationId),
    forgetDeletions: async (beforeMs) => {
      await flush();
      return tables.forgetDeletions(beforeMs);
    },
    readAhead,
    flush,
  };
}
