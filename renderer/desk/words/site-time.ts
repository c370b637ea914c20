import { formatDate, formatDuration, formatMoment, formatTime } from '../../shared/format.ts';
import type { DeskLanguage, Say } from './words.ts';

/** Times as the site's own clock shows them, whatever zone this computer is set to. */
export interface SiteTime {
  /** 06:12 */
  readonly time: (ms: number) => string;
  /** Tue 24 Nov */
  readonly day: (ms: number) => string;
  /** 24 Nov 2027: for what ends in years. */
  readonly date: (ms: number) => string;
  /** 2027-11-24: for the name of a file, which sorts by it. */
  readonly fileDay: (ms: number) => string;
  /** 06:12 today, otherwise with its date. */
  readonly moment: (ms: number, nowMs: number) => string;
  /** 8 h 12 min; less than a minute in words. */
  readonly duration: (ms: number) => string;
}

export function makeSiteTime(language: DeskLanguage, timeZone: string, say: Say): SiteTime {
  // English here is the site's: day before month, as on its papers.
  const locale = language === 'en' ? 'en-GB' : language;
  const date = new Intl.DateTimeFormat(`${locale}-u-nu-latn`, {
    timeZone,
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  });
  const fileDay = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' });
  return {
    time: (ms) => formatTime(ms, timeZone),
    day: (ms) => formatDate(ms, timeZone, locale),
    date: (ms) => date.format(ms),
    fileDay: (ms) => fileDay.format(ms),
    moment: (ms, nowMs) => formatMoment(ms, nowMs, timeZone, locale),
    duration: (ms) => (ms < 60_000 ? say('time.now') : formatDuration(ms, language)),
  };
}
