import { Temporal } from 'temporal-polyfill';
import type { Stay } from './stays.ts';

/** A day of a place: 23, 24 or 25 hours long. The end is the next day's start. */
export interface Day {
  readonly fromMs: number;
  readonly toMs: number;
}

/** `date` as YYYY-MM-DD. Throws on a date or zone that there is not. */
export function dayOf(date: string, timeZone: string): Day {
  const day = Temporal.PlainDate.from(date);
  const start = (of: Temporal.PlainDate): number => of.toZonedDateTime(timeZone).epochMilliseconds;
  return { fromMs: start(day), toMs: start(day.add({ days: 1 })) };
}

/** The place's date at a moment, YYYY-MM-DD. */
export const dateAt = (ms: number, timeZone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(Math.floor(ms)).toZonedDateTimeISO(timeZone).toPlainDate().toString();

/** The stays that began on this day, whole: a night's work belongs to the day on which it began. */
export const staysBegunOn = (stays: readonly Stay[], { fromMs, toMs }: Day): Stay[] =>
  stays.filter((stay) => stay.fromMs >= fromMs && stay.fromMs < toMs);
