import type { AttendanceRules } from '../../core/site/attendance.ts';
import { dayAround } from '../../core/site/day.ts';
import type { ListRequest } from '../../preload/list-views.ts';
import type { Cache } from '../cache/cache.ts';
import type { SitePresences } from '../presence/site-presence.ts';
import type { Sqlite } from '../sqlite.ts';
import { createPlanCounts } from './plan-counts.ts';
import { SCHEDULED_AHEAD_MS, stateTimes, type PlanList } from './plan-keys.ts';
import { createPlans } from './plans.ts';
import {
  insideUnscheduled,
  PRESENCE_KEYS,
  PRESENCE_ORDERS,
  type Key,
  type KeyAsk,
  type PresenceList,
} from './presence-keys.ts';
import { createRun } from './run.ts';
import { wordParams, type AskSearch } from './search.ts';
import { wholeSelection, type Selection } from './selection.ts';
import { rememberSome } from './remember.ts';
import { createTurnout } from './turnout.ts';

const HOUR_MS = 3_600_000;
/** D7: Access granted shows who went in or out by a grant in the last 12 h, whenever the grant was made. */
export const GRANTED_BACK_MS = 12 * HOUR_MS;
/** Selections kept: the lists on screen, and the search before this one. */
const KEPT = 4;

export type PeopleList = PlanList | PresenceList;
export type SelectAsk = Pick<ListRequest, 'query' | 'sort' | 'filters'>;
export interface People {
  /** The rows of a list as they are asked for; the same again as long as nothing changed. */
  readonly select: (list: PeopleList, ask: SelectAsk, nowMs: number) => Selection;
  readonly count: (list: PeopleList, nowMs: number) => number;
  /** Brings what the lists are made from up to now, for so long at most. True: nothing is left to do. */
  readonly bring: (nowMs: number, untilMs: number) => boolean;
}

export interface PeopleParts {
  readonly db: Sqlite;
  readonly cache: Cache;
  readonly presence: Pick<SitePresences, 'of' | 'insideCount' | 'heardRevision'>;
  /** Brings what SQL knows of who is inside up to now. */
  readonly bringInside: () => void;
  readonly locationId: string;
  /** When somebody is late here. */
  readonly rules: () => AttendanceRules;
  readonly search: AskSearch;
  /** The number of the newest act. */
  readonly lastSeq: () => number;
}
/** The same rows as the list has, without a look at who they are. */
const GRANTED_COUNT = `select count(*) as n from presence p where p.since_ms >= @backMs
  and exists (select 1 from access_grant g where g.worker_id = p.worker_id)`;
const EVERYBODY: KeyAsk = { search: undefined, filters: {} };
const isPlan = (list: PeopleList): list is PlanList => list === 'scheduled' || list === 'working';

export function createPeople(parts: PeopleParts): People {
  const { db, cache, locationId } = parts;
  const run = createRun(db);
  const one = (sql: string, params: Record<string, unknown>): number => run<{ n: number }>(sql, params)[0]?.n ?? 0;
  const zone = (): string => cache.get('location', locationId)?.timeZone ?? 'UTC';
  const paramsAt = (nowMs: number) => {
    const { startMs, endMs } = dayAround(nowMs, zone());
    return {
      place: locationId,
      nowMs,
      ...stateTimes(nowMs, parts.rules()),
      aheadMs: nowMs + SCHEDULED_AHEAD_MS,
      backMs: nowMs - GRANTED_BACK_MS,
      dayStartMs: startMs,
      dayEndMs: endMs,
    };
  };
  const bringTurnout = createTurnout(parts);
  const counts = createPlanCounts({ run, revision: cache.revision, paramsAt });
  const plans = createPlans(run);

  const count: People['count'] = (list, nowMs) => {
    parts.bringInside();
    const params = paramsAt(nowMs);
    switch (list) {
      case 'scheduled':
        return counts.count('scheduled');
      case 'working':
        return counts.count('working') + one(`select count(*) as n from (${insideUnscheduled(EVERYBODY)})`, params);
      case 'inside':
        return parts.presence.insideCount();
      case 'granted':
        return one(GRANTED_COUNT, params);
    }
  };

  const selectNow = (list: PeopleList, { sort, ...rest }: SelectAsk, nowMs: number): Selection => {
    const filters = rest.filters ?? {};
    const ask = { search: parts.search(rest.query), filters };
    const params = {
      ...paramsAt(nowMs),
      ...filters,
      ...(ask.search ? { match: ask.search.match, ...wordParams(ask.search.words) } : {}),
    };
    if (!isPlan(list)) {
      const order = PRESENCE_ORDERS[sort?.column ?? ''] ?? PRESENCE_ORDERS['since'];
      const by = sort?.down ? order?.down : order?.up;
      return wholeSelection(run<Key>(`${PRESENCE_KEYS[list](ask)} order by ${by}`, params));
    }
    const first = list === 'working' ? run<Key>(insideUnscheduled(ask), params) : [];
    const isPlain = ask.search === undefined && Object.values(filters).every((value) => value === undefined);
    const total = isPlain
      ? { total: () => (counts.asOfMs(list) === undefined ? undefined : counts.count(list) + first.length) }
      : {};
    return plans({ list, ask, sort, params, first, ...total });
  };

  const remember = rememberSome<Selection>(KEPT);
  return {
    count,
    bring(nowMs, untilMs) {
      parts.bringInside();
      const isCounted = counts.look(nowMs, untilMs);
      return bringTurnout(untilMs) && isCounted;
    },
    select(list, { query, sort, filters }, nowMs) {
      parts.bringInside();
      const time = isPlan(list) ? [counts.asOfMs(list), Math.floor(nowMs / 30_000)] : [nowMs];
      const state = [
        list,
        query,
        sort,
        filters,
        cache.revision(),
        parts.lastSeq(),
        parts.presence.heardRevision(),
        ...time,
      ];
      return remember.get(JSON.stringify(state), () =>
        selectNow(list, { query, ...(sort && { sort }), ...(filters && { filters }) }, nowMs),
      );
    },
  };
}
