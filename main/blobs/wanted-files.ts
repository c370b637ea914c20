import type { Sqlite } from '../sqlite.ts';

const DAY_MS = 24 * 3_600_000;
/** Files; beyond, they are got when somebody opens them. */
const MOST = 2000;

/** Files that this gate should have before its line goes down, photos aside. `nowMs`: Unix ms. */
export type WantedFiles = (nowMs: number) => string[];

/**
 * E2: documents of events here within a day, where their client has them shown, then certificates of whoever is expected within a
 * day or is inside.
 */
export function createWantedFiles(db: Sqlite, locationId: string): WantedFiles {
  const soon = (one: string): string =>
    `${one}.starts_ms < @aheadMs and ${one}.ends_ms > @nowMs and json_extract(${one}.data, '$.locationId') = @locationId`;
  const hash = `json_extract(d.data, '$.sha256')`;
  const ofEvents = db
    .prepare<[object], string>(
      `select ${hash} from cache.entity b
         join cache.entity d on d.entity = 'document' and d.ref = b.id and json_extract(d.data, '$.subject.kind') = 'booking'
         left join cache.entity c on c.entity = 'client' and c.id = json_extract(b.data, '$.clientId')
       where b.entity = 'booking' and ${soon('b')} and json_extract(b.data, '$.status') in ('confirmed', 'to_be_confirmed')
         and coalesce(json_extract(c.data, '$.sections.events'), 1)
         and coalesce(json_extract(c.data, '$.sections.documentsDown'), 1)
       order by b.starts_ms limit ${MOST}`,
    )
    .pluck();
  const ofPeople = db
    .prepare<[object], string>(
      `with people (worker_id) as (
         select a.worker_id from cache.entity o join cache.entity a on a.entity = 'assignment' and a.ref = o.id
         where o.entity = 'workOrder' and ${soon('o')}
         union select r.worker_id from cache.entity r where r.entity = 'rosterEntry' and ${soon('r')}
         union select worker_id from presence where inside = 1)
       select ${hash} from people p
         join cache.entity w on w.entity = 'worker' and w.id = p.worker_id
         join json_each(w.data, '$.qualifications') q
         join cache.entity d on d.entity = 'document' and d.id = json_extract(q.value, '$.documentId')
       limit ${MOST}`,
    )
    .pluck();
  return (nowMs) => {
    const asked = { nowMs, aheadMs: nowMs + DAY_MS, locationId };
    return [...ofEvents.all(asked), ...ofPeople.all(asked)];
  };
}
