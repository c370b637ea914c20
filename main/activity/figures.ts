import type { DashboardView } from '../../preload/activity-views.ts';
import type { Ground } from '../ground.ts';
import { IS_ACT } from './act-keys.ts';

const HOUR_MS = 3_600_000;
const MOST_REASONS = 12;

type Figures = Pick<DashboardView, 'arrivals' | 'refusals'>;
interface Asked {
  readonly startMs: number;
  readonly endMs: number;
  readonly hereId: string;
  /** JSON, a list of ids. */
  readonly places: string;
}
interface HourRow {
  readonly hour: number;
  readonly count: number;
}
type Refusal = Figures['refusals'][number];

const HOUR_OF = (atMs: string): string => `cast((${atMs} - @startMs) / ${HOUR_MS} as integer)`;
const IN_DAY = (atMs: string): string => `${atMs} >= @startMs and ${atMs} < @endMs`;
const IN_PLACES = 'in (select value from json_each(@places))';
const BODY = (field: string): string => `iif(json_valid(body), body ->> '$.data.${field}', null)`;
const TOLD = `from cache.entity h indexed by entity_by_start where h.entity = 'activity' and ${IN_DAY('h.starts_ms')}
  and h.data ->> '$.locationId' ${IN_PLACES} and h.data ->> '$.type'`;
/** Until central has told the same. */
const HEARD = `from heard_act a where ${IN_DAY('a.at_ms')} and @hereId ${IN_PLACES}
  and not exists (select 1 from cache.entity t where t.entity = 'activity' and t.id = a.id) and a.type`;

/**
 * B1: what a day has come to at some places: who came in, hour by hour, and why people were turned away, commonest first. From this gate's
 * own journal, from what central told of other gates and places, and from what the place's other gates told themselves.
 */
export function todaysFigures({
  db,
  cache,
  identity,
  presence,
}: Pick<Ground, 'db' | 'cache' | 'identity' | 'presence'>) {
  const ownHours = db.prepare<[Asked], HourRow>(
    `select ${HOUR_OF('at_ms')} as hour, count(*) as count from event e indexed by event_act
     where ${IS_ACT} and +type = 'presence.checked_in' and ${IN_DAY('at_ms')}
       and coalesce(${BODY('atLocationId')}, @hereId) ${IN_PLACES} group by 1`,
  );
  const ownReasons = db.prepare<[Asked], Refusal>(
    `select ${BODY('code')} as code, count(*) as count from event indexed by event_refused_code
     where type = 'access.refused' and ${IN_DAY('at_ms')} and @hereId ${IN_PLACES} group by 1`,
  );
  const toldHours = db.prepare<[Asked], HourRow>(
    `select hour, sum(count) as count from (
       select ${HOUR_OF('h.starts_ms')} as hour, count(*) as count ${TOLD} = 'presence.checked_in' group by 1
       union all select ${HOUR_OF('a.at_ms')}, count(*) ${HEARD} = 'presence.checked_in' group by 1) group by 1`,
  );
  const toldReasons = db.prepare<[Asked], Refusal>(
    `select code, sum(count) as count from (
       select h.data ->> '$.code' as code, count(*) as count ${TOLD} = 'access.refused' group by 1
       union all select a.code, count(*) ${HEARD} = 'access.refused' group by 1) where code is not null group by 1`,
  );
  /** What others told changes seldom, and takes longer to count than what is one's own. */
  let told:
    { readonly at: string; readonly hours: readonly HourRow[]; readonly reasons: readonly Refusal[] } | undefined;
  const toldOf = (asked: Asked) => {
    const at = JSON.stringify([asked, cache.revision(), presence.heardRevision()]);
    if (told?.at !== at) told = { at, hours: toldHours.all(asked), reasons: toldReasons.all(asked) };
    return told;
  };

  return (startMs: number, endMs: number, places: readonly string[]): Figures => {
    const asked = { startMs, endMs, hereId: identity.locationId, places: JSON.stringify(places) };
    const others = toldOf(asked);
    const byHour = summed([...ownHours.all(asked), ...others.hours].map(({ hour, count }) => [hour, count]));
    const byCode = summed([...ownReasons.all(asked), ...others.reasons].map(({ code, count }) => [code, count]));
    return {
      arrivals: Array.from({ length: Math.round((endMs - startMs) / HOUR_MS) }, (_, hour) => ({
        atMs: startMs + hour * HOUR_MS,
        count: byHour.get(hour) ?? 0,
      })),
      refusals: [...byCode]
        .map(([code, count]) => ({ code, count }))
        .toSorted((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1))
        .slice(0, MOST_REASONS),
    };
  };
}

function summed<K>(counts: readonly (readonly [K, number])[]): Map<K, number> {
  const sums = new Map<K, number>();
  for (const [key, count] of counts) sums.set(key, (sums.get(key) ?? 0) + count);
  return sums;
}
