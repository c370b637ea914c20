import type { Identity } from '../journal/journal.ts';
import type { Sqlite } from '../sqlite.ts';

/** One person inside. `gateId`: the other gate that saw them last; absent: this one. Times are by this device's clock, Unix milliseconds. */
export interface InsideNow {
  readonly workerId: string;
  readonly sinceMs: number;
  /** The same by central's clock. */
  readonly correctedMs: number;
  readonly breakSinceMs?: number;
  readonly gateId?: string;
}

interface InsideRow {
  worker_id: string;
  since_ms: number;
  corrected_ms: number;
  break_since_ms: number | null;
  gate_id: string | null;
}

/**
 * The same merge as `mergePresence`, over everybody at once and in SQL: those whom this gate saw come in and who were not seen later
 * elsewhere, and those who were seen to come in elsewhere and not later here. A test holds the two against each other.
 */
export function prepareInside(
  db: Sqlite,
  { gateId, locationId }: Pick<Identity, 'gateId' | 'locationId'>,
): (offsetMs: number) => InsideNow[] {
  const atMs = 'coalesce(c.starts_ms, c.ends_ms)';
  const eventId = `coalesce(json_extract(c.data, '$.eventId'), '')`;
  const isEcho = `(json_extract(c.data, '$.gateId') = @gateId and exists (
    select 1 from event e where e.worker_id = c.worker_id and json_extract(e.body, '$.id') = ${eventId}))`;
  const isLater = `(${atMs} > p.since_ms + p.offset_ms or (${atMs} = p.since_ms + p.offset_ms and ${eventId} > p.event_id))`;
  const heard = `c.entity = 'presence' and c.ref = @locationId`;
  const rows = db.prepare<[{ gateId: string; locationId: string; offsetMs: number }], InsideRow>(
    `select p.worker_id, p.since_ms, p.since_ms + p.offset_ms as corrected_ms, p.break_since_ms, null as gate_id from presence p
     where p.inside = 1 and not exists (
       select 1 from cache.entity c where ${heard} and c.worker_id = p.worker_id and ${isLater} and not ${isEcho})
     union all
     select c.worker_id, c.starts_ms - @offsetMs, c.starts_ms, null, nullif(json_extract(c.data, '$.gateId'), @gateId)
     from cache.entity c left join presence p on p.worker_id = c.worker_id
     where ${heard} and c.starts_ms is not null and (p.worker_id is null or ${isLater}) and not ${isEcho}
     order by 2 desc`,
  );
  return (offsetMs) => rows.all({ gateId, locationId, offsetMs }).map(insideFrom);
}

const insideFrom = (row: InsideRow): InsideNow => ({
  workerId: row.worker_id,
  sinceMs: row.since_ms,
  correctedMs: row.corrected_ms,
  ...(row.break_since_ms === null ? {} : { breakSinceMs: row.break_since_ms }),
  ...(row.gate_id === null ? {} : { gateId: row.gate_id }),
});
