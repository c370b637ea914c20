import type { Word } from '../../../shared/i18n.ts';
import type { enMessages } from '../en/messages.ts';

export const frMessages: Readonly<Record<keyof typeof enMessages, Word>> = {
  'messages.everyone': {
    one: 'Message à {count} personne',
    many: 'Message à tous ({count})',
    other: 'Message à tous ({count})',
  },
  'messages.sentBefore': 'Messages envoyés',
  'messages.title': {
    one: 'Message à {count} personne avec accès accordé',
    many: 'Message aux {count} personnes avec accès accordé',
    other: 'Message aux {count} personnes avec accès accordé',
  },
  'messages.lead': 'Le central l’envoie par e-mail. Qui n’a pas d’adresse ne le reçoit pas : appelez ces personnes.',
  'messages.offline': 'Le portail est hors ligne. Le message attend ici et partira au retour de la ligne.',
  'messages.text': 'Message',
  'messages.textNeeded': 'Écrivez ce que les personnes sur site doivent savoir.',
  'messages.send': 'Envoyer à tous',
  'messages.notSent': 'Le message n’a pas été noté. Essayez encore une fois.',
  'messages.nobody': 'Plus personne n’a d’accès accordé. Fermez et regardez la liste.',
  'messages.empty': 'Aucun message envoyé pour l’instant',
  'messages.emptyNext': 'Chaque message aux personnes avec accès accordé, et son suivi, se trouve ici.',
  'messages.at': '{time}, {name}',
  'messages.recipients': 'À qui il va',
  'messages.somebody': 'Une personne absente de la liste',
  'messages.state.waiting': 'Attend à ce portail',
  'messages.state.queued': 'Le central l’envoie',
  'messages.state.sent': 'Envoyé',
  'messages.state.delivered': 'Arrivé',
  'messages.state.not_delivered': 'Pas arrivé : appelez',
  'messages.state.no_address': 'Pas d’e-mail : appelez',
};
