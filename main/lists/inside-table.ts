import type { InsideNow, SitePresences } from '../presence/site-presence.ts';
import type { Sqlite } from '../sqlite.ts';

/**
 * Who is inside the place, for SQL to join: the merged word of all its gates, which `SitePresences` alone knows. Answers the
 * function that brings the table up to now; nothing is written as long as nothing changed.
 */
export function createInsideTable(db: Sqlite, presence: Pick<SitePresences, 'inside'>): () => void {
  db.exec(`
    create temp table if not exists site_inside (
      worker_id text primary key,
      since_ms integer not null,
      break_since_ms integer
    ) strict, without rowid;
    create index if not exists temp.site_inside_by_since on site_inside (since_ms);
    delete from temp.site_inside;
  `);
  const put = db.prepare('insert or replace into temp.site_inside values (?, ?, ?)');
  const drop = db.prepare('delete from temp.site_inside where worker_id = ?');
  let shown: readonly InsideNow[] = [];
  let byWorker = new Map<string, InsideNow>();

  const change = db.transaction((next: readonly InsideNow[]) => {
    const after = new Map(next.map((one) => [one.workerId, one]));
    for (const workerId of byWorker.keys()) if (!after.has(workerId)) drop.run(workerId);
    for (const one of next) {
      const before = byWorker.get(one.workerId);
      if (before?.sinceMs === one.sinceMs && before.breakSinceMs === one.breakSinceMs) continue;
      put.run(one.workerId, one.sinceMs, one.breakSinceMs ?? null);
    }
    byWorker = after;
  });
  return () => {
    const next = presence.inside();
    if (next === shown) return;
    change(next);
    shown = next;
  };
}
