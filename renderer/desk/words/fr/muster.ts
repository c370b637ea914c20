import type { Word } from '../../../shared/i18n.ts';
import type { enMuster } from '../en/muster.ts';

export const frMuster: Readonly<Record<keyof typeof enMuster, Word>> = {
  'feed.types.muster.started.drill': 'Appel commencé : exercice',
  'feed.types.muster.started.live': 'Appel commencé : urgence',
  'feed.types.muster.ended': 'Appel terminé',
};
