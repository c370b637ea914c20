import type { DashboardView } from '../../preload/activity-views.ts';
import type { Sqlite } from '../sqlite.ts';
import { IS_ACT } from './act-keys.ts';

const HOUR_MS = 3_600_000;

type Figures = Pick<DashboardView, 'arrivals' | 'refusals'>;

/** B1: what a day at this gate has come to: who came in, hour by hour, and why people were turned away, commonest first. */
export function todaysFigures(db: Sqlite): (startMs: number, endMs: number) => Figures {
  const arrivals = db.prepare<[{ startMs: number; endMs: number }], { hour: number; count: number }>(
    `select cast((at_ms - @startMs) / ${HOUR_MS} as integer) as hour, count(*) as count
     from event e indexed by event_act where ${IS_ACT} and +type = 'presence.checked_in' and at_ms >= @startMs and at_ms < @endMs group by 1`,
  );
  const refusals = db.prepare<[{ startMs: number; endMs: number }], { code: string; count: number }>(
    `select iif(json_valid(body), body ->> '$.data.code', null) as code, count(*) as count from event indexed by event_refused_code
     where type = 'access.refused' and at_ms >= @startMs and at_ms < @endMs group by 1 order by 2 desc, 1 limit 12`,
  );
  return (startMs, endMs) => {
    const day = { startMs, endMs };
    const byHour = new Map(arrivals.all(day).map(({ hour, count }) => [hour, count]));
    const hours = Math.round((endMs - startMs) / HOUR_MS);
    return {
      arrivals: Array.from({ length: hours }, (_, hour) => ({
        atMs: startMs + hour * HOUR_MS,
        count: byHour.get(hour) ?? 0,
      })),
      refusals: refusals.all(day),
    };
  };
}
