import type { ListAsk } from '../../preload/list-views.ts';
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

/** The lists of who was seen. */
export type PresenceList = 'granted' | 'inside';
/** What is asked, as SQL sees it. */
export interface KeyAsk {
  readonly search: Search | undefined;
  readonly filters: NonNullable<ListAsk['filters']>;
}

const all = (...conditions: readonly (string | false | undefined)[]): string =>
  conditions.filter(Boolean).join(' and ') || '1';
const IS_IN_STATE = (state: string): string => `${state} = @state`;
const KEY = 'select null as shift, c.n as person, null as work, p.worker_id as worker from';

/** Presence, with what the directory knows of the person; somebody unknown is on the list all the same. */
const presences = ({ search }: KeyAsk, table: 'presence' | 'temp.site_inside'): string =>
  search?.isFew === true
    ? `${MATCHED} t cross join cache.person c on c.n = t.n cross join ${table} p on p.worker_id = c.worker_id`
    : `${table} p left join cache.person c on c.worker_id = p.worker_id`;
const presenceFilters = ({ search, filters }: KeyAsk): string =>
  all(
    search && hasWords(search.words, ['c.words', 'c.order_words']),
    filters.contractorId !== undefined && 'c.contractor_id = @contractorId',
    filters.clientId !== undefined &&
      'exists (select 1 from cache.shift o where o.person = c.n and o.client_id = @clientId)',
  );

/** The rows of a list as SQL, without their order: the place is full long before they are as many as plans. */
export const PRESENCE_KEYS: { readonly [L in PresenceList]: (ask: KeyAsk) => string } = {
  granted: (ask) => `${KEY} ${presences(ask, 'presence')}
    where p.since_ms >= @backMs and exists (select 1 from access_grant g where g.worker_id = p.worker_id)
      and ${all(presenceFilters(ask), ask.filters.state !== undefined && IS_IN_STATE(`iif(p.worker_id in (select worker_id from temp.site_inside), 'inside', 'outside')`))}`,
  inside: (ask) => `${KEY} ${presences(ask, 'temp.site_inside')}
    where ${all(presenceFilters(ask), ask.filters.state !== undefined && IS_IN_STATE(`iif(p.break_since_ms is null, 'in', 'on_break')`))}`,
};

/** By column, ascending and descending; the first is the lists' own. */
export const PRESENCE_ORDERS: Readonly<Record<string, { readonly up: string; readonly down: string }>> = {
  since: { up: 'p.since_ms desc', down: 'p.since_ms' },
  name: { up: 'c.name', down: 'c.name desc' },
  company: { up: 'c.company, c.name', down: 'c.company desc, c.name desc' },
};

/** C3: people inside with no work here today: staff ask them first. */
export const insideUnscheduled = (ask: KeyAsk): string =>
  `${KEY} ${presences(ask, 'temp.site_inside')}
    where not exists (select 1 from cache.shift s where s.person = c.n and s.location_id = @place
      and s.starts_ms < @dayEndMs and s.ends_ms > @dayStartMs)
      and ${all(presenceFilters(ask), ask.filters.state !== undefined && IS_IN_STATE(`iif(p.break_since_ms is null, 'in', 'on_break')`))}
    order by c.name`;
