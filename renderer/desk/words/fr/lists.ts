import type { Word } from '../../../shared/i18n.ts';
import type { enLists } from '../en/lists.ts';

export const frLists: Readonly<Record<keyof typeof enLists, Word>> = {
  'pages.activity': 'Activité',
  'pages.reports': 'Rapports',
  'tabs.people': 'Personnes',
  'tabs.insideNow': 'Sur site maintenant',
};
