import type { Word } from '../../../shared/i18n.ts';
import type { enPaperList } from '../en/paper-list.ts';

export const esPaperList: Readonly<Record<keyof typeof enPaperList, Word>> = {
  'paperList.title': 'Lista en papel',
  'paperList.hint': 'Quién está dentro, en papel cada cierto tiempo: si este ordenador se apaga, la lista sigue ahí.',
  'paperList.often': 'Cada cuánto',
  'paperList.location': 'Como quiere el lugar: {often}',
  'paperList.every': { one: 'cada minuto', many: 'cada {count} minutos', other: 'cada {count} minutos' },
  'paperList.never': 'nunca',
  'paperList.to': 'Adónde',
  'paperList.tos.printer': 'Impresora',
  'paperList.tos.folder': 'Archivos en una carpeta',
  'paperList.folder': 'Los archivos, también sin impresora, están en',
  'paperList.now': 'Imprimir ahora',
  'paperList.noneYet': 'Ninguna desde que se inició el programa.',
  'paperList.last.printed': 'Impresa: {time}',
  'paperList.last.saved': 'Guardada como archivo: {time}',
  'paperList.last.fault': 'No se pudo hacer: {time}. Mire la impresora e imprima otra vez.',
};
