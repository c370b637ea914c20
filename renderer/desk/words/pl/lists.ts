import type { Word } from '../../../shared/i18n.ts';
import type { enLists } from '../en/lists.ts';

export const plLists: Readonly<Record<keyof typeof enLists, Word>> = {
  'pages.activity': 'Zdarzenia',
  'pages.reports': 'Raporty',
  'tabs.people': 'Osoby',
  'tabs.insideNow': 'Teraz na terenie',

  'lists.working': 'Kto pracuje',
  'lists.workingSpan': 'Dzisiaj',
  'lists.columns.stateSince': 'Od',
  'working.states.scheduled': 'W planie',
  'working.states.in': 'Na terenie',
  'working.states.on_break': 'Na przerwie',
  'working.states.out': 'Po wyjściu',
  'working.states.late': 'Spóźnienie',
  'working.states.no_show': 'Nieobecność',
  'working.noPlan': 'Brak na dziś',
  'empty.working': 'Nikt tu dziś nie pracuje.',
  'empty.workingNext': 'Osoby pojawiają się, gdy mają tu dziś pracę lub wejdą.',
};
