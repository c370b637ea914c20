import type { Word } from '../../../shared/i18n.ts';
import type { enPaperList } from '../en/paper-list.ts';

export const plPaperList: Readonly<Record<keyof typeof enPaperList, Word>> = {
  'paperList.title': 'Lista na papierze',
  'paperList.hint': 'Kto jest w środku, co jakiś czas na papierze: gdy ten komputer zgaśnie, lista zostaje.',
  'paperList.often': 'Jak często',
  'paperList.location': 'Jak chce obiekt: {often}',
  'paperList.every': {
    one: 'co minutę',
    few: 'co {count} minuty',
    many: 'co {count} minut',
    other: 'co {count} minuty',
  },
  'paperList.never': 'nigdy',
  'paperList.to': 'Dokąd',
  'paperList.tos.printer': 'Drukarka',
  'paperList.tos.folder': 'Pliki w folderze',
  'paperList.folder': 'Pliki, także bez drukarki, są w',
  'paperList.now': 'Drukuj teraz',
  'paperList.noneYet': 'Jeszcze żadnej od uruchomienia programu.',
  'paperList.last.printed': 'Wydrukowano: {time}',
  'paperList.last.saved': 'Zapisano jako plik: {time}',
  'paperList.last.fault': 'Nie udało się jej zrobić: {time}. Sprawdź drukarkę i wydrukuj jeszcze raz.',
};
