import type { EventEnvelope } from '../../core/event/event.ts';
import type { Presence } from '../../core/event/occupancy.ts';
import { preparePresenceBefore } from '../journal/base.ts';
import { eventFromRow, type EventRow } from '../journal/journal.ts';
import type { Sqlite } from '../sqlite.ts';

/** One checkout of a batch, and where the person was before it. */
export interface Done {
  readonly event: EventEnvelope;
  readonly before: () => Presence | undefined;
}
/** A batch as the journal has it. */
export interface EarlierBatch {
  readonly id: string;
  /** What still counts of it, in its order. */
  readonly done: readonly Done[];
  /** When its last checkout was written. */
  readonly endedAtMs: number;
}

/** No batch takes longer; nothing older is read. */
const LONGEST_MS = 3_600_000;
const BATCH_ID = `iif(json_valid(e.body), e.body ->> '$.data.batchId', null)`;
const NOT_UNDONE = `not exists (select 1 from event u where u.worker_id = e.worker_id and u.seq > e.seq
  and u.type = 'act.undone' and u.body ->> '$.data.eventId' = e.body ->> '$.id')`;

/** The last batch of this gate that ended after `sinceMs`: the program may have been started anew since (B2). */
export function earlierBatch(db: Sqlite, sinceMs: number): EarlierBatch | undefined {
  const newest = db
    .prepare<[number], { id: string; atMs: number }>(
      `select ${BATCH_ID} as id, e.at_ms as atMs from event e
       where e.type = 'presence.checked_out' and e.at_ms > ? and ${BATCH_ID} is not null order by e.seq desc limit 1`,
    )
    .get(sinceMs);
  if (!newest) return undefined;
  const rows = db
    .prepare<[number, string], EventRow>(
      `select e.seq, e.body, e.hash from event e
       where e.type = 'presence.checked_out' and e.at_ms > ? and ${BATCH_ID} = ? and ${NOT_UNDONE} order by e.seq`,
    )
    .all(newest.atMs - LONGEST_MS, newest.id);
  const presenceBefore = preparePresenceBefore(db);
  const done = rows.map((row): Done => {
    const event = eventFromRow(row);
    const workerId = String(event.data['workerId']);
    return { event, before: () => presenceBefore(workerId, event.seq) };
  });
  return done.length === 0 ? undefined : { id: newest.id, done, endedAtMs: newest.atMs };
}
