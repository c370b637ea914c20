import { describe, expect, test } from 'vitest';
import { contactFault, type AboutContact } from '../../../core/wish/contact-faults.ts';
import {
  changedBookingFault,
  documentFault,
  newBookingFault,
  type AboutBooking,
  type WishFault,
} from '../../../core/wish/faults.ts';
import type { EventData } from '../../../core/event/event.ts';
import { clientSectionsSchema, type Client, type User } from '../../../core/site/entities.ts';
import type { Booking } from '../../../core/site/portal.ts';

const BOOKING: Booking = {
  id: 'b',
  clientId: 'c',
  locationId: 'l',
  name: 'Open day',
  startsAt: '2026-03-12T08:00:00.000Z',
  endsAt: '2026-03-12T18:00:00.000Z',
  status: 'to_be_confirmed',
  skills: [],
  resources: [],
  requiredQualifications: [],
};
const client = (sections: object = {}): Client => ({
  id: 'c',
  name: 'Harbour',
  requiresWorkerRegistration: true,
  requiresCheckIn: true,
  sections: clientSectionsSchema.parse(sections),
});
const LOCATION = { id: 'l', name: 'Tower', clientIds: ['c'], timeZone: 'UTC', requiresCheckIn: true };
const ABOUT: AboutBooking = {
  before: undefined,
  client: client(),
  location: LOCATION,
  by: undefined,
  atMs: Date.parse('2026-03-10T06:00:00.000Z'),
};
const contactOf = (clientId?: string) => ({
  role: 'client_contact' as const,
  locationIds: ['l'],
  ...(clientId === undefined ? {} : { clientId }),
});

describe('E3: a new event', () => {
  test.each<[string, Partial<Booking>, Partial<AboutBooking>, WishFault | undefined]>([
    ['as it should be', {}, {}, undefined],
    ['by a contact of the client', {}, { by: contactOf('c') }, undefined],
    ['by a contact of no client in particular', {}, { by: contactOf() }, undefined],
    ['by a contact of another client', {}, { by: contactOf('d') }, 'not_your_client'],
    ['of a client that is gone', {}, { client: undefined }, 'record_gone'],
    ['of a client without a part here', {}, { location: { ...LOCATION, clientIds: ['d'] } }, 'client_not_here'],
    ['of a client that books elsewhere', {}, { client: client({ bookEvents: false }) }, 'section_off'],
    ['of a client without events', {}, { client: client({ events: false }) }, 'section_off'],
    ['confirmed by whoever books it', { status: 'confirmed' }, {}, 'not_unconfirmed'],
    ['that ends when it begins', { endsAt: BOOKING.startsAt }, {}, 'ends_before_start'],
    ['that is over', {}, { atMs: Date.parse(BOOKING.endsAt) }, 'event_over'],
  ])('%s', (_case, but, about, fault) => {
    expect(newBookingFault({ ...BOOKING, ...but }, { ...ABOUT, ...about })).toBe(fault);
  });
});

describe('E3: a changed event', () => {
  const CONFIRMED: Booking = { ...BOOKING, status: 'confirmed', teamLeader: { name: 'Nadia', phone: '1' } };
  test.each<[string, Partial<Booking>, Partial<AboutBooking>, WishFault | undefined]>([
    ['other dates', { startsAt: '2026-03-12T09:00:00.000Z' }, {}, undefined],
    ['called off', { status: 'cancelled' }, {}, undefined],
    ['not known', {}, { before: undefined }, 'record_gone'],
    ['of another client than the contact’s', {}, { by: contactOf('d') }, 'not_your_client'],
    ['confirmed by the client', {}, { before: { ...CONFIRMED, status: 'to_be_confirmed' } }, 'changed_meanwhile'],
    ['with the team leader of before', { teamLeader: { name: 'Rhys' } }, {}, 'changed_meanwhile'],
    ['moved to another place', { locationId: 'm' }, {}, 'changed_meanwhile'],
    ['past', {}, { atMs: Date.parse(BOOKING.endsAt) }, 'event_over'],
    ['that was called off', {}, { before: { ...CONFIRMED, status: 'cancelled' } }, 'event_over'],
    ['into the past', { startsAt: '2026-03-09T08:00:00.000Z', endsAt: '2026-03-09T09:00:00.000Z' }, {}, 'event_over'],
    ['of a client without events', {}, { client: client({ events: false }) }, 'section_off'],
  ])('%s', (_case, but, about, fault) => {
    expect(changedBookingFault({ ...CONFIRMED, ...but }, { ...ABOUT, before: CONFIRMED, ...about })).toBe(fault);
  });
});

