import type { Word } from '../../../shared/i18n.ts';
import type { enLists } from '../en/lists.ts';

export const frLists: Readonly<Record<keyof typeof enLists, Word>> = {
  'pages.activity': 'Activité',
  'pages.reports': 'Rapports',
  'tabs.people': 'Personnes',
  'tabs.insideNow': 'Sur site maintenant',

  'lists.working': 'Qui travaille',
  'lists.workingSpan': 'Aujourd’hui',
  'lists.columns.stateSince': 'Depuis',
  'working.states.scheduled': 'Prévu',
  'working.states.in': 'Sur site',
  'working.states.on_break': 'En pause',
  'working.states.out': 'Sorti',
  'working.states.late': 'En retard',
  'working.states.no_show': 'Absent',
  'working.noPlan': 'Rien de prévu',
  'empty.working': 'Personne ne travaille ici aujourd’hui.',
  'empty.workingNext': 'Les personnes apparaissent dès qu’elles ont du travail ici aujourd’hui ou qu’elles entrent.',
};
