import { describe, expect, test } from 'vitest';
import type { Actor } from '../../../core/event/event.ts';
import { createBookings } from '../../../main/bookings/bookings.ts';
import { createCache } from '../../../main/cache/cache.ts';
import { createContacts } from '../../../main/contacts/contacts.ts';
import { createEvents } from '../../../main/crews/events.ts';
import type { Ground } from '../../../main/ground.ts';
import { createAccounts } from '../../../main/session/accounts.ts';
import { createDelivery } from '../../../main/sync/delivery.ts';
import { withWishes } from '../../../main/wishes/wished-cache.ts';
import { createWishes } from '../../../main/wishes/wishes.ts';
import type { BookingDraft } from '../../../core/booking/draft.ts';
import { IDENTITY, newHome, openTestStore, presenceOn, START_MS } from '../fixtures.ts';
import { put, SITE } from '../site.ts';

const booking = (id: string, but: object) =>
  put('booking', id, {
    clientId: 'client-1',
    locationId: 'location-1',
    name: id,
    status: 'confirmed',
    skills: [],
    resources: [],
    requiredQualifications: [],
    ...but,
  });
const day = (date: string) => ({ startsAt: `${date}T08:00:00.000Z`, endsAt: `${date}T18:00:00.000Z` });
const PAST = booking('Spring fair', {
  ...day('2026-02-20'),
  status: 'completed',
  skills: [{ skill: 'Stewarding', count: 2 }],
  teamLeader: { name: 'Nadia Kessler', phone: '1' },
});
const NEXT = booking('Open day', { ...day('2026-03-05'), teamLeader: { name: 'Nadia Kessler', phone: '1' } });
const user = (id: string, but: object) =>
  put('user', id, { name: id, role: 'client_contact', status: 'active', locationIds: ['location-1'], ...but });
const USERS = [
  user('sup', { role: 'supervisor' }),
  user('ana', { clientId: 'client-1', email: 'ana@harbour.example', passwordHash: 'x' }),
  user('bo', { clientId: 'client-2', email: 'bo@other.example' }),
];
const DRAFT: BookingDraft = {
  clientId: 'client-1',
  name: 'Summer fair',
  startsAt: '2026-03-06T08:00',
  endsAt: '2026-03-06T18:00',
  skills: [],
  resources: [],
  requiredQualifications: [],
};

function gate(...more: ReturnType<typeof put>[]) {
  const { db, journal, clock } = openTestStore(newHome());
  const told = createCache(db);
  told.apply([...SITE, PAST, NEXT, ...USERS, ...more], 'c1', true, START_MS);
  const delivery = createDelivery(db);
  const wishes = createWishes(db, delivery);
  const cache = withWishes(told, wishes);
  let actor: Actor = { kind: 'user', userId: 'sup' };
  let count = 0;
  const ground = {
    identity: { ...IDENTITY },
    clock,
    db,
    cache,
    journal,
    wishes,
    presence: presenceOn({ db, journal, clock }, cache),
    actor: () => actor,
    newId: () => `made-${(count += 1)}`,
    append(facts: Parameters<typeof journal.append>[0]) {
      const written = journal.append(facts);
      wishes.look();
      return written;
    },
  } as unknown as Ground;
  const events = createEvents(ground);
  return {
    bookings: createBookings(ground, events),
    contacts: createContacts(ground),
    accounts: createAccounts(cache, 'location-1'),
    events,
    as: (userId: string) => void (actor = { kind: 'user', userId }),
    refuse(seq: number, code: string) {
      delivery.note(seq, [{ id: 'e', status: 'rejected', code, detail: '' }], START_MS);
      delivery.remember({ settledTo: seq, setAside: [] });
      wishes.look();
    },
  };
}
const names = (of: ReturnType<typeof gate>, when: 'upcoming' | 'past' = 'upcoming'): string[] =>
  of.bookings.list(when, '').events.map(({ name }) => name);

