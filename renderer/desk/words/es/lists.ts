import type { Word } from '../../../shared/i18n.ts';
import type { enLists } from '../en/lists.ts';

export const esLists: Readonly<Record<keyof typeof enLists, Word>> = {
  'pages.activity': 'Actividad',
  'pages.reports': 'Informes',
  'tabs.people': 'Personas',
  'tabs.insideNow': 'Dentro ahora',

  'lists.working': 'Quién trabaja',
  'lists.workingSpan': 'Hoy',
  'lists.columns.stateSince': 'Desde',
  'working.states.scheduled': 'Previsto',
  'working.states.in': 'Dentro',
  'working.states.on_break': 'En pausa',
  'working.states.out': 'Salió',
  'working.states.late': 'Con retraso',
  'working.states.no_show': 'No vino',
  'working.noPlan': 'Sin trabajo hoy',
  'empty.working': 'Hoy no trabaja nadie aquí.',
  'empty.workingNext': 'Las personas aparecen cuando tienen trabajo aquí hoy o entran.',
};
