import type { Word } from '../../../shared/i18n.ts';
import type { enMessages } from '../en/messages.ts';

export const plMessages: Readonly<Record<keyof typeof enMessages, Word>> = {
  'messages.everyone': {
    one: 'Wiadomość do {count} osoby',
    few: 'Wiadomość do wszystkich ({count})',
    many: 'Wiadomość do wszystkich ({count})',
    other: 'Wiadomość do wszystkich ({count})',
  },
  'messages.sentBefore': 'Wysłane wiadomości',
  'messages.title': {
    one: 'Wiadomość do {count} osoby z przyznanym dostępem',
    few: 'Wiadomość do {count} osób z przyznanym dostępem',
    many: 'Wiadomość do {count} osób z przyznanym dostępem',
    other: 'Wiadomość do {count} osób z przyznanym dostępem',
  },
  'messages.lead': 'Centrala wyśle ją e-mailem. Do osób bez adresu nie dotrze: zadzwoń do nich.',
  'messages.offline': 'Brama jest bez połączenia. Wiadomość czeka tutaj i wyjdzie, gdy wróci łączność.',
  'messages.text': 'Wiadomość',
  'messages.textNeeded': 'Napisz, co mają wiedzieć osoby na terenie.',
  'messages.send': 'Wyślij do wszystkich',
  'messages.notSent': 'Wiadomości nie zapisano. Spróbuj jeszcze raz.',
  'messages.nobody': 'Nikt nie ma już przyznanego dostępu. Zamknij to i sprawdź listę.',
  'messages.empty': 'Nie wysłano jeszcze wiadomości',
  'messages.emptyNext': 'Tu zobaczysz wiadomości do osób z przyznanym dostępem i to, dokąd dotarły.',
  'messages.at': '{time}, {name}',
  'messages.recipients': 'Do kogo',
  'messages.somebody': 'Osoba spoza listy tej bramy',
  'messages.state.waiting': 'Czeka w tej bramie',
  'messages.state.queued': 'Centrala wysyła',
  'messages.state.sent': 'Wysłano',
  'messages.state.delivered': 'Dotarło',
  'messages.state.not_delivered': 'Nie dotarło: zadzwoń',
  'messages.state.no_address': 'Brak e-maila: zadzwoń',
};
