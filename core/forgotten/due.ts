import { Temporal } from 'temporal-polyfill';
import type { ForgottenCheckout } from '../site/policy.ts';

const HOUR_MS = 3_600_000;

/**
 * When somebody who came in at `sinceMs` and never checked out is checked out by the location's rule (G7); undefined: never. Unix
 * milliseconds. Clock times are the place's own, over midnight and daylight saving: a time that the change leaves out comes an hour
 * later, one that comes twice counts both times.
 */
export function forgottenAtMs(rule: ForgottenCheckout, sinceMs: number, timeZone: string): number | undefined {
  switch (rule.rule) {
    case 'never':
      return undefined;
    case 'after':
      return sinceMs + rule.hours * HOUR_MS;
    case 'at':
      return firstAt(rule.time, sinceMs + rule.minimumHours * HOUR_MS, timeZone);
  }
}

/** The earliest stay that can be due now, so that the others need not be looked at. */
export function longestKeptMs(rule: ForgottenCheckout): number {
  if (rule.rule === 'never') return Infinity;
  return (rule.rule === 'after' ? rule.hours : rule.minimumHours) * HOUR_MS;
}

/** The first such clock time of the place that is not before `fromMs`. */
function firstAt(time: string, fromMs: number, timeZone: string): number {
  const plainTime = Temporal.PlainTime.from(time);
  const from = Temporal.Instant.fromEpochMilliseconds(Math.round(fromMs)).toZonedDateTimeISO(zoneOf(timeZone));
  for (const days of [0, 1]) {
    const local = from.toPlainDate().add({ days }).toPlainDateTime(plainTime);
    for (const disambiguation of ['earlier', 'later'] as const) {
      const atMs = nearly(local, from.timeZoneId, disambiguation);
      if (atMs >= fromMs) return atMs;
    }
  }
  throw new Error('a day without this clock time');
}

/** A time that the clocks jump over is taken at the far side, whichever of two is asked for. */
function nearly(local: Temporal.PlainDateTime, timeZone: string, disambiguation: 'earlier' | 'later'): number {
  const zoned = local.toZonedDateTime(timeZone, { disambiguation });
  const skipped = !zoned.toPlainDateTime().equals(local);
  return (skipped ? local.toZonedDateTime(timeZone, { disambiguation: 'later' }) : zoned).epochMilliseconds;
}

/** A zone that this runtime does not know is no reason to keep nobody's hours. */
function zoneOf(timeZone: string): string {
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(timeZone).timeZoneId;
  } catch {
    return 'UTC';
  }
}
