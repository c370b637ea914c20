import type { Word } from '../../../shared/i18n.ts';
import type { enLists } from '../en/lists.ts';

export const esLists: Readonly<Record<keyof typeof enLists, Word>> = {
  'pages.activity': 'Actividad',
  'pages.reports': 'Informes',
  'tabs.people': 'Personas',
  'tabs.insideNow': 'Dentro ahora',
};
