import { momentAt, wallAt } from '../../../core/site/day.ts';
import type { ActFilters } from '../../../preload/activity-views.ts';
import type { Say } from '../words/words.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const MINUTE_MS = 60_000;
const LENGTH_MS = { hour: HOUR_MS, day: DAY_MS, week: 7 * DAY_MS } as const;
export const TIMES = ['hour', 'day', 'week', 'own'] as const;
export type Time = (typeof TIMES)[number];

/** Clock times of the place, `2026-03-10T06:00`. */
export interface Span {
  readonly from: string;
  readonly until: string;
}
/** B4: which time is looked at; undefined: all of it. */
export interface ActTime {
  readonly time: Time | undefined;
  readonly span: Span;
}

/** What somebody who names a time themselves begins with: today until now. */
export function todayUntil(nowMs: number, timeZone: string): Span {
  const until = wallAt(nowMs, timeZone);
  return { from: `${until.slice(0, 10)}T00:00`, until };
}

export const isInOrder = ({ from, until }: Span): boolean => from <= until;

/** As main is asked; the last minute belongs to it. A time that ends before it begins narrows nothing. */
export function momentsOf(
  { time, span }: ActTime,
  nowMs: number,
  timeZone: string,
): Pick<ActFilters, 'fromMs' | 'untilMs'> {
  if (time === undefined || (time === 'own' && !isInOrder(span))) return { fromMs: undefined, untilMs: undefined };
  if (time !== 'own') return { fromMs: nowMs - LENGTH_MS[time], untilMs: undefined };
  return { fromMs: momentAt(span.from, timeZone), untilMs: momentAt(span.until, timeZone) + MINUTE_MS };
}

export function timeInWords({ time, span }: ActTime, say: Say): string | undefined {
  if (time === undefined) return undefined;
  if (time !== 'own') return say(`activity.times.${time}`);
  return `${span.from.replace('T', ' ')} – ${span.until.replace('T', ' ')}`;
}
