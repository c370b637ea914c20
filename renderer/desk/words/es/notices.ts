import type { Word } from '../../../shared/i18n.ts';
import type { enNotices } from '../en/notices.ts';

export const esNotices: Readonly<Record<keyof typeof enNotices, Word>> = {
  'notices.label': 'Personas en camino',
  'notices.title': '{name}: registro desde el teléfono',
  'notices.next': 'Su credencial aún no se ha leído aquí. Léala antes de que entre.',
  'notices.order': 'Orden {number}',
  'notices.wait': 'Esperar la credencial',
  'notices.open': 'Abrir ficha',
  'notices.dismiss': 'Quitar aviso',
  'notices.dismissFor': 'Quitar el aviso sobre {name}',
  'notices.stranger': 'Una persona que no está en la lista',
  'notices.more': { one: 'Y {count} más', many: 'Y {count} más', other: 'Y {count} más' },
};
