import type { FoundPeople, ListName } from '../../preload/list-views.ts';
import type { Cache } from '../cache/cache.ts';
import type { Sqlite } from '../sqlite.ts';
import { personName } from '../view/feed.ts';
import { hasWords, MATCHED, MOST_GATHERED, wordParams, type AskSearch } from './search.ts';

/** People shown; who is not among them is found by typing on. */
const SHOWN = 8;

export interface FindParts {
  readonly db: Sqlite;
  readonly cache: Cache;
  readonly locationId: string;
  readonly search: AskSearch;
  readonly bringInside: () => void;
}
interface Found {
  readonly worker_id: string;
  readonly rank: number;
}

/** Which of the ranks (0 inside, 1 scheduled within the day, 2 known) are on a list already. */
const ON_LIST: Readonly<Partial<Record<ListName, readonly number[]>>> = {
  scheduled: [1],
  inside: [0],
  working: [0, 1],
};

/** Anybody whom this gate knows, wherever they are: who is here or comes today first, then by name. */
export function createFind({ db, cache, locationId, search, bringInside }: FindParts) {
  /** Of a query that very many answer to, people inside are found all the same: they are few. */
  const found = (words: readonly string[], params: Record<string, unknown>): Found[] =>
    db
      .prepare<[Record<string, unknown>], Found>(
        `select c.worker_id, case
           when i.worker_id is not null then 0
           when exists (select 1 from cache.shift s where s.person = c.n and s.location_id = @place
             and s.starts_ms < @untilMs and s.ends_ms > @nowMs) then 1
           else 2 end as rank
         from (select n from ${MATCHED} union select c.n from temp.site_inside i
           join cache.person c on c.worker_id = i.worker_id where ${hasWords(words, ['c.words', 'c.order_words'])}) t
         cross join cache.person c on c.n = t.n left join temp.site_inside i on i.worker_id = c.worker_id
         order by rank, c.name`,
      )
      .all({ ...params, ...wordParams(words) });
  const isScheduled = db
    .prepare<[Record<string, unknown>], number>(
      `select 1 from cache.person c join cache.shift s on s.person = c.n where c.worker_id = @workerId
       and s.location_id = @place and s.starts_ms < @untilMs and s.ends_ms > @nowMs limit 1`,
    )
    .pluck();
  return (query: string, beside: ListName | undefined, nowMs: number): FoundPeople => {
    const asked = search(query, () => Number.POSITIVE_INFINITY);
    bringInside();
    if (!asked) return { rows: [], total: 0, more: false };
    const params = { match: asked.match, place: locationId, nowMs, untilMs: nowMs + 24 * 3_600_000 };
    const on = (beside && ON_LIST[beside]) ?? [];
    const others = found(asked.words, params).filter(({ worker_id: workerId, rank }) => {
      // Somebody inside may well be on the list of the scheduled too.
      const isToo = beside === 'scheduled' && rank === 0 && isScheduled.get({ ...params, workerId }) === 1;
      return !on.includes(rank) && !isToo;
    });
    const rows = others.slice(0, SHOWN).flatMap(({ worker_id: workerId, rank }) => {
      const person = personName(cache, workerId);
      const where = (['inside', 'scheduled', 'known'] as const)[rank] ?? 'known';
      return person ? [{ workerId, ...person, where }] : [];
    });
    return { rows, total: Math.min(others.length, MOST_GATHERED), more: asked.cut };
  };
}
