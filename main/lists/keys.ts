import type { Attendance } from '../../core/site/attendance.ts';
import type { ListAsk, ListName } from '../../preload/list-views.ts';
import { hasWords, MATCHED, type Search } from './search.ts';

/** One row of a list before it is filled in: where to look. */
export interface Key {
  /** A shift's id, or null: a row that stands on presence alone. */
  readonly shift: string | null;
  readonly person: number | null;
  readonly work: number | null;
  /** For a row of presence. */
  readonly worker: string | null;
}

/** The rows of a list as SQL, without their order; `sorts` by column, ascending and descending. */
export interface KeyQuery {
  /** Rows that stand before all others, by name whatever the order. */
  readonly before?: string;
  readonly select: string;
  readonly sorts: Readonly<Record<string, Sort>>;
}
export interface Sort {
  readonly up: string;
  readonly down: string;
  /** The index of shifts that holds this order: left to itself, SQLite sorts all of a long list for one page. */
  readonly index?: string;
}

/** What is asked, as SQL sees it. */
export interface KeyAsk {
  /** For a list that is read in its order: by which index. */
  readonly index?: string | undefined;
  readonly search: Search | undefined;
  readonly filters: NonNullable<ListAsk['filters']>;
}

const by = (columns: readonly string[], index?: string): Sort => ({
  up: columns.join(', '),
  down: columns.map((column) => `${column} desc`).join(', '),
  ...(index === undefined ? {} : { index }),
});
const all = (...conditions: readonly (string | false | undefined)[]): string =>
  conditions.filter(Boolean).join(' and ');

const LAST_SEEN =
  'nullif(max(coalesce(i.since_ms, p.since_ms, 0), coalesce(h.starts_ms, h.ends_ms, 0), coalesce(g.at_ms, 0)), 0)';
const ATTENDS = `attendance(s.starts_ms, s.ends_ms, i.worker_id is not null, ${LAST_SEEN}, i.break_since_ms, @nowMs)`;
const IS_IN_STATE = (state: string): string => `${state} in (select value from json_each(@states))`;
const OF_FIRM = 'c.contractor_id = @contractorId';

/** Shifts, read from the people that a search found or in the list's own order. */
const shifts = ({ search, index }: KeyAsk): string => {
  if (search?.way === 'gather') return `${MATCHED} t cross join cache.shift s on s.person = t.n`;
  return `cache.shift s ${index === undefined ? '' : `indexed by ${index}`}`;
};
const AROUND_PERSON = `left join temp.site_inside i on i.worker_id = c.worker_id left join presence p on p.worker_id = c.worker_id
  left join cache.entity h on h.entity = 'presence' and h.worker_id = c.worker_id and h.ref = @place
  left join heard_presence g on g.worker_id = c.worker_id`;
const AROUND_SHIFT = `left join cache.person c on c.n = s.person left join cache.work w on w.n = s.work
  ${AROUND_PERSON}`;
const shiftFilters = ({ search, filters }: KeyAsk): string =>
  all(
    search && hasWords(search.words, ['c.words', 'w.words']),
    filters.contractorId !== undefined && OF_FIRM,
    filters.clientId !== undefined && 's.client_id = @clientId',
  ) || '1';

/** Presence, with what the directory knows of the person; somebody unknown is on the list all the same. */
const presences = ({ search }: KeyAsk, table: 'presence' | 'temp.site_inside'): string =>
  search?.way === 'gather'
    ? `${MATCHED} t cross join cache.person c on c.n = t.n cross join ${table} p on p.worker_id = c.worker_id`
    : `${table} p left join cache.person c on c.worker_id = p.worker_id`;
const presenceFilters = ({ search, filters }: KeyAsk): string =>
  all(
    search && hasWords(search.words, ['c.words', 'c.order_words']),
    filters.contractorId !== undefined && OF_FIRM,
    filters.clientId !== undefined &&
      'exists (select 1 from cache.shift o where o.person = c.n and o.client_id = @clientId)',
  ) || '1';

type PeopleList = Exclude<ListName, 'feed' | 'refused'>;

