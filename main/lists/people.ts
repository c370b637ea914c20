import { attendance } from '../../core/site/attendance.ts';
import { dayAround } from '../../core/site/day.ts';
import type { ListRequest } from '../../preload/list-views.ts';
import type { Cache } from '../cache/cache.ts';
import type { SitePresences } from '../presence/site-presence.ts';
import type { Sqlite } from '../sqlite.ts';
import { isPlain, KEY_QUERIES, STATES_OF, type Key, type KeyAsk, type Sort } from './keys.ts';
import { MOST_WALKED, wordParams, type AskSearch } from './search.ts';

const HOUR_MS = 3_600_000;
/** Scheduled looks this far ahead; an order counts until it ends. */
export const SCHEDULED_AHEAD_MS = 24 * HOUR_MS;
/** D7: Access granted shows who went in or out by a grant in the last 12 h, whenever the grant was made. */
export const GRANTED_BACK_MS = 12 * HOUR_MS;

export type PeopleList = keyof typeof KEY_QUERIES;
export interface Keys {
  readonly keys: readonly Key[];
  readonly total: number;
  readonly more?: boolean;
}
export interface People {
  /** One page of a list's rows, still to be filled in. */
  readonly page: (list: PeopleList, request: ListRequest, nowMs: number) => Keys;
  readonly count: (list: PeopleList, nowMs: number) => number;
}

export interface PeopleParts {
  readonly db: Sqlite;
  readonly cache: Cache;
  readonly presence: Pick<SitePresences, 'insideCount'>;
  /** Brings what SQL knows of who is inside up to now. */
  readonly bringInside: () => void;
  readonly locationId: string;
  readonly search: AskSearch;
  /** The number of the newest act. */
  readonly lastSeq: () => number;
}

interface SortWay {
  readonly order: string;
  readonly index: string | undefined;
}
const EVERYBODY: KeyAsk = { search: undefined, filters: {} };

export function createPeople(parts: PeopleParts): People {
  const { db, cache, locationId } = parts;
  // The one rule of core, for the choices by state: `null` is what a column without a value comes as.
  db.function('attendance', { deterministic: true }, (startsAtMs, endsAtMs, inside, sinceMs, breakSinceMs, nowMs) => {
    const ms = (value: unknown): number | undefined => (value === null ? undefined : Number(value));
    return attendance({
      startsAtMs: ms(startsAtMs),
      endsAtMs: ms(endsAtMs),
      inside: inside === 1,
      sinceMs: ms(sinceMs),
      breakSinceMs: ms(breakSinceMs),
      nowMs: Number(nowMs),
    });
  });
  const statements = new Map<string, ReturnType<Sqlite['prepare']>>();
  const prepared = (sql: string) => {
    const known = statements.get(sql) ?? db.prepare(sql);
    statements.set(sql, known);
    return known;
  };
  const zone = (): string => cache.get('location', locationId)?.timeZone ?? 'UTC';
  const paramsAt = (nowMs: number) => {
    const { startMs, endMs } = dayAround(nowMs, zone());
    return {
      place: locationId,
      nowMs,
      aheadMs: nowMs + SCHEDULED_AHEAD_MS,
      backMs: nowMs - GRANTED_BACK_MS,
      dayStartMs: startMs,
      dayEndMs: endMs,
    };
  };
  const paramsOf = (list: PeopleList, { search: asked, filters }: KeyAsk, nowMs: number) => {
    const { state } = filters;
    const states = state === undefined ? [] : (STATES_OF[list]?.[state] ?? [state]);
    return {
      ...paramsAt(nowMs),
      ...filters,
      states: JSON.stringify(states),
      ...(asked ? { match: asked.match, ...wordParams(asked.words) } : {}),
    };
  };
  const run = <T>(sql: string, params: Record<string, unknown>): T[] => prepared(sql).all(params) as T[];
  const one = (sql: string, params: Record<string, unknown>): number =>
    (prepared(sql).get(params) as { n: number } | undefined)?.n ?? 0;

  const planned = countOfPlans(cache, one, paramsAt);
  const count: People['count'] = (list, nowMs) => {
    parts.bringInside();
    const params = paramsAt(nowMs);
    switch (list) {
      case 'scheduled':
        return planned('scheduled', nowMs);
      case 'working':
        return planned('working', nowMs) + one(`select count(*) as n from (${UNSCHEDULED})`, params);
      case 'inside':
        return parts.presence.insideCount();
      case 'granted':
        return one(`select count(*) as n from (${KEY_QUERIES.granted(EVERYBODY).select})`, params);
    }
  };

  /** Keys of all rows that a search or a choice leaves, kept while one scrolls through them. */
  const chosen = rememberLast<Keys>();
  const choose = (list: PeopleList, ask: KeyAsk, order: string, nowMs: number): Keys => {
    const { before, select } = KEY_QUERIES[list](ask);
    const params = paramsOf(list, ask, nowMs);
    const isWalk = ask.search?.way === 'walk';
    const limit = isWalk ? ` limit ${MOST_WALKED + 1}` : '';
    const keys = [
      ...(before === undefined ? [] : run<Key>(`${before}${limit}`, params)),
      ...run<Key>(`${select} order by ${order}${limit}`, params),
    ];
    const more = isWalk ? keys.length > MOST_WALKED : (ask.search?.cut ?? false);
    const shown = isWalk ? keys.slice(0, MOST_WALKED) : keys;
    return { keys: shown, total: shown.length, ...(more ? { more } : {}) };
  };
  /** The list itself, read from its index. */
  const plain = (list: PeopleList, sort: SortWay, { offset, limit }: ListRequest, nowMs: number): Keys => {
    const { before, select } = KEY_QUERIES[list]({ ...EVERYBODY, index: sort.index });
    const params = paramsAt(nowMs);
    const first = before === undefined ? [] : run<Key>(before, params);
    const head = first.slice(offset, offset + limit);
    const rest = { limit: limit - head.length, offset: Math.max(0, offset - first.length) };
    const keys = [
      ...head,
      ...run<Key>(`${select} order by ${sort.order} limit @limit offset @offset`, { ...params, ...rest }),
    ];
    return { keys, total: count(list, nowMs) };
  };

  return {
    count,
    page(list, request, nowMs) {
      parts.bringInside();
      const { sorts } = KEY_QUERIES[list](EVERYBODY);
      const [own = { up: '', down: '' }] = Object.values<Sort>(sorts);
      const sort = sorts[request.sort?.column ?? ''] ?? own;
      const order = request.sort?.down ? sort.down : sort.up;
      const filters = request.filters ?? {};
      const search = parts.search(request.query, () => count(list, nowMs));
      const isRead = list !== 'working' || sort.index !== undefined;
      if (isRead && isPlain({ search, filters })) return plain(list, { order, index: sort.index }, request, nowMs);
      const state = [
        list,
        request.query,
        order,
        filters,
        cache.revision(),
        parts.lastSeq(),
        Math.floor(nowMs / 30_000),
      ];
      const { keys, ...rest } = chosen(JSON.stringify(state), () => choose(list, { search, filters }, order, nowMs));
      return { keys: keys.slice(request.offset, request.offset + request.limit), ...rest };
    },
  };
}

