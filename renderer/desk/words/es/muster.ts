import type { Word } from '../../../shared/i18n.ts';
import type { enMuster } from '../en/muster.ts';

export const esMuster: Readonly<Record<keyof typeof enMuster, Word>> = {
  'feed.types.muster.started.drill': 'Recuento iniciado: simulacro',
  'feed.types.muster.started.live': 'Recuento iniciado: emergencia',
  'feed.types.muster.ended': 'Recuento terminado',
};