describe('E1, E3: events at a gate without a network', () => {
  test('are booked or past', () => {
    const here = gate();
    expect([names(here), names(here, 'past')]).toEqual([['Open day'], ['Spring fair']]);
  });

  test('a new one is there at once, to be confirmed, and waits for central', () => {
    const here = gate();
    const { fault, bookingId } = here.bookings.book(DRAFT, undefined);
    expect(fault).toBeNull();
    expect(here.bookings.one(bookingId ?? '')).toMatchObject({
      event: { name: 'Summer fair', status: 'to_be_confirmed' },
      waiting: true,
      draft: DRAFT,
    });
    expect(names(here)).toEqual(['Open day', 'Summer fair']);
  });

  test('one of the next hours stands among today’s events too', () => {
    const here = gate();
    here.bookings.book({ ...DRAFT, startsAt: '2026-03-02T16:00', endsAt: '2026-03-02T18:00' }, undefined);
    expect(here.events.list('', START_MS).events.map(({ name }) => name)).toEqual(['Summer fair']);
  });

  test('what central refuses goes again, with the reason', () => {
    const here = gate();
    here.bookings.book(DRAFT, undefined);
    here.refuse(1, 'section_off');
    expect(names(here)).toEqual(['Open day']);
    expect(here.bookings.list('upcoming', '').refused).toMatchObject([
      { what: 'booked', name: 'Summer fair', code: 'section_off' },
    ]);
  });

  test('a change keeps what the office added', () => {
    const here = gate();
    expect(here.bookings.change('Open day', { ...DRAFT, name: 'Open evening' })).toBeNull();
    expect(here.bookings.one('Open day')?.event).toMatchObject({
      name: 'Open evening',
      status: 'confirmed',
      teamLeader: { name: 'Nadia Kessler' },
    });
  });

  test('one that is called off is past', () => {
    const here = gate();
    expect(here.bookings.callOff('Open day')).toBeNull();
    expect(names(here, 'past')).toEqual(['Open day', 'Spring fair']);
  });

  test.each<[string, BookingDraft, string]>([
    ['that ends before it begins', { ...DRAFT, endsAt: '2026-03-06T07:00' }, 'ends_before_start'],
    ['of last month', { ...DRAFT, startsAt: '2026-02-06T08:00', endsAt: '2026-02-06T09:00' }, 'event_over'],
    ['of a client that is not here', { ...DRAFT, clientId: 'client-9' }, 'record_gone'],
  ])('one %s is not written down', (_case, draft, fault) => {
    const here = gate();
    expect(here.bookings.book(draft, undefined)).toEqual({ fault });
    expect(names(here)).toEqual(['Open day']);
  });

  test('C1: a contact sees and books the events of its own client alone', () => {
    const here = gate();
    here.as('bo');
    expect([names(here), here.bookings.one('Open day'), here.bookings.form().clients]).toEqual([[], null, []]);
    expect(here.bookings.book(DRAFT, undefined)).toEqual({ fault: 'not_your_client' });
  });
});

describe('C5, E4: contacts at a gate without a network', () => {
  const ASKED = {
    name: 'Cleo',
    email: 'cleo@harbour.example',
    phone: '',
    clientId: 'client-1',
    locationIds: ['location-1'],
  };

  test('one that is invited has not chosen a password yet', () => {
    const { contacts } = gate();
    expect(contacts.invite(ASKED)).toBeNull();
    expect(contacts.list().contacts.find(({ name }) => name === 'Cleo')).toMatchObject({
      state: 'invited',
      clientName: 'Harbour Works',
      locationNames: ['Riverside'],
      waiting: true,
    });
  });

  test('one that is removed is out at this gate at once, and is invited again as the same account', () => {
    const { contacts, accounts } = gate();
    expect(accounts.byEmail('ana@harbour.example')?.id).toBe('ana');
    expect(contacts.remove('ana')).toBeNull();
    expect(accounts.byEmail('ana@harbour.example')).toBeUndefined();
    expect(contacts.invite({ ...ASKED, email: 'Ana@harbour.example' })).toBeNull();
    expect(accounts.byEmail('ana@harbour.example')?.id).toBe('ana');
  });

  test('nobody of the staff is removed, and no address is given twice', () => {
    const { contacts } = gate();
    expect([contacts.remove('sup'), contacts.invite({ ...ASKED, email: 'ana@harbour.example' })]).toEqual([
      'not_a_contact',
      'email_taken',
    ]);
  });

  test('E4: own details are changed by whoever they are of, and nobody else’s', () => {
    const { contacts, as } = gate();
    as('ana');
    expect(contacts.changeOwn({ userId: 'ana', name: 'Ana', email: 'ana@harbour.example', phone: '12' })).toBeNull();
    expect(contacts.own()).toEqual({
      userId: 'ana',
      name: 'Ana',
      email: 'ana@harbour.example',
      phone: '12',
      waiting: true,
    });
    expect(contacts.changeOwn({ userId: 'ana', name: 'Ana', email: 'bo@other.example', phone: '12' })).toBe(
      'email_taken',
    );
    expect(contacts.changeOwn({ userId: 'sup', name: 'Sue', email: '', phone: '' })).toBe('sign_in_needed');
  });

  test('what central refuses is undone, with the reason', () => {
    const { contacts, accounts, refuse } = gate();
    contacts.remove('ana');
    refuse(1, 'not_your_location');
    expect(accounts.byEmail('ana@harbour.example')?.id).toBe('ana');
    expect(contacts.list().refused).toMatchObject([{ what: 'removed', code: 'not_your_location' }]);
  });
});
