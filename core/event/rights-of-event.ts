import type { Right } from '../site/rights.ts';
import type { EventData, GateEvent } from './event.ts';

const OVERRIDE: Readonly<Record<EventData<'override.given'>['purpose'], readonly Right[]>> = {
  open_once: ['door.open'],
  test: ['devices.setup'],
  self_check: ['gate.work'],
  exit_request: [],
  admit_person: ['override.give'],
};

/** The rights of which a user who is named as an event's actor needs one; none: the event asks for none. */
export function rightsOfEvent(event: GateEvent): readonly Right[] {
  switch (event.type) {
    case 'override.given':
      return OVERRIDE[event.data.purpose];
    case 'door.mode_changed':
      return ['door.mode'];
    case 'person.exported':
      return ['settings.edit'];
    case 'device.setup_changed':
      return ['devices.setup'];
    case 'presence.checked_out':
      return event.data.mode === 'manual' || event.data.mode === 'bulk' ? ['checkout.manual'] : [];
    case 'presence.checked_in':
      return event.data.mode === 'manual' || event.data.mode === 'bulk' ? ['gate.work', 'checkout.manual'] : [];
    case 'presence.break_started':
    case 'presence.break_ended':
    case 'act.undone':
      return ['gate.work', 'checkout.manual'];
    case 'access.granted':
    case 'device.self_check':
    case 'tray.cleared':
    case 'message.sent':
      return ['gate.work'];
    case 'muster.started':
    case 'muster.marked':
    case 'muster.ended':
      return ['muster.run'];
    case 'connection.added':
    case 'connection.deleted':
      return ['connections.edit'];
    case 'order.submitted':
      return ['orders.submit'];
    case 'booking.created':
    case 'booking.changed':
      return ['bookings.edit'];
    case 'document.added':
      return ['documents.add'];
    case 'timesheet.approved':
    case 'timesheet.disputed':
      return ['timesheets.decide'];
    case 'contact.changed':
      // E4: everybody keeps their own details.
      return event.data.what === 'details' && event.data.userId === event.actor.userId ? [] : ['contacts.edit'];
    default:
      return [];
  }
}
