import type { Word } from '../../../shared/i18n.ts';
import type { enLists } from '../en/lists.ts';

export const plLists: Readonly<Record<keyof typeof enLists, Word>> = {
  'pages.activity': 'Zdarzenia',
  'pages.reports': 'Raporty',
  'tabs.people': 'Osoby',
  'tabs.insideNow': 'Teraz na terenie',
};
