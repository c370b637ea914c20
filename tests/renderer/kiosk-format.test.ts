import { expect, test } from 'vitest';
import { formatDuration, formatMoment, formatTime } from '../../renderer/shared/format.ts';
import { directionOf, ownName } from '../../renderer/shared/i18n.ts';

const MINUTE_MS = 60_000;

test.each([
  [0, 'en', '0 min'],
  [59_999, 'en', '0 min'],
  [-5_000, 'en', '0 min'],
  [4 * MINUTE_MS, 'en', '4 min'],
  [60 * MINUTE_MS, 'en', '1 h'],
  [492 * MINUTE_MS, 'en', '8 h 12 min'],
  [1440 * MINUTE_MS, 'en', '1 d'],
  [(2 * 1440 + 3 * 60 + 5) * MINUTE_MS, 'en', '2 d 3 h'],
  [492 * MINUTE_MS, 'ar', '8 س 12 د'],
  [492 * MINUTE_MS, 'ar-EG', '8 س 12 د'],
  [492 * MINUTE_MS, 'sv', '8 h 12 min'],
])('%i ms in %s is %s', (durationMs, language, expected) => {
  expect(formatDuration(durationMs, language)).toBe(expected);
});

const AT_MS = Date.UTC(2026, 10, 24, 4, 12);

test("a time is the site's, on a 24-hour clock", () => {
  expect(formatTime(AT_MS, 'Australia/Sydney')).toBe('15:12');
  expect(formatTime(Date.UTC(2026, 10, 24, 0, 5), 'UTC')).toBe('00:05');
});

test("a moment of the site's today is its time alone, another day's has its date", () => {
  const laterSameDayMs = AT_MS + 3 * 60 * MINUTE_MS;
  expect(formatMoment(laterSameDayMs, AT_MS, 'UTC', 'en')).toBe('07:12');
  expect(formatMoment(Date.UTC(2026, 10, 25, 4, 12), AT_MS, 'UTC', 'en')).toBe('Wed 25 Nov, 04:12');
});

test('Arabic texts carry Latin digits', () => {
  expect(formatMoment(Date.UTC(2026, 10, 25, 4, 12), AT_MS, 'UTC', 'ar')).toMatch(/25.*04:12$/u);
});

test('a language knows its direction and its own name', () => {
  expect([directionOf('ar-SA'), directionOf('en-AU')]).toEqual(['rtl', 'ltr']);
  expect([ownName('ar'), ownName('en-AU'), ownName('fr')]).toEqual(['العربية', 'English', 'Français']);
});
