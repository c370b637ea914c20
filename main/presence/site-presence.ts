import { mergePresence, type Heard, type SitePresence } from '../../core/presence/merge.ts';
import type { OtherPresence } from '../../core/site/entities.ts';
import type { Cache } from '../cache/cache.ts';
import type { Clock } from '../clock.ts';
import type { Identity, Journal } from '../journal/journal.ts';
import type { Sqlite } from '../sqlite.ts';
import { prepareLeftElsewhere } from './elsewhere.ts';
import { prepareInside, type InsideNow } from './inside-now.ts';

export type { InsideNow } from './inside-now.ts';

/** Who is inside the place, whichever of its gates saw them last: the own journal's word and central's, the later of the two (G5). */
export interface SitePresences {
  readonly of: (workerId: string) => SitePresence | undefined;
  /** Everybody inside, the latest to come in first, nobody twice. */
  readonly inside: () => readonly InsideNow[];
  readonly insideCount: () => number;
  /** B1, C1: who is inside at other places; central tells a gate only where somebody looks after both. */
  readonly insideElsewhere: () => readonly InsideElsewhere[];
  /** Since when a person is inside that place, this one or another, by this device's clock; undefined: they are not. */
  readonly insideSince: (workerId: string, locationId: string) => number | undefined;
  readonly gateName: (gateId: string | undefined) => string | undefined;
}

export interface InsideElsewhere {
  readonly workerId: string;
  readonly locationId: string;
  readonly gateId: string;
  readonly sinceMs: number;
}

export interface SitePresenceParts {
  readonly db: Sqlite;
  readonly cache: Cache;
  readonly journal: Pick<Journal, 'projections' | 'lastSeq'>;
  readonly clock: Pick<Clock, 'offsetMs'>;
  readonly identity: Pick<Identity, 'gateId' | 'locationId'>;
}

/** Acts of one person looked through for the one that central speaks of: more than anybody does before central has heard of it. */
const LOOK_BACK = 50;

export function createSitePresence({ db, cache, journal, clock, identity }: SitePresenceParts): SitePresences {
  const { gateId, locationId } = identity;
  const offsetMs = (): number => clock.offsetMs() ?? 0;
  const insideNow = prepareInside(db, identity);
  const leftElsewhere = prepareLeftElsewhere(db);
  const isOwnAct = db
    .prepare<[string, number, string], number>(
      `select 1 from (select body from event where worker_id = ? order by seq desc limit ?) where json_extract(body, '$.id') = ?`,
    )
    .pluck();

  /** Central's word, unless it is the echo of an act in this very journal, which knows better. */
  const heardOf = (workerId: string): Heard | undefined => {
    const record = cache.byWorker('presence', workerId).find((one) => one.locationId === locationId);
    if (!record) return undefined;
    const { since, eventId, ...rest } = record;
    const isEcho =
      rest.gateId === gateId && eventId !== undefined && isOwnAct.get(workerId, LOOK_BACK, eventId) !== undefined;
    return isEcho ? undefined : { ...rest, sinceMs: Date.parse(since), ...(eventId === undefined ? {} : { eventId }) };
  };

  let kept: { readonly at: string; readonly rows: readonly InsideNow[] } | undefined;
  /** Asked for with every status and every scan; read anew when something was written or heard. */
  const inside = (): readonly InsideNow[] => {
    const at = `${cache.revision()} ${journal.lastSeq()} ${offsetMs()}`;
    if (kept?.at !== at) kept = { at, rows: insideNow(offsetMs()) };
    return kept.rows;
  };

  const of: SitePresences['of'] = (workerId) =>
    mergePresence(journal.projections.presenceOf(workerId), heardOf(workerId), { gateId, offsetMs: offsetMs() });
  const elsewhere = (told: readonly OtherPresence[]): InsideElsewhere[] =>
    told
      .filter((one) => one.inside && one.locationId !== locationId && !leftElsewhere(one))
      .map((one) => ({ ...one, sinceMs: Date.parse(one.since) - offsetMs() }));

  return {
    of,
    inside,
    insideCount: () => inside().length,
    insideElsewhere: () => elsewhere(cache.all('presence')),
    insideSince(workerId, placeId) {
      const here = placeId === locationId ? of(workerId) : undefined;
      if (placeId === locationId) return here?.inside ? here.sinceMs : undefined;
      const told = cache.byWorker('presence', workerId).filter((one) => one.locationId === placeId);
      return elsewhere(told)[0]?.sinceMs;
    },
    gateName: (id) => (id === undefined ? undefined : cache.get('gate', id)?.name),
  };
}
