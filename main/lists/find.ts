import type { FoundPeople, ListName } from '../../preload/list-views.ts';
import type { Cache } from '../cache/cache.ts';
import type { SitePresences } from '../presence/site-presence.ts';
import type { Sqlite } from '../sqlite.ts';
import { personName } from '../view/feed.ts';
import { rememberSome } from './remember.ts';
import { createRun } from './run.ts';
import { hasWords, MATCHED, wordParams, type AskSearch } from './search.ts';
import { createWalk, foundAtOnce, type Walk } from './walk.ts';

/** People shown; who is not among them is found by typing on. */
const SHOWN = 8;
const KEPT = 2;

export interface FindParts {
  readonly db: Sqlite;
  readonly cache: Cache;
  readonly locationId: string;
  readonly search: AskSearch;
  readonly bringInside: () => void;
  readonly lastSeq: () => number;
  readonly presence: Pick<SitePresences, 'heardRevision'>;
}
/** Anybody whom this gate knows: found by and by where very many answer to the query. */
export interface Find {
  readonly select: (query: string, beside: ListName | undefined, nowMs: number) => Walk;
  /** It is still among those that were asked for last. */
  readonly isKept: (found: Walk) => boolean;
  readonly shown: (found: Walk) => FoundPeople;
}

/** Where somebody is, likeliest wanted first: inside, on a list of today, known. */
const WHERE = ['inside', 'scheduled', 'known'] as const;
/** Of whom the list beside shows already. Somebody inside may well be among the scheduled too. */
const ON_LIST: Readonly<Partial<Record<ListName, string>>> = {
  scheduled: 'is_scheduled',
  inside: 'is_inside',
  working: '(is_inside or is_scheduled)',
};

export function createFind({ db, cache, locationId, search, bringInside, lastSeq, presence }: FindParts): Find {
  const run = createRun(db);
  const workerOf = db.prepare<[number], string>('select worker_id from cache.person where n = ?').pluck();

  const isInside = 'exists (select 1 from temp.site_inside i where i.worker_id = c.worker_id)';
  const isScheduled = `exists (select 1 from cache.shift s where s.person = c.n and s.location_id = @place
    and s.starts_ms < @untilMs and s.ends_ms > @nowMs)`;
  /** The person's number and where they are in one: the walk keeps numbers. */
  const row = `c.n * 4 + iif(${isInside}, 0, iif(${isScheduled}, 1, 2))`;

  const selectNow = (query: string, beside: ListName | undefined, nowMs: number): Walk => {
    const asked = search(query);
    if (!asked) return foundAtOnce([]);
    const onList = beside && ON_LIST[beside];
    const others = onList ? `not ${onList.replace('is_inside', isInside).replace('is_scheduled', isScheduled)}` : '1';
    const wanted = `${hasWords(asked.words, ['c.words', 'c.order_words'])} and ${others}`;
    const params = {
      match: asked.match,
      place: locationId,
      nowMs,
      untilMs: nowMs + 24 * 3_600_000,
      ...wordParams(asked.words),
    };
    if (!asked.isFew) {
      const source = 'cache.person c indexed by person_by_name';
      return createWalk({
        run,
        source,
        where: '1',
        columns: ['c.name', 'c.n'],
        down: false,
        params,
        row,
        joins: '',
        wanted,
      });
    }
    const few = `select ${row} as n from ${MATCHED} t cross join cache.person c on c.n = t.n where ${wanted} order by c.name`;
    return foundAtOnce(run<{ n: number }>(few, params).map(({ n }) => n));
  };

  const remember = rememberSome<Walk>(KEPT);
  return {
    select(query, beside, nowMs) {
      bringInside();
      const revisions = [cache.revision(), lastSeq(), presence.heardRevision()];
      const state = [query, beside, ...revisions, Math.floor(nowMs / 30_000)];
      return remember.get(JSON.stringify(state), () => selectNow(query, beside, nowMs));
    },
    isKept: remember.has,
    shown(found) {
      const first = WHERE.flatMap((_, rank) => found.rows.filter((one) => one % 4 === rank).slice(0, SHOWN));
      const rows = first.slice(0, SHOWN).flatMap((one) => {
        const workerId = workerOf.get(Math.floor(one / 4));
        const person = workerId === undefined ? undefined : personName(cache, workerId);
        return workerId === undefined || !person ? [] : [{ workerId, ...person, where: WHERE[one % 4] ?? 'known' }];
      });
      return { rows, total: found.rows.length, more: !found.done };
    },
  };
}
