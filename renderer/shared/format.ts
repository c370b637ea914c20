/** Times and durations as both windows write them. Digits are Latin in every language: they match badge, clock and paper. */

/** English without a country is a gate's: day before month, as on the papers of most of the world. */
const localeOf = (language: string): string => `${language === 'en' ? 'en-GB' : language}-u-nu-latn`;

const formats = new Map<string, Intl.DateTimeFormat>();
function format(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = language + JSON.stringify(options);
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(localeOf(language), options);
  formats.set(key, made);
  return made;
}

/** `06:12` on the site's clock. */
export const formatTime = (atMs: number, timeZone: string): string =>
  format('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(atMs);

/** `Tue 24 Nov`, by the language's own order of words. */
export const formatDate = (atMs: number, timeZone: string, language: string): string =>
  format(language, { timeZone, weekday: 'short', day: 'numeric', month: 'short' }).format(atMs);

/** The time alone for a moment of the site's today, otherwise with its date: `Tue 24 Nov, 16:00`. */
export function formatMoment(atMs: number, nowMs: number, timeZone: string, language: string): string {
  const time = formatTime(atMs, timeZone);
  const day = (ms: number): string => format('en-GB', { timeZone, dateStyle: 'short' }).format(ms);
  if (day(atMs) === day(nowMs)) return time;
  const separator = language.startsWith('ar') ? '، ' : ', ';
  return formatDate(atMs, timeZone, language) + separator + time;
}

const UNITS: Readonly<Record<string, { readonly day: string; readonly hour: string; readonly minute: string }>> = {
  en: { day: 'd', hour: 'h', minute: 'min' },
  es: { day: 'd', hour: 'h', minute: 'min' },
  fr: { day: 'j', hour: 'h', minute: 'min' },
  pl: { day: 'd', hour: 'h', minute: 'min' },
  ar: { day: 'ي', hour: 'س', minute: 'د' },
};

/** `8 h 12 min`, `4 min`, `2 d 3 h`: two units at most, whole minutes, rounded down. */
export function formatDuration(durationMs: number, language: string): string {
  const unit = UNITS[language.split('-')[0] ?? 'en'] ?? UNITS['en']!;
  const minutes = Math.max(0, Math.floor(durationMs / 60_000));
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24, minutes % 60];
  if (days > 0) return hours > 0 ? `${days} ${unit.day} ${hours} ${unit.hour}` : `${days} ${unit.day}`;
  if (hours > 0) return rest > 0 ? `${hours} ${unit.hour} ${rest} ${unit.minute}` : `${hours} ${unit.hour}`;
  return `${rest} ${unit.minute}`;
}

/** `48 h 5 min`: of hours that are paid nobody makes days. */
export function formatHours(minutes: number, language: string): string {
  const unit = UNITS[language.split('-')[0] ?? 'en'] ?? UNITS['en']!;
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return `${rest} ${unit.minute}`;
  return rest > 0 ? `${hours} ${unit.hour} ${rest} ${unit.minute}` : `${hours} ${unit.hour}`;
}
