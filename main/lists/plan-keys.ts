import type { AttendanceRules } from '../../core/site/attendance.ts';
import type { ListAsk } from '../../preload/list-views.ts';
import { FEW_PEOPLE, hasWords, MATCHED, type Search } from './search.ts';

/** Scheduled looks this far ahead; an order counts until it ends. */
export const SCHEDULED_AHEAD_MS = 24 * 3_600_000;

/** The lists of who is to work when. */
export type PlanList = 'scheduled' | 'working';

export interface PlanAsk {
  readonly search: Search | undefined;
  readonly filters: NonNullable<ListAsk['filters']>;
}
/** An order of shifts, and the index that holds it. */
export interface PlanOrder {
  readonly index: string;
  readonly columns: readonly string[];
}

/** Every column of the index after the place, and the row's number: no two lines are alike, so that a walk knows where it is. */
const START: PlanOrder = {
  index: 'shift_by_start',
  columns: ['starts_ms', 'name', 'ends_ms', 'person', 'turnout', 'rowid'],
};
const NAME: PlanOrder = {
  index: 'shift_by_name',
  columns: ['name', 'person', 'starts_ms', 'ends_ms', 'turnout', 'rowid'],
};
const COMPANY: PlanOrder = {
  index: 'shift_by_company',
  columns: ['company', 'name', 'starts_ms', 'ends_ms', 'person', 'turnout', 'rowid'],
};
const NUMBER: PlanOrder = {
  index: 'shift_by_number',
  columns: ['number', 'name', 'starts_ms', 'ends_ms', 'person', 'turnout', 'rowid'],
};

/** The first is the list's own. */
export const PLAN_ORDERS: { readonly [L in PlanList]: Readonly<Record<string, PlanOrder>> } = {
  scheduled: { time: START, name: NAME, company: COMPANY, order: NUMBER },
  working: { name: NAME, company: COMPANY, time: START },
};
export const planOrderOf = (list: PlanList, column: string | undefined): PlanOrder =>
  PLAN_ORDERS[list][column ?? ''] ?? (list === 'scheduled' ? START : NAME);

/** Shifts `s` in that order. */
export const planSource = (list: PlanList, column: string | undefined): string =>
  `cache.shift s indexed by ${planOrderOf(list, column).index}`;

const all = (...conditions: readonly (string | false | undefined)[]): string =>
  conditions.filter(Boolean).join(' and ');

const TODAY = (s: string): string => `${s}.starts_ms < @dayEndMs and ${s}.ends_ms > @dayStartMs`;
const IN_LIST: { readonly [L in PlanList]: string } = {
  scheduled: 's.starts_ms < @aheadMs and s.ends_ms > @nowMs',
  working: TODAY('s'),
};
/** What `attendance` says of a shift, by what is kept of it: a test holds the two against each other. */
const STATES: { readonly [L in PlanList]: Readonly<Record<string, string>> } = {
  scheduled: {
    expected: 's.turnout = 0 and s.starts_ms >= @lateMs',
    late: 's.turnout = 0 and s.starts_ms < @lateMs',
    inside: 's.turnout = 1',
    left: 's.turnout = 2',
  },
  working: {
    scheduled: 's.turnout = 0 and s.starts_ms >= @lateMs and s.ends_ms > @nowMs',
    late: 's.turnout = 0 and s.starts_ms < @lateMs and s.starts_ms > @noShowMs and s.ends_ms > @nowMs',
    no_show: 's.turnout = 0 and (s.starts_ms <= @noShowMs or s.ends_ms <= @nowMs)',
    in: 's.turnout = 1 and i.break_since_ms is null',
    on_break: 's.turnout = 1 and i.break_since_ms is not null',
    out: 's.turnout = 2',
  },
};
/** When somebody absent becomes late, and when a no-show: by when their work began. */
export const stateTimes = (nowMs: number, { lateAfterMs, noShowAfterMs }: AttendanceRules) => ({
  lateMs: nowMs - lateAfterMs,
  noShowMs: nowMs - noShowAfterMs,
});

/** What is asked of one shift and the work that it is of. */
const asked = ({ search, filters }: PlanAsk, s: string, w: string): string =>
  all(
    search && hasWords(search.words, ['c.words', `${w}.words`]),
    filters.clientId !== undefined && `${s}.client_id = @clientId`,
  ) || '1';
const RANK = (s: string): string =>
  `iif(${s}.ends_ms > @nowMs, ${s}.starts_ms, 8000000000000000 - ${s}.ends_ms), ${s}.rowid`;
/** Of somebody's work today that is asked for: what is on or comes next, else what ended last. */
const isCurrent = (ask: PlanAsk): string =>
  `not exists (select 1 from cache.shift o ${ask.search ? 'join cache.work ow on ow.n = o.work' : ''}
    where o.person = s.person and o.location_id = @place and ${TODAY('o')} and (${RANK('o')}) < (${RANK('s')})
      and ${asked(ask, 'o', 'ow')})`;

/** `+` keeps SQLite off these as bounds of an index: a walk has its own, and SQLite goes by one. */
const unbound = (sql: string): string => sql.replaceAll(/(?<![\w+])s\.(starts_ms|ends_ms|turnout)/g, '+s.$1');

/** Conditions of the list's rows over `s`, and of all that stands around it. */
export function planWhere(list: PlanList, ask: PlanAsk): { readonly joins: string; readonly where: string } {
  const { search, filters } = ask;
  const state = filters.state === undefined ? undefined : (STATES[list][filters.state] ?? '0');
  const needs = {
    person: search !== undefined || filters.contractorId !== undefined || state?.includes('i.'),
    work: search !== undefined,
    inside: state?.includes('i.'),
  };
  const joins = [
    needs.person && 'cross join cache.person c on c.n = s.person',
    needs.work && 'cross join cache.work w on w.n = s.work',
    needs.inside && 'left join temp.site_inside i on i.worker_id = c.worker_id',
  ];
  const where = all(
    IN_LIST[list],
    state,
    filters.contractorId !== undefined && 'c.contractor_id = @contractorId',
    asked(ask, 's', 'w'),
    list === 'working' && isCurrent(ask),
  );
  return { joins: joins.filter(Boolean).join(' '), where: unbound(where) };
}

/** People whose shifts are gathered and sorted; those of more are walked in the list's order. */
export const peopleOf = ({ search, filters }: PlanAsk): readonly string[] => [
  ...(search?.isFew ? [`select n from ${MATCHED}`] : []),
  ...(filters.contractorId === undefined
    ? []
    : [`select n from cache.person where contractor_id = @contractorId limit ${FEW_PEOPLE + 1}`]),
];

/** Fewer rows than this are gathered by their turnout. */
export const FEW_ROWS = 2000;
/** Shifts by their turnout, where the state is one stretch of that index. */
export function turnoutSource(list: PlanList, { filters }: PlanAsk): { source: string; where: string } | undefined {
  const state = STATES[list][filters.state ?? ''];
  // Who is a no-show takes a look at everybody absent.
  if (state === undefined || filters.state === 'no_show') return undefined;
  return {
    source: 'cache.shift s indexed by shift_by_turnout',
    where: `s.location_id = @place and ${state.replace(/ and i\..*/, '')}`,
  };
}
