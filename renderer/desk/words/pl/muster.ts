import type { Word } from '../../../shared/i18n.ts';
import type { enMuster } from '../en/muster.ts';

export const plMuster: Readonly<Record<keyof typeof enMuster, Word>> = {
  'feed.types.muster.started.drill': 'Sprawdzanie obecności: ćwiczenia',
  'feed.types.muster.started.live': 'Sprawdzanie obecności: alarm',
  'feed.types.muster.ended': 'Sprawdzanie obecności zakończone',
};