function rememberLast<T>(): (key: string, make: () => T) => T {
  let last: { key: string; value: T } | undefined;
  return (key, make) => {
    if (last?.key !== key) last = { key, value: make() };
    return last.value;
  };
}

const UNSCHEDULED = KEY_QUERIES.working(EVERYBODY).before ?? '';

type CountedPlan = 'scheduled' | 'working';
const PLANS: Readonly<Record<CountedPlan, string>> = {
  scheduled: `select count(*) as n from cache.shift where location_id = @place and starts_ms < @aheadMs and ends_ms > @nowMs`,
  working: `select count(distinct person) as n from cache.shift
    where location_id = @place and starts_ms < @dayEndMs and ends_ms > @dayStartMs`,
};
/** The next moment at which a plan's count can change by the mere passing of time. */
const NEXT: Readonly<Record<CountedPlan, string>> = {
  scheduled: `select min(at) as n from (
    select min(starts_ms) - ${SCHEDULED_AHEAD_MS} as at from cache.work where location_id = @place and starts_ms >= @aheadMs
    union all select min(ends_ms) from cache.work where location_id = @place and ends_ms > @nowMs)`,
  working: 'select @dayEndMs as n',
};

/** How many are planned: counted again when central told something or an order began or ended, never for a mere act. */
function countOfPlans(
  cache: Cache,
  one: (sql: string, params: Record<string, unknown>) => number,
  paramsAt: (nowMs: number) => Record<string, unknown>,
): (plan: CountedPlan, nowMs: number) => number {
  const known = new Map<CountedPlan, { n: number; revision: number; fromMs: number; untilMs: number }>();
  return (plan, nowMs) => {
    const kept = known.get(plan);
    if (kept?.revision === cache.revision() && nowMs >= kept.fromMs && nowMs < kept.untilMs) return kept.n;
    const params = paramsAt(nowMs);
    const n = one(PLANS[plan], params);
    const untilMs = one(NEXT[plan], params) || Number.POSITIVE_INFINITY;
    known.set(plan, { n, revision: cache.revision(), fromMs: nowMs, untilMs });
    return n;
  };
}