export const KEY_QUERIES: { readonly [L in PeopleList]: (ask: KeyAsk) => KeyQuery } = {
  scheduled: (ask) => ({
    select: `select s.id as shift, s.person, s.work, null as worker from ${shifts(ask)} ${isPlain(ask) ? '' : AROUND_SHIFT}
      where s.location_id = @place and s.starts_ms < @aheadMs and s.ends_ms > @nowMs
        and ${all(shiftFilters(ask), ask.filters.state !== undefined && IS_IN_STATE(ATTENDS))}`,
    sorts: {
      time: by(['s.starts_ms', 's.name'], 'shift_by_start'),
      name: by(['s.name', 's.person'], 'shift_by_name'),
      company: by(['s.company', 's.name'], 'shift_by_company'),
      order: by(['s.number', 's.name'], 'shift_by_number'),
    },
  }),
  granted: (ask) => ({
    select: `select null as shift, c.n as person, null as work, p.worker_id as worker from ${presences(ask, 'presence')}
      where p.since_ms >= @backMs and exists (select 1 from access_grant g where g.worker_id = p.worker_id)
        and ${all(presenceFilters(ask), ask.filters.state !== undefined && IS_IN_STATE(`iif(p.worker_id in (select worker_id from temp.site_inside), 'inside', 'outside')`))}`,
    sorts: PRESENCE_SORTS,
  }),
  inside: (ask) => ({
    select: `select null as shift, c.n as person, null as work, p.worker_id as worker from ${presences(ask, 'temp.site_inside')}
      where ${all(presenceFilters(ask), ask.filters.state !== undefined && IS_IN_STATE(`iif(p.break_since_ms is null, 'in', 'on_break')`))}`,
    sorts: PRESENCE_SORTS,
  }),
  working: (ask) => ({
    before: insideUnscheduled(ask),
    select: scheduledToday(ask),
    sorts: {
      name: by(['s.name', 's.person'], 'shift_by_name'),
      company: by(['s.company', 's.name']),
      time: by(['s.starts_ms', 's.name']),
    },
  }),
};

const PRESENCE_SORTS = {
  since: { up: 'p.since_ms desc', down: 'p.since_ms' },
  name: by(['c.name']),
  company: by(['c.company', 'c.name']),
} as const;

/** Nothing but the list itself is asked for: its index alone answers. */
export const isPlain = ({ search, filters }: KeyAsk): boolean =>
  search === undefined && Object.values(filters).every((value) => value === undefined);

const TODAY = 's.location_id = @place and s.starts_ms < @dayEndMs and s.ends_ms > @dayStartMs';
/** Of somebody's work today: what is on or comes next, else what ended last. SQLite takes the other columns from that row. */
const CURRENT = 'min(iif(s.ends_ms > @nowMs, s.starts_ms, 8000000000000000 - s.ends_ms))';

function scheduledToday(ask: KeyAsk): string {
  const { state } = ask.filters;
  const plain = isPlain(ask);
  const columns = `s.id as shift, s.person as person, s.work as work, null as worker, ${CURRENT} as current`;
  const more = plain ? '' : ', s.name as name, s.company as company, s.starts_ms as starts_ms, s.ends_ms as ends_ms';
  const grouped = `select ${columns}${more} from ${shifts({ ...ask, index: ask.index ?? 'shift_by_name' })} ${plain ? '' : AROUND_SHIFT}
    where ${TODAY} and ${shiftFilters(ask)} group by s.name, s.person`;
  if (plain) return grouped;
  return `select s.shift, s.person, s.work, null as worker from (${grouped}) s
    left join cache.person c on c.n = s.person ${AROUND_PERSON}
    where ${state === undefined ? '1' : IS_IN_STATE(ATTENDS)}`;
}

/** People inside with no work here today: staff ask them first. */
function insideUnscheduled(ask: KeyAsk): string {
  const state = 'attendance(null, null, 1, p.since_ms, p.break_since_ms, @nowMs)';
  return `select null as shift, c.n as person, null as work, p.worker_id as worker from ${presences(ask, 'temp.site_inside')}
    where not exists (select 1 from cache.shift s where s.person = c.n and ${TODAY})
      and ${all(presenceFilters(ask), ask.filters.state !== undefined && IS_IN_STATE(state))} order by c.name`;
}

/** What a list's own word for a state means in the words of attendance; a word that stands for itself is not here. */
export const STATES_OF: Readonly<Partial<Record<ListName, Readonly<Record<string, readonly Attendance[]>>>>> = {
  scheduled: { expected: ['scheduled'], late: ['late', 'no_show'], inside: ['in', 'on_break'], left: ['out'] },
};
