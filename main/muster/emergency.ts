import type { Sqlite } from '../sqlite.ts';
import type { Elsewhere } from './elsewhere.ts';
import { OF_MUSTERS } from './of-musters.ts';

/** Whether a roll call runs that is no drill (G8), here or at another gate of the place. */
export function createEmergency(db: Sqlite, elsewhere: Elsewhere): () => boolean {
  const isHere = createOwnEmergency(db);
  return () => isHere() || elsewhere().some(({ kind }) => kind === 'live');
}

/** Asked with every badge: only what was written since is looked at. */
function createOwnEmergency(db: Sqlite): () => boolean {
  const last = db.prepare<[], number>('select coalesce(max(seq), 0) from event').pluck();
  const newest = db.prepare<[number], { live: number }>(
    `select type = 'muster.started' and body ->> '$.data.kind' = 'live' as live from event
     where seq > ? and ${OF_MUSTERS} and +type <> 'muster.marked' order by seq desc limit 1`,
  );
  let seen = 0;
  let isLive = false;
  return () => {
    const now = last.get() ?? 0;
    if (now !== seen) {
      isLive = (newest.get(seen)?.live ?? Number(isLive)) === 1;
      seen = now;
    }
    return isLive;
  };
}
