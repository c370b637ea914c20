import type { Word } from '../../../shared/i18n.ts';
import type { enNotices } from '../en/notices.ts';

export const plNotices: Readonly<Record<keyof typeof enNotices, Word>> = {
  'notices.label': 'Osoby w drodze',
  'notices.title': '{name}: zameldowanie z telefonu',
  'notices.next': 'Przepustki jeszcze tu nie zeskanowano. Zeskanuj ją przed wejściem.',
  'notices.order': 'Zlecenie {number}',
  'notices.wait': 'Czekaj na przepustkę',
  'notices.open': 'Otwórz kartę',
  'notices.dismiss': 'Odłóż',
  'notices.dismissFor': 'Odłóż powiadomienie: {name}',
  'notices.stranger': 'Osoba spoza listy tej bramy',
  'notices.more': {
    one: 'I jeszcze {count}',
    few: 'I jeszcze {count}',
    many: 'I jeszcze {count}',
    other: 'I jeszcze {count}',
  },
};
