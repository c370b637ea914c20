/** Events, documents and contacts: what central would not do for whoever asked (PRODUCT C5, E2 to E5). */
import { contactFault } from '../../core/wish/contact-faults.ts';
import {
  changedBookingFault,
  documentFault,
  newBookingFault,
  type AboutBooking,
  type WishFault,
  type Wisher,
} from '../../core/wish/faults.ts';
import type { EventData, EventEnvelope, EventType, GateEvent } from '../../core/event/event.ts';
import type { EntityName, User } from '../../core/site/entities.ts';
import type { Booking, DocumentRecord } from '../../core/site/portal.ts';
import type { Rows } from '../store/store.ts';
import { correctedMs } from './corrected-time.ts';
import type { Doubt } from './intake.ts';
import { recordOf } from './record-of.ts';

type Taken<T extends EventType> = Extract<GateEvent, { type: T }>;

/** For whoever reads central's quarantine; gates have words of their own for each code. */
const DETAILS: Readonly<Record<WishFault, string>> = {
  section_off: 'the client has this part of the portal switched off',
  not_your_client: 'a contact asks for its own client alone',
  client_not_here: 'the client has no part in the location',
  record_gone: 'there is no such record',
  ends_before_start: 'it would end before it begins',
  event_over: 'the event is over or was called off',
  changed_meanwhile: 'it was changed since: look at it again',
  not_unconfirmed: 'a new event starts as to be confirmed',
  email_taken: 'another account has this e-mail address',
  not_a_contact: 'the account is not a contact of a client',
  not_your_location: 'the account has no part in all of these locations',
};
const doubt = (code: WishFault | undefined): Doubt | undefined => code && { code, detail: DETAILS[code] };

export async function bookingRefusal(
  rows: Rows,
  event: Taken<'booking.created'> | Taken<'booking.changed'>,
): Promise<Doubt | undefined> {
  const { booking } = event.data;
  const about: AboutBooking = {
    before: await recordOf(rows, 'booking', booking.id),
    client: await recordOf(rows, 'client', booking.clientId),
    location: await recordOf(rows, 'location', booking.locationId),
    by: await wisherOf(rows, event),
    atMs: correctedMs(event),
  };
  if (event.type === 'booking.created') return doubt(newBookingFault(booking, about));
  return event.data.bookingId === booking.id ? doubt(changedBookingFault(booking, about)) : doubt('record_gone');
}

export async function documentRefusal(rows: Rows, event: Taken<'document.added'>): Promise<Doubt | undefined> {
  const { document } = event.data;
  const subject = await subjectOf(rows, document);
  const clientId = document.subject.kind === 'booking' ? (subject as Booking | undefined)?.clientId : undefined;
  const client = clientId === undefined ? undefined : await recordOf(rows, 'client', clientId);
  return doubt(
    documentFault(document, { isSubjectKnown: subject !== undefined, client, by: await wisherOf(rows, event) }),
  );
}

export async function contactRefusal(rows: Rows, event: Taken<'contact.changed'>): Promise<Doubt | undefined> {
  const { data } = event;
  return doubt(
    contactFault(data, {
      before: await recordOf(rows, 'user', data.userId),
      sameEmail: await sameEmail(rows, data),
      client: data.clientId === undefined ? undefined : await recordOf(rows, 'client', data.clientId),
      locations: await Promise.all((data.locationIds ?? []).map((id) => recordOf(rows, 'location', id))),
      by: await wisherOf(rows, event),
      byUserId: event.actor.userId,
    }),
  );
}

const ENTITY_OF_SUBJECT = {
  booking: 'booking',
  worker: 'worker',
  work_order: 'workOrder',
  location: 'location',
} as const;
const subjectOf = (rows: Rows, { subject }: DocumentRecord) =>
  recordOf<EntityName>(rows, ENTITY_OF_SUBJECT[subject.kind], subject.id);

async function wisherOf(rows: Rows, { actor }: Pick<EventEnvelope, 'actor'>): Promise<Wisher> {
  return actor.userId === undefined ? undefined : recordOf(rows, 'user', actor.userId);
}

/** Whoever is out of use counts too: they may come back. */
async function sameEmail(rows: Rows, { userId, email }: EventData<'contact.changed'>): Promise<User[]> {
  if (email === undefined) return [];
  const wanted = email.trim().toLowerCase();
  const users = (await rows.records.all('user')).map(({ data }) => data as unknown as User);
  return users.filter((user) => user.id !== userId && user.email?.toLowerCase() === wanted);
}
