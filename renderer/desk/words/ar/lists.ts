import type { Word } from '../../../shared/i18n.ts';
import type { enLists } from '../en/lists.ts';

export const arLists: Readonly<Record<keyof typeof enLists, Word>> = {
  'pages.activity': 'النشاط',
  'pages.reports': 'التقارير',
  'tabs.people': 'الأشخاص',
  'tabs.insideNow': 'في الداخل الآن',

  'lists.working': 'من يعمل',
  'lists.workingSpan': 'اليوم',
  'lists.columns.stateSince': 'منذ',
  'working.states.scheduled': 'مجدول',
  'working.states.in': 'في الداخل',
  'working.states.on_break': 'في استراحة',
  'working.states.out': 'غادر',
  'working.states.late': 'متأخر',
  'working.states.no_show': 'لم يحضر',
  'working.noPlan': 'لا عمل اليوم',
  'empty.working': 'لا أحد يعمل هنا اليوم.',
  'empty.workingNext': 'يظهر الأشخاص عندما يكون لديهم عمل هنا اليوم أو عندما يدخلون.',
};
