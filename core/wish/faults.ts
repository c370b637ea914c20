/**
 * Why what somebody asks of central can't be. The gate looks before it writes the act down; central looks again, by these same
 * functions, at what it knows when the act arrives.
 */
import { isForClient } from '../order/order.ts';
import { isSame } from './same.ts';
import type { Client, Location, User } from '../site/entities.ts';
import { sectionsOf } from '../site/entities.ts';
import type { Booking, DocumentRecord } from '../site/portal.ts';

export const WISH_FAULTS = [
  /** The client has this part of its portal switched off. */
  'section_off',
  /** C1: a client's contact asks for its own client alone. */
  'not_your_client',
  /** The client has no part in the location. */
  'client_not_here',
  'record_gone',
  'ends_before_start',
  'event_over',
  /** Somebody else, the office mostly, changed it since. */
  'changed_meanwhile',
  /** E3: a new event starts as "to be confirmed". */
  'not_unconfirmed',
  /** E5: two accounts can't sign in with one address. */
  'email_taken',
  /** C5: only a client's contact is invited and removed here; staff are the office's. */
  'not_a_contact',
  /** C1 */
  'not_your_location',
] as const;
export type WishFault = (typeof WISH_FAULTS)[number];

/** Whose wish it is; undefined: nobody who is known by name. */
export type Wisher = Pick<User, 'role' | 'clientId' | 'locationIds'> | undefined;

export interface AboutBooking {
  readonly before: Booking | undefined;
  readonly client: Client | undefined;
  readonly location: Location | undefined;
  readonly by: Wisher;
  readonly atMs: number;
}

function placeFault(clientId: string, { client, location, by }: AboutBooking): WishFault | undefined {
  if (!client || !location) return 'record_gone';
  if (by && !isForClient(by, clientId)) return 'not_your_client';
  return location.clientIds.includes(clientId) ? undefined : 'client_not_here';
}

/** E3 */
export function newBookingFault(booking: Booking, about: AboutBooking): WishFault | undefined {
  const fault = placeFault(booking.clientId, about);
  if (fault) return fault;
  const sections = about.client && sectionsOf(about.client);
  if (!sections?.events || !sections.bookEvents) return 'section_off';
  if (booking.status !== 'to_be_confirmed') return 'not_unconfirmed';
  return timesFault(booking, about.atMs);
}

/** State and team leader are the office's: with others than central's, whoever wrote it had not seen what the office did. */
export function changedBookingFault(booking: Booking, about: AboutBooking): WishFault | undefined {
  const { before } = about;
  if (!before) return 'record_gone';
  const fault = placeFault(before.clientId, about);
  if (fault) return fault;
  if (about.client && !sectionsOf(about.client).events) return 'section_off';
  if (isOver(before, about.atMs)) return 'event_over';
  const stays = booking.status === before.status || booking.status === 'cancelled';
  const staysThere = booking.clientId === before.clientId && booking.locationId === before.locationId;
  if (!staysThere || !stays || !isSame(booking.teamLeader, before.teamLeader)) return 'changed_meanwhile';
  return booking.status === 'cancelled' ? undefined : timesFault(booking, about.atMs);
}

/** What is past, or was called off, is history: it is booked again, not changed. */
export const isOver = ({ status, endsAt }: Pick<Booking, 'status' | 'endsAt'>, atMs: number): boolean =>
  status === 'cancelled' || status === 'completed' || Date.parse(endsAt) <= atMs;

function timesFault({ startsAt, endsAt }: Booking, atMs: number): WishFault | undefined {
  if (Date.parse(endsAt) <= Date.parse(startsAt)) return 'ends_before_start';
  return Date.parse(endsAt) <= atMs ? 'event_over' : undefined;
}

export interface AboutDocument {
  /** Whether there is what the document belongs to. */
  readonly isSubjectKnown: boolean;
  /** Whose event it is; undefined: it belongs to no event. */
  readonly client: Client | undefined;
  readonly by: Wisher;
}

/** E2: up to an event only where its client has that switched on. */
export function documentFault(
  { subject }: Pick<DocumentRecord, 'subject'>,
  about: AboutDocument,
): WishFault | undefined {
  const { client, by } = about;
  if (!about.isSubjectKnown) return 'record_gone';
  if (subject.kind !== 'booking') return undefined;
  if (!client) return 'record_gone';
  if (by && !isForClient(by, client.id)) return 'not_your_client';
  const { events, documentsUp } = sectionsOf(client);
  return events && documentsUp ? undefined : 'section_off';
}
