import type { EntityName } from '../../../core/site/entities.ts';
import type { FeedRow, FeedRows, RecordRows, Reference, StoredRecord } from '../store.ts';
import type { Connection, Told } from './open.ts';

interface RecordRow {
  entity: EntityName;
  id: string;
  data: string;
}
/** The note of the last rev that was given out. */
export const HEAD_REV = 'head_rev';

const nameOf = ({ field, target }: Reference): string => `${field} ${target}`;
const understood = ({ entity, id, data }: RecordRow): StoredRecord => ({ entity, id, data: JSON.parse(data) });

export function recordRows(connection: Connection): RecordRows {
  const get = connection.prepare<[string, string], RecordRow>('select * from record where entity = ? and id = ?');
  const all = connection.prepare<[string], RecordRow>('select * from record where entity = ? order by id');
  const referring = connection.prepare<[string, string, string], RecordRow>(
    `select record.* from reference join record using (entity, id)
     where reference.entity = ? and field = ? and target = ? order by id`,
  );
  const put = connection.prepare('insert into record values (?, ?, ?) on conflict do update set data = excluded.data');
  const remove = connection.prepare('delete from record where entity = ? and id = ?');
  const links = connection.prepare<[string, string], Reference>(
    'select field, target from reference where entity = ? and id = ?',
  );
  const unlink = connection.prepare('delete from reference where entity = ? and id = ?');
  const link = connection.prepare('insert or ignore into reference (entity, field, target, id) values (?, ?, ?, ?)');

  return {
    get: async (entity, id) => {
      const row = get.get(entity, id);
      return row && understood(row);
    },
    all: async (entity) => all.all(entity).map(understood),
    referring: async (entity, field, target) => referring.all(entity, field, target).map(understood),
    put: async ({ entity, id, data }, references) => {
      put.run(entity, id, JSON.stringify(data));
      const linked = links.all(entity, id);
      const wanted = new Set(references.map(nameOf));
      if (linked.length === wanted.size && linked.every((one) => wanted.has(nameOf(one)))) return;
      unlink.run(entity, id);
      for (const { field, target } of references) link.run(entity, field, target, id);
    },
    remove: async (entity, id) => {
      remove.run(entity, id);
      unlink.run(entity, id);
    },
  };
}

interface FeedJoin {
  rev: number;
  entity: string;
  id: string;
  op: 'put' | 'delete';
  data: string | null;
}

export function feedRows(connection: Connection, notices: Told): FeedRows {
  const holders = connection
    .prepare<[string, string], string>(
      `select location_id from feed where entity = ? and id = ? and op = 'put' order by location_id`,
    )
    .pluck();
  const number = connection.prepare<[string], string>('select value from note where name = ?').pluck();
  const setNumber = connection.prepare(
    'insert into note values (?, ?) on conflict do update set value = excluded.value',
  );
  const tell = connection.prepare(
    `insert into feed (location_id, rev, entity, id, op, told_at_ms) values (?, ?, ?, ?, ?, ?)
     on conflict (entity, id, location_id) do update set rev = excluded.rev, op = excluded.op, told_at_ms = excluded.told_at_ms`,
  );
  const after = connection.prepare<[string, number, number], FeedJoin>(
    `select rev, feed.entity, feed.id, op, data from feed left join record on record.entity = feed.entity and record.id = feed.id
     where location_id = ? and rev > ? order by rev limit ?`,
  );
  const barred = connection.prepare<[string, number], FeedJoin>(
    `select rev, feed.entity, feed.id, op, data from record indexed by record_barred join feed using (entity, id)
     where ((entity = 'badge' and json_extract(data, '$.revokedAt') is not null)
         or (entity = 'worker' and json_extract(data, '$.blocked') is not null))
       and location_id = ? and op = 'put' order by rev desc limit ?`,
  );
  const oldDeletions = connection
    .prepare<[number], number | null>(`select max(rev) from feed where op = 'delete' and told_at_ms < ?`)
    .pluck();
  const forget = connection.prepare(`delete from feed where op = 'delete' and told_at_ms < ?`);
  const numberOf = (name: string) => Number(number.get(name) ?? 0);

  return {
    holders: async (entity, id) => holders.all(entity, id),
    tell: async (locationId, entity, id, op, atMs) => {
      notices.headRev = (notices.headRev ?? numberOf(HEAD_REV)) + 1;
      tell.run(locationId, notices.headRev, entity, id, op, atMs);
      notices.locationIds.add(locationId);
    },
    after: async (locationId, rev, limit) => after.all(locationId, rev, limit).map(told),
    barred: async (locationId, limit) => barred.all(locationId, limit).map(told),
    headRev: async () => notices.headRev ?? numberOf(HEAD_REV),
    floorRev: async () => numberOf('floor_rev'),
    forgetDeletions: async (beforeMs) => {
      const floor = oldDeletions.get(beforeMs);
      if (floor === null || floor === undefined) return;
      setNumber.run('floor_rev', String(Math.max(floor, numberOf('floor_rev'))));
      forget.run(beforeMs);
    },
  };
}

const told = ({ data, ...row }: FeedJoin): FeedRow =>
  row.op === 'put' && data !== null ? { ...row, data: JSON.parse(data) } : { ...row, op: 'delete' };
