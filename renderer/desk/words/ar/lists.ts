import type { Word } from '../../../shared/i18n.ts';
import type { enLists } from '../en/lists.ts';

export const arLists: Readonly<Record<keyof typeof enLists, Word>> = {
  'pages.activity': 'النشاط',
  'pages.reports': 'التقارير',
  'tabs.people': 'الأشخاص',
  'tabs.insideNow': 'في الداخل الآن',
};