describe('E2: a file for an event', () => {
  const of = { subject: { kind: 'booking' as const, id: 'b' } };
  const about = { isSubjectKnown: true, client: client(), by: undefined };
  test.each<[string, Parameters<typeof documentFault>[1], WishFault | undefined]>([
    ['goes up', about, undefined],
    ['of a client that has this switched off', { ...about, client: client({ documentsUp: false }) }, 'section_off'],
    ['that is not known', { ...about, isSubjectKnown: false }, 'record_gone'],
    ['of another client than the contact’s', { ...about, by: contactOf('d') }, 'not_your_client'],
  ])('%s', (_case, asked, fault) => expect(documentFault(of, asked)).toBe(fault));
});

describe('C5, E4: a contact', () => {
  const user = (but: Partial<User> = {}): User => ({
    id: 'u',
    name: 'Ana',
    role: 'client_contact',
    status: 'active',
    locationIds: ['l'],
    ...but,
  });
  const SUPERVISOR = { role: 'supervisor' as const, locationIds: ['l'] };
  const about: AboutContact = {
    before: undefined,
    sameEmail: [],
    client: client(),
    locations: [LOCATION],
    by: SUPERVISOR,
    byUserId: 's',
  };
  const invited = {
    userId: 'u',
    what: 'invited',
    name: 'Ana',
    email: 'a@b.example',
    clientId: 'c',
    locationIds: ['l'],
  };
  const removed = { userId: 'u', what: 'removed' };
  const details = { userId: 'u', what: 'details', email: 'b@b.example' };
  test.each<[string, object, Partial<AboutContact>, WishFault | undefined]>([
    ['is invited', invited, {}, undefined],
    ['is invited with an address that somebody has', invited, { sameEmail: [user({ id: 'v' })] }, 'email_taken'],
    [
      'is invited to a place that is not the client’s',
      invited,
      { locations: [{ ...LOCATION, clientIds: [] }] },
      'client_not_here',
    ],
    ['is invited by a client that is gone', invited, { client: undefined }, 'record_gone'],
    ['is invited to no place', { ...invited, locationIds: [] }, { locations: [] }, 'not_your_location'],
    ['is invited again', invited, { before: user({ status: 'inactive' }) }, undefined],
    [
      'is not an administrator who is given another password',
      invited,
      { before: user({ role: 'administrator' }) },
      'not_a_contact',
    ],
    ['keeps places of others', invited, { before: user({ locationIds: ['l', 'm'] }) }, 'not_your_location'],
    ['is removed', removed, { before: user() }, undefined],
    ['is removed by whoever shares a place', removed, { before: user({ locationIds: ['l', 'm'] }) }, undefined],
    ['is removed by nobody from elsewhere', removed, { before: user({ locationIds: ['m'] }) }, 'not_your_location'],
    ['is nobody of the staff who is removed', removed, { before: user({ role: 'gate_staff' }) }, 'not_a_contact'],
    ['that nobody knows is not removed', removed, {}, 'record_gone'],
    ['changes own details', details, { before: user(), byUserId: 'u' }, undefined],
    [
      'takes nobody else’s address',
      details,
      { before: user(), byUserId: 'u', sameEmail: [user({ id: 'v' })] },
      'email_taken',
    ],
    ['is kept by a supervisor', details, { before: user() }, undefined],
    [
      'is not an administrator whose address a supervisor changes',
      details,
      { before: user({ role: 'administrator' }) },
      'not_a_contact',
    ],
    [
      'and staff too change their own details',
      details,
      { before: user({ role: 'gate_staff' }), byUserId: 'u' },
      undefined,
    ],
  ])('%s', (_case, data, but, fault) => {
    expect(contactFault(data as EventData<'contact.changed'>, { ...about, ...but })).toBe(fault);
  });
});
