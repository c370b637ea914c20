import type { Word } from '../../../shared/i18n.ts';
import type { enPaperList } from '../en/paper-list.ts';

export const frPaperList: Readonly<Record<keyof typeof enPaperList, Word>> = {
  'paperList.title': 'Liste sur papier',
  'paperList.hint':
    'Qui est à l’intérieur, sur papier à intervalles réguliers : si cet ordinateur s’éteint, la liste reste.',
  'paperList.often': 'À quelle fréquence',
  'paperList.location': 'Comme le veut le site : {often}',
  'paperList.every': { one: 'chaque minute', many: 'toutes les {count} minutes', other: 'toutes les {count} minutes' },
  'paperList.never': 'jamais',
  'paperList.to': 'Où',
  'paperList.tos.printer': 'Imprimante',
  'paperList.tos.folder': 'Fichiers dans un dossier',
  'paperList.folder': 'Les fichiers, aussi sans imprimante, sont dans',
  'paperList.now': 'Imprimer maintenant',
  'paperList.noneYet': 'Aucune depuis le démarrage du programme.',
  'paperList.last.printed': 'Imprimée : {time}',
  'paperList.last.saved': 'Enregistrée comme fichier : {time}',
  'paperList.last.fault': 'Elle n’a pas pu être faite : {time}. Regardez l’imprimante et imprimez encore une fois.',
};
