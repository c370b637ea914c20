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

const AT_MS = 'coalesce(c.starts_ms, c.ends_ms)';
const EVENT_ID = `coalesce(json_extract(c.data, '$.eventId'), '')`;
/** What central says comes from this very journal. */
const IS_ECHO = `(json_extract(c.data, '$.gateId') = @gateId and exists (
  select 1 from event e where e.worker_id = c.worker_id and json_extract(e.body, '$.id') = ${EVENT_ID}))`;
const IS_LATER = `(${AT_MS} > p.since_ms + p.offset_ms or (${AT_MS} = p.since_ms + p.offset_ms and ${EVENT_ID} > p.event_id))`;
/** `+` keeps the planner off the index by place: it holds everybody who ever came, the others only whom is asked for. */
const HEARD = `c.entity = 'presence' and +c.ref = @locationId`;

/** The other gate that saw the coming in which the own journal speaks of: a break here of somebody who came in there. */
const BREAK_OF = `(select nullif(json_extract(c.data, '$.gateId'), @gateId) from cache.entity c
  where ${HEARD} and c.worker_id = p.worker_id and c.starts_ms = p.since_ms + p.offset_ms and ${EVENT_ID} <> p.event_id)`;

/**
 * The same merge as `mergePresence`, over everybody at once and in SQL: those whom this gate saw come in and who were not seen later
 * elsewhere, and those who were seen to come in elsewhere and not later here. A test holds the two against each other.
 */
const insideSql = (among: (workerId: string) => string): string => `
  select p.worker_id, p.since_ms, p.since_ms + p.offset_ms as corrected_ms, p.break_since_ms, ${BREAK_OF} as gate_id from presence p
  where p.inside = 1 ${among('p.worker_id')} and not exists (
    select 1 from cache.entity c where ${HEARD} and c.worker_id = p.worker_id and ${IS_LATER} and not ${IS_ECHO})
  union all
  select c.worker_id, c.starts_ms - @offsetMs, c.starts_ms, null, nullif(json_extract(c.data, '$.gateId'), @gateId)
  from cache.entity c left join presence p on p.worker_id = c.worker_id
  where ${HEARD} ${among('c.worker_id')} and c.starts_ms is not null and (p.worker_id is null or ${IS_LATER}) and not ${IS_ECHO}
  order by 2 desc`;

export const INSIDE_SQL = insideSql(() => '');
const OF_SOME_SQL = insideSql((workerId) => `and ${workerId} in (select value from json_each(@workerIds))`);

export interface InsideAsk {
  readonly all: (offsetMs: number) => InsideNow[];
  /** Of these people alone: after an act nobody else is anywhere else. */
  readonly among: (workerIds: readonly string[], offsetMs: number) => InsideNow[];
}

export function prepareInside(db: Sqlite, { gateId, locationId }: Pick<Identity, 'gateId' | 'locationId'>): InsideAsk {
  const here = { gateId, locationId };
  type Params = typeof here & { offsetMs: number };
  const all = db.prepare<[Params], InsideRow>(INSIDE_SQL);
  const among = db.prepare<[Params & { workerIds: string }], InsideRow>(OF_SOME_SQL);
  return {
    all: (offsetMs) => all.all({ ...here, offsetMs }).map(insideFrom),
    among: (workerIds, offsetMs) =>
      among.all({ ...here, offsetMs, workerIds: JSON.stringify(workerIds) }).map(insideFrom),
  };
}

const insideFrom = (row: InsideRow): InsideNow => ({
  workerId: row.worker_id,
  sinceMs: row.since_ms,
  correctedMs: row.corrected_ms,
  ...(row.break_since_ms === null ? {} : { breakSinceMs: row.break_since_ms }),
  ...(row.gate_id === null ? {} : { gateId: row.gate_id }),
});
