import { OF_MUSTERS } from '../muster/of-musters.ts';
import type { Sqlite } from '../sqlite.ts';

export interface NeededNow {
  readonly toSeq: number;
  /** Who came since did so by an act that is too young to leave. */
  readonly beforeMs: number;
  readonly nowMs: number;
}

/** What else of the journal is looked up by what it is, however old: one question a call, for each takes its time. */
export function createNeeded(db: Sqlite): {
  readonly questions: readonly ((now: NeededNow) => readonly number[])[];
  readonly openMusterSeq: () => number | undefined;
} {
  const ask = (sql: string) => {
    const asked = db.prepare<[NeededNow & { nowIso: string }], number>(sql).pluck();
    return (now: NeededNow) => asked.all({ ...now, nowIso: new Date(now.nowMs).toISOString() });
  };
  const ofPass = (type: 'pass.ended' | 'pass.printed'): string =>
    `select seq from event where type = '${type}' and json_extract(body, '$.data.passId') = json_extract(i.body, '$.data.passId')`;
  const newestMuster = db.prepare<[], { seq: number; type: string }>(
    `select seq, type from event where ${OF_MUSTERS} and +type <> 'muster.marked'
     order by seq desc limit 1`,
  );
  return {
    questions: [
      // Who has been inside for so long, by the act that says so.
      ask(`select e.seq from presence p cross join event e on e.worker_id = p.worker_id
           where p.inside = 1 and p.since_ms < @beforeMs and e.seq <= @toSeq and json_extract(e.body, '$.id') = p.event_id`),
      ask(`select e.seq from access_grant g cross join event e on e.worker_id = g.worker_id
           where g.until_ms > @nowMs and g.granted_at_ms < @beforeMs and e.seq <= @toSeq and json_extract(e.body, '$.id') = g.event_id`),
      ask(`select e.seq from person_override o cross join event e on e.worker_id = o.worker_id
           where o.until_ms > @nowMs and e.seq <= @toSeq and json_extract(e.body, '$.id') = o.event_id`),
      // What staff have not looked at yet.
      ask(`select seq from delivery d where seq <= @toSeq and not exists (
             select 1 from event c where c.type = 'tray.cleared' and json_extract(c.body, '$.data.seq') = d.seq)`),
      // Passes that are still good, with what was done with them.
      ask(`select i.seq from event i where i.type = 'pass.issued' and json_extract(i.body, '$.data.passId') >= ''
             and +i.seq <= @toSeq and i.body ->> '$.data.validUntil' > @nowIso`),
      ...(['pass.ended', 'pass.printed'] as const).map((type) =>
        ask(`select (${ofPass(type)} limit 1) as seq from event i where i.type = 'pass.issued'
               and json_extract(i.body, '$.data.passId') >= '' and +i.seq <= @toSeq and i.body ->> '$.data.validUntil' > @nowIso
               and exists (${ofPass(type)} and seq <= @toSeq)`),
      ),
    ],
    openMusterSeq() {
      const newest = newestMuster.get();
      return newest?.type === 'muster.started' ? newest.seq : undefined;
    },
  };
}
