import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { dateAt, dayOf } from '../../../core/time-on-site/day.ts';

/** Zones a quarter and half an hour off, across the date line, and with a summer time of half an hour. */
const zone = fc.constantFrom(
  'Europe/Warsaw',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'Australia/Lord_Howe',
  'America/St_Johns',
);
const moment = fc.integer({ min: Date.UTC(1960, 0), max: Date.UTC(2040, 0) });

test('a moment has the date that the calendar gives it, however often its quarter of an hour was asked before', () => {
  fc.assert(
    fc.property(zone, moment, fc.integer({ min: -900_000, max: 900_000 }), (timeZone, ms, apartMs) => {
      for (const each of [ms, ms + apartMs, ms]) {
        const date = Temporal.Instant.fromEpochMilliseconds(each).toZonedDateTimeISO(timeZone).toPlainDate().toString();
        expect(dateAt(each, timeZone)).toBe(date);
      }
    }),
    { numRuns: 500 },
  );
});

test('a moment is within the day of its date', () => {
  fc.assert(
    fc.property(zone, moment, (timeZone, ms) => {
      const { fromMs, toMs } = dayOf(dateAt(ms, timeZone), timeZone);
      expect(fromMs <= ms && ms < toMs).toBe(true);
    }),
    { numRuns: 300 },
  );
});
