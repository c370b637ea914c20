import type { Word } from '../../../shared/i18n.ts';
import type { enMessages } from '../en/messages.ts';

export const esMessages: Readonly<Record<keyof typeof enMessages, Word>> = {
  'messages.everyone': {
    one: 'Mensaje a {count} persona',
    many: 'Mensaje a todos ({count})',
    other: 'Mensaje a todos ({count})',
  },
  'messages.sentBefore': 'Mensajes enviados',
  'messages.title': {
    one: 'Mensaje a {count} persona con acceso concedido',
    many: 'Mensaje a las {count} personas con acceso concedido',
    other: 'Mensaje a las {count} personas con acceso concedido',
  },
  'messages.lead': 'La central lo envía por correo electrónico. A quien no tenga dirección no le llega: llámele.',
  'messages.offline': 'La portería está sin conexión. El mensaje espera aquí y sale cuando vuelva la línea.',
  'messages.text': 'Mensaje',
  'messages.textNeeded': 'Escriba lo que deben saber las personas en el sitio.',
  'messages.send': 'Enviar a todos',
  'messages.notSent': 'El mensaje no se anotó. Inténtelo otra vez.',
  'messages.nobody': 'Ya no queda nadie con acceso concedido. Cierre y mire la lista.',
  'messages.empty': 'Aún no se ha enviado ningún mensaje',
  'messages.emptyNext': 'Aquí verá cada mensaje a las personas con acceso concedido y hasta dónde llegó.',
  'messages.at': '{time}, {name}',
  'messages.recipients': 'A quién va',
  'messages.somebody': 'Una persona que no está en la lista',
  'messages.state.waiting': 'Espera en esta portería',
  'messages.state.queued': 'La central lo está enviando',
  'messages.state.sent': 'Enviado',
  'messages.state.delivered': 'Entregado',
  'messages.state.not_delivered': 'No llegó: llame',
  'messages.state.no_address': 'Sin correo: llame',
};
