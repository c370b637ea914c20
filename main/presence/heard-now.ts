import { correctedSinceMs, laterHeard, mergePresence, type Heard } from '../../core/presence/merge.ts';
import type { Presence } from '../../core/event/occupancy.ts';
import type { OtherPresence } from '../../core/site/entities.ts';
import type { Sqlite } from '../sqlite.ts';
import type { InsideNow } from './inside-now.ts';

interface HeardRow {
  worker_id: string;
  gate_id: string | null;
  inside: number;
  at_ms: number;
  event_id: string;
  own_inside: number | null;
  own_since_ms: number;
  own_offset_ms: number;
  own_break_since_ms: number | null;
  own_event_id: string;
  /** What central says; null: nothing, or the gate itself told the later word on it. */
  told: string | null;
}

/** Central's word as the merge takes it. */
export const heardFromTold = ({ workerId, gateId, inside, since, eventId }: OtherPresence): Heard => ({
  workerId,
  gateId,
  inside,
  sinceMs: Date.parse(since),
  ...(eventId === undefined ? {} : { eventId }),
});

const TOLD_ID = `coalesce(json_extract(c.data, '$.eventId'), '')`;

/**
 * Everybody of whom another gate told itself, and where the same merge as ever puts them: undefined, when not inside. All at once, for
 * this is asked with every scan, and while central is away there may be a day's worth of people. A test holds it against `of`.
 */
export function prepareHeardNow(
  db: Sqlite,
  here: { readonly gateId: string; readonly locationId: string },
): (offsetMs: number) => ReadonlyMap<string, InsideNow | undefined> {
  const rows = db.prepare<[{ gateId: string; locationId: string }], HeardRow>(
    `select w.worker_id, h.gate_id, h.inside, h.at_ms, h.event_id, p.inside as own_inside, p.since_ms as own_since_ms,
       p.offset_ms as own_offset_ms, p.break_since_ms as own_break_since_ms, p.event_id as own_event_id,
       iif(exists (select 1 from heard_act k where k.id = ${TOLD_ID}) or exists (select 1 from heard_act k where k.undoes = ${TOLD_ID})
         or (json_extract(c.data, '$.gateId') = @gateId and exists (
           select 1 from event e where e.worker_id = w.worker_id and json_extract(e.body, '$.id') = ${TOLD_ID})), null, c.data) as told
     from (select distinct worker_id from heard_act where worker_id is not null and (inside is not null or undoes is not null)) w
     left join heard_presence h on h.worker_id = w.worker_id left join presence p on p.worker_id = w.worker_id
     left join cache.entity c on c.entity = 'presence' and c.worker_id = w.worker_id and +c.ref = @locationId`,
  );
  const { gateId, locationId } = here;
  return (offsetMs) =>
    new Map(rows.all({ gateId, locationId }).map((row) => [row.worker_id, insideOf(row, gateId, offsetMs)]));
}

function insideOf(row: HeardRow, hereId: string, offsetMs: number): InsideNow | undefined {
  const own = row.own_inside === null ? undefined : ownOf(row);
  const told = row.told === null ? undefined : heardFromTold(JSON.parse(row.told) as OtherPresence);
  const merged = mergePresence(own, laterHeard(told, heardOf(row)), { gateId: hereId, offsetMs });
  if (!merged?.inside) return undefined;
  const { workerId, sinceMs, breakSinceMs, gateId } = merged;
  return {
    workerId,
    sinceMs,
    correctedMs: own?.eventId === merged.eventId ? correctedSinceMs(own) : sinceMs + offsetMs,
    ...(breakSinceMs === undefined ? {} : { breakSinceMs }),
    ...(gateId === undefined ? {} : { gateId }),
  };
}

const heardOf = ({ worker_id, gate_id, inside, at_ms, event_id }: HeardRow): Heard | undefined =>
  gate_id === null
    ? undefined
    : { workerId: worker_id, gateId: gate_id, inside: inside === 1, sinceMs: at_ms, eventId: event_id };

const ownOf = (row: HeardRow): Presence => ({
  workerId: row.worker_id,
  inside: row.own_inside === 1,
  sinceMs: row.own_since_ms,
  offsetMs: row.own_offset_ms,
  ...(row.own_break_since_ms === null ? {} : { breakSinceMs: row.own_break_since_ms }),
  eventId: row.own_event_id,
});
