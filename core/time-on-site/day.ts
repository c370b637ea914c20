import { Temporal } from 'temporal-polyfill';
import type { Stay } from './stays.ts';

/** A day of a place: 23, 24 or 25 hours long. The end is the next day's start. */
export interface Day {
  readonly fromMs: number;
  readonly toMs: number;
}

/** `date` as YYYY-MM-DD. Throws on a date or zone that there is not. */
export const dayOf = (date: string, timeZone: string): Day => {
  const { days } = knownOf(timeZone);
  const known = days.get(date) ?? readDay(date, timeZone);
  days.set(date, known);
  return known;
};

function readDay(date: string, timeZone: string): Day {
  const day = Temporal.PlainDate.from(date);
  const start = (of: Temporal.PlainDate): number => of.toZonedDateTime(timeZone).epochMilliseconds;
  return { fromMs: start(day), toMs: start(day.add({ days: 1 })) };
}

/** The place's date at a moment, YYYY-MM-DD. */
export const dateAt = (ms: number, timeZone: string): string => {
  const quarter = Math.floor(ms / QUARTER_MS);
  const { dates } = knownOf(timeZone);
  const known = dates.get(quarter) ?? readDate(Math.floor(ms), timeZone);
  if (quarter > FIRST_QUARTER) dates.set(quarter, known);
  return known;
};

const readDate = (ms: number, timeZone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(timeZone).toPlainDate().toString();

/** Since 1973 no place's day begins within a quarter of an hour of UTC. */
const QUARTER_MS = 15 * 60_000;
const FIRST_QUARTER = Date.UTC(1973, 0) / QUARTER_MS;

interface Known {
  readonly dates: Map<number, string>;
  readonly days: Map<string, Day>;
}
/** Calendars are slow to ask, and a day of acts asks the same thousands of times: answers are remembered, they never change. */
const remembered = new Map<string, Known>();
const REMEMBERED_MOST = 20_000;

function knownOf(timeZone: string): Known {
  const known = remembered.get(timeZone);
  if (known && known.dates.size < REMEMBERED_MOST && known.days.size < REMEMBERED_MOST) return known;
  const fresh: Known = { dates: new Map(), days: new Map() };
  remembered.set(timeZone, fresh);
  return fresh;
}

/** The stays that began on this day, whole: a night's work belongs to the day on which it began. */
export const staysBegunOn = (stays: readonly Stay[], { fromMs, toMs }: Day): Stay[] =>
  stays.filter((stay) => stay.fromMs >= fromMs && stay.fromMs < toMs);
