import type { ActFilters } from '../../preload/activity-views.ts';
import { wordsOf } from '../cache/words.ts';
import { hasWords, wordParams } from '../lists/search.ts';
import type { Sqlite } from '../sqlite.ts';

/** One act before it is filled in: by its number in the own journal, or by its id as central told it. */
export interface ActKey {
  readonly seq: number | null;
  readonly id: string | null;
  readonly atMs: number;
}

/** What people do; devices and doors have the live feed. */
export const ACT_TYPES = [
  'presence.checked_in',
  'presence.checked_out',
  'access.refused',
  'presence.break_started',
  'presence.break_ended',
  'override.given',
  'act.undone',
] as const;
const TYPES_OF = {
  checked_in: ['presence.checked_in'],
  checked_out: ['presence.checked_out'],
  refused: ['access.refused'],
};

/** Acts looked through at once, newest first: more would keep a badge waiting. Older ones are found by choosing a time. */
export const MOST_WALKED = 20_000;

export interface ActKeys {
  readonly keys: readonly ActKey[];
  readonly cut: boolean;
}

export function createActKeys(db: Sqlite) {
  const newestSeq = db.prepare<[], number>('select coalesce(max(seq), 0) from event').pluck();
  const atOf = db.prepare<[number], number>('select at_ms from event where seq >= ? order by seq limit 1').pluck();
  /** The number of the first act from a time on. Numbers rise with time, but for a clock that was set back. */
  const firstSeqFrom = (fromMs: number): number => {
    let [low, high] = [1, (newestSeq.get() ?? 0) + 1];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if ((atOf.get(middle) ?? Infinity) < fromMs) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const list = (values: readonly string[]): string => JSON.stringify(values);

  return (filters: ActFilters, scope: readonly string[], hereId: string): ActKeys => {
    const { query, status, mode, contractorId, locationId, fromMs } = filters;
    const words = wordsOf(query).map((word) => ` ${word}`);
    const people = [
      ...(words.length > 0 ? [hasWords(words, ['c.words'])] : []),
      ...(contractorId === undefined ? [] : ['c.contractor_id = @contractorId']),
    ];
    const joined = (id: string): string =>
      people.length > 0 ? `join cache.person c on c.worker_id = ${id} and ${people.join(' and ')}` : '';
    const places = locationId === undefined ? scope : scope.filter((id) => id === locationId);
    const untilSeq = newestSeq.get() ?? 0;
    const fromSeq = Math.max(fromMs === undefined ? 1 : firstSeqFrom(fromMs), untilSeq - MOST_WALKED + 1);
    const params = {
      types: list(status === undefined ? ACT_TYPES : TYPES_OF[status]),
      places: list(places),
      hereId,
      mode,
      contractorId,
      fromMs: fromMs ?? 0,
      fromSeq,
      ...wordParams(words),
    };
    const own = `select e.seq, null as id, e.at_ms as atMs from event e ${joined('e.worker_id')}
      where e.seq >= @fromSeq and +e.type in (select value from json_each(@types)) and e.at_ms >= @fromMs
      ${mode === undefined ? '' : `and e.body ->> '$.data.mode' = @mode`}
      and coalesce(${places.length === scope.length ? 'null' : `e.body ->> '$.data.atLocationId'`}, @hereId) in (select value from json_each(@places))`;
    const heard = `select null as seq, h.id, cast(round(unixepoch(h.data ->> '$.occurredAt', 'subsec') * 1000) as integer) as atMs from cache.entity h
      ${joined('h.worker_id')} where h.entity = 'activity' and h.data ->> '$.type' in (select value from json_each(@types))
      and h.data ->> '$.locationId' in (select value from json_each(@places)) and atMs >= @fromMs
      ${mode === undefined ? '' : `and h.data ->> '$.mode' = @mode`}`;
    // What the place's other gates told themselves, as long as central has not told the same.
    const among = `select null as seq, h.id, h.at_ms as atMs from heard_act h
      ${joined('h.worker_id')} where h.type in (select value from json_each(@types)) and h.at_ms >= @fromMs
      ${mode === undefined ? '' : 'and h.mode = @mode'} and @hereId in (select value from json_each(@places))
      and not exists (select 1 from cache.entity t where t.entity = 'activity' and t.id = h.id)`;
    const keys = db
      .prepare<[Record<string, unknown>], ActKey>(
        `${own} union all ${heard} union all ${among} order by atMs desc, seq desc, id desc`,
      )
      .all(params);
    return { keys, cut: fromSeq > (fromMs === undefined ? 1 : firstSeqFrom(fromMs)) };
  };
}
