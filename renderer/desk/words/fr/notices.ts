import type { Word } from '../../../shared/i18n.ts';
import type { enNotices } from '../en/notices.ts';

export const frNotices: Readonly<Record<keyof typeof enNotices, Word>> = {
  'notices.label': 'Personnes en route',
  'notices.title': '{name} s’est enregistré par téléphone',
  'notices.next': 'Son badge n’a pas encore été scanné ici. Scannez-le avant l’entrée.',
  'notices.order': 'Ordre {number}',
  'notices.wait': 'Attendre le badge',
  'notices.open': 'Ouvrir la fiche',
  'notices.dismiss': 'Écarter',
  'notices.dismissFor': 'Écarter l’avis sur {name}',
  'notices.stranger': 'Une personne absente de la liste',
  'notices.more': { one: 'Et {count} autre', many: 'Et {count} autres', other: 'Et {count} autres' },
};
