import { fill } from '../../core/words/fill.ts';
import { type Language, LANGUAGES, WORDS } from '../../core/words/words.ts';
import type { KioskOutcome, KioskView } from '../../preload/views.ts';
import { formatDuration, formatMoment } from '../shared/format.ts';

export interface OutcomeText {
  /** One of the languages that there are words in. */
  readonly language: string;
  readonly title: string;
  /** What to do, or how long the person was here; may be empty. */
  readonly next: string;
}

const spoken = (wanted: string | undefined): Language | undefined =>
  LANGUAGES.find((language) => language === wanted?.split('-')[0]);

/**
 * What an outcome says: first in the person's language, where it is known and there are words in it, then in the
 * site's, where that is another one, so that whoever stands by can help.
 */
export function outcomeText(
  outcome: KioskOutcome,
  site: Pick<KioskView, 'language' | 'timeZone'>,
  nowMs: number,
): readonly [OutcomeText, OutcomeText?] {
  const siteLanguage = spoken(site.language) ?? LANGUAGES[0];
  const own = spoken(outcome.language) ?? siteLanguage;
  const inLanguage = (language: Language): OutcomeText => textIn(language, outcome, site.timeZone, nowMs);
  return own === siteLanguage ? [inLanguage(own)] : [inLanguage(own), inLanguage(siteLanguage)];
}

function textIn(
  language: Language,
  { code, firstName, facts }: KioskOutcome,
  timeZone: string,
  nowMs: number,
): OutcomeText {
  const moment = (atMs: number | undefined): string | undefined =>
    atMs === undefined ? undefined : unbroken(formatMoment(atMs, nowMs, timeZone, language));
  const values = {
    firstName,
    clientName: facts.clientName,
    locationName: facts.locationName,
    workOrderNumber: facts.workOrderNumber,
    eventName: facts.eventName,
    reason: facts.reason,
    count: facts.count?.toString(),
    startsAt: moment(facts.startsAtMs),
    endsAt: moment(facts.endsAtMs),
    since: moment(facts.sinceMs),
    inside: facts.insideMs === undefined ? undefined : unbroken(formatDuration(facts.insideMs, language)),
  };
  // Notes and faults are for staff: a view never shows one here, and if one did, it would tell a worker nothing.
  const { title, next } = WORDS[language][code].worker ?? { title: '', next: '' };
  return { language, title: fill(title, values), next: fill(next, values) };
}

/** A time or a duration stays on one line of the large type. */
const unbroken = (text: string): string => text.replaceAll(' ', '\u00a0');
