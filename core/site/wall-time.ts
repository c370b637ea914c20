import { Temporal } from 'temporal-polyfill';

/** The moment at which the clocks of a place show this, Unix milliseconds. In the hour that clocks skip: later by that hour. */
export const momentOfWall = (wall: string, timeZone: string): number =>
  Temporal.PlainDateTime.from(wall).toZonedDateTime(timeZone).epochMilliseconds;

/** What the clocks of a place show: 2026-03-10T06:00. */
export const wallAt = (ms: number, timeZone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(Math.floor(ms))
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' });
