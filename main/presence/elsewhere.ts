import type { OtherPresence } from '../../core/site/entities.ts';
import type { Sqlite } from '../sqlite.ts';

/**
 * Whether this very gate has checked somebody out of another place (B2) since central last said that they are inside there: until central
 * answers, the own journal is the later word. An undone checkout does not count. `sinceMs`, by central's clock.
 */
export function prepareLeftElsewhere(
  db: Sqlite,
): (one: Pick<OtherPresence, 'workerId' | 'locationId' | 'since'>) => boolean {
  const left = db
    .prepare<[string, string, number], number>(
      `select 1 from event e where e.worker_id = ? and e.type = 'presence.checked_out'
         and json_extract(e.body, '$.data.atLocationId') = ?
         and e.at_ms + coalesce(json_extract(e.body, '$.clockOffsetMs'), 0) >= ?
         and not exists (select 1 from event u where u.worker_id = e.worker_id and u.type = 'act.undone'
           and json_extract(u.body, '$.data.eventId') = json_extract(e.body, '$.id')) limit 1`,
    )
    .pluck();
  return ({ workerId, locationId, since }) => left.get(workerId, locationId, Date.parse(since)) !== undefined;
}
