import type { KeptView } from '../../../preload/keeping-views.ts';

type Days = { readonly journalDays?: number | undefined; readonly wordsDays?: number | undefined };
const DAY_MS = 86_400_000;

/** What the demo's gate keeps after a year. */
export function keptAnswers(nowMs: number) {
  let view: KeptView = {
    acts: 48_211,
    oldestAtMs: nowMs - 89 * DAY_MS,
    left: { firstAtMs: nowMs - 275 * DAY_MS, count: 141_902, lastAtMs: nowMs - DAY_MS },
    people: 1204,
    files: 1187,
    bytes: 318_000_000,
    journalDays: 90,
    wordsDays: 30,
    nextAtMs: nowMs + 3 * 3_600_000,
    last: 'left',
  };
  return {
    getKept: () => view,
    cleanUp: () => (view = { ...view, last: 'nothing' }),
    setKept({ journalDays = view.journalDays, wordsDays = view.wordsDays }: Days) {
      view = { ...view, journalDays, wordsDays };
      return view;
    },
  };
}
