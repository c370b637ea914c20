import type { EntityName } from '../../../core/site/entities.ts';
import type { FeedRow } from '../store.ts';
import { selected, type Sql } from './sql.ts';

interface FeedJoin {
  readonly rev: number;
  readonly entity: string;
  readonly id: string;
  readonly op: 'put' | 'delete';
  readonly data: string | null;
}
/** What a location is told of a record. */
export interface Word {
  readonly locationId: string;
  readonly entity: EntityName;
  readonly id: string;
  readonly op: 'put' | 'delete';
  readonly toldAtMs: number;
}

/** The feed by the set: what `gathered` reads ahead and writes behind. */
export interface FeedTables {
  holders(entity: EntityName, ids: readonly string[]): Promise<{ readonly id: string; readonly locationId: string }[]>;
  /** In their order; no two of the same record at the same location. */
  tell(words: readonly Word[]): Promise<void>;
  after(locationId: string, rev: number, limit: number): Promise<FeedRow[]>;
  barred(locationId: string, limit: number): Promise<FeedRow[]>;
  headRev(locationId: string): Promise<number>;
  floorRev(locationId: string): Promise<number>;
  forgetDeletions(beforeMs: number): Promise<void>;
}

const WORD = { locationId: 'text', rev: 'bigint', entity: 'text', id: 'text', op: 'text', toldAtMs: 'bigint' } as const;
const JOINED = 'rev, feed.entity, feed.id, op, data';

export function feedTables(sql: Sql): FeedTables {
  const holders = sql.forEach<{ entity: string; id: string }, { id: string; locationId: string }>(
    { entity: 'text', id: 'text' },
    `select ${selected({ id: 0, locationId: 0 })} from feed where entity = @entity and id = @id and op = 'put'`,
  );
  // Whoever gives out numbers of a location holds its row until the commit: nobody sees a number before all smaller ones.
  const giveOut = sql.query<{ locationId: string; count: number }, { headRev: number }>(
    `insert into feed_head (location_id, head_rev, floor_rev) values (@locationId, @count, 0)
     on conflict (location_id) do update set head_rev = feed_head.head_rev + excluded.head_rev returning head_rev as "headRev"`,
  );
  const tell = sql.insert(
    'feed',
    WORD,
    'on conflict (entity, id, location_id) do update set rev = excluded.rev, op = excluded.op, told_at_ms = excluded.told_at_ms',
  );
  const after = sql.query<{ locationId: string; rev: number; limit: number }, FeedJoin>(
    `select ${JOINED} from feed left join record on record.entity = feed.entity and record.id = feed.id
     where location_id = @locationId and rev > @rev order by rev limit @limit`,
  );
  const barred = sql.query<{ locationId: string; limit: number }, FeedJoin>(
    `select ${JOINED} from record join feed on feed.entity = record.entity and feed.id = record.id
     where record.barred = 1 and location_id = @locationId and op = 'put' order by rev desc limit @limit`,
  );
  const head = sql.query<{ locationId: string }, { headRev: number; floorRev: number }>(
    `select ${selected({ headRev: 0, floorRev: 0 })} from feed_head where location_id = @locationId`,
  );
  const oldDeletions = sql.query<{ beforeMs: number }, { locationId: string; rev: number }>(
    `select location_id as "locationId", max(rev) as rev from feed where op = 'delete' and told_at_ms < @beforeMs group by location_id`,
  );
  const raiseFloor = sql.query<{ locationId: string; rev: number }>(
    'update feed_head set floor_rev = @rev where location_id = @locationId and floor_rev < @rev',
  );
  const forget = sql.query<{ beforeMs: number }>(`delete from feed where op = 'delete' and told_at_ms < @beforeMs`);
  const theirHolders: FeedTables['holders'] = (entity, ids) => holders(ids.map((id) => ({ entity, id })));

  return {
    holders: theirHolders,
    tell: async (words) => {
      const numbered = [];
      for (const locationId of [...new Set(words.map((word) => word.locationId))].sort()) {
        const theirs = words.filter((word) => word.locationId === locationId);
        const { headRev = 0 } = (await giveOut.get({ locationId, count: theirs.length })) ?? {};
        numbered.push(...theirs.map((word, index) => ({ ...word, rev: headRev - theirs.length + index + 1 })));
      }
      await tell(numbered);
    },
    after: async (locationId, rev, limit) => (await after.all({ locationId, rev, limit })).map(told),
    barred: async (locationId, limit) => (await barred.all({ locationId, limit })).map(told),
    headRev: async (locationId) => (await head.get({ locationId }))?.headRev ?? 0,
    floorRev: async (locationId) => (await head.get({ locationId }))?.floorRev ?? 0,
    forgetDeletions: async (beforeMs) => {
      for (const floor of await oldDeletions.all({ beforeMs })) await raiseFloor.run(floor);
      await forget.run({ beforeMs });
    },
  };
}

const told = ({ data, ...row }: FeedJoin): FeedRow =>
  row.op === 'put' && data !== null ? { ...row, data: JSON.parse(data) } : { ...row, op: 'delete' };
