import type { Sqlite } from '../sqlite.ts';

/**
 * Events whose words are still read, however new: what central flagged or would not take and staff have not looked at, and passes that
 * are still good, for the name on them. A pass that central took back is good no more. Numbers of events.
 */
export function createWordsRead(db: Sqlite): (nowMs: number) => ReadonlySet<number> {
  const unseen = db
    .prepare<[], number>(
      `select seq from delivery d where not exists (
         select 1 from event c where c.type = 'tray.cleared' and json_extract(c.body, '$.data.seq') = d.seq)`,
    )
    .pluck();
  const goodPasses = db
    .prepare<[string], number>(
      `select i.seq from event i where i.type = 'pass.issued' and json_extract(i.body, '$.data.passId') >= ''
         and i.body ->> '$.data.validUntil' > ? and not exists (
           select 1 from cache.entity b where b.entity = 'badge' and b.id = json_extract(i.body, '$.data.passId')
             and b.data ->> '$.revokedAt' is not null)`,
    )
    .pluck();
  return (nowMs) => new Set([...unseen.all(), ...goodPasses.all(new Date(nowMs).toISOString())]);
}
