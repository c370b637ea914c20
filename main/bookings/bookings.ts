import { changedBooking, newBooking, type BookingDraft } from '../../core/booking/draft.ts';
import type { EventData, GateEvent } from '../../core/event/event.ts';
import { isForClient } from '../../core/order/order.ts';
import { sectionsOf, type Client, type User } from '../../core/site/entities.ts';
import { wallAt } from '../../core/site/day.ts';
import type { Booking } from '../../core/site/portal.ts';
import {
  changedBookingFault,
  isOver,
  newBookingFault,
  type AboutBooking,
  type WishFault,
} from '../../core/wish/faults.ts';
import type { BookingForm, BookingRow, BookingView, RefusedView, WriteFault } from '../../preload/booking-views.ts';
import { memoByRevision } from '../cache/memo-by-revision.ts';
import { matcher, MOST_ROWS } from '../crews/crews.ts';
import type { Events } from '../crews/events.ts';
import type { Ground } from '../ground.ts';
import { refusedWishes } from '../wishes/refused.ts';

export interface Bookings {
  readonly list: (
    when: 'upcoming' | 'past',
    query: string,
  ) => { events: BookingRow[]; total: number; refused: RefusedView[] };
  readonly one: (bookingId: string) => BookingView | null;
  readonly form: () => BookingForm;
  readonly book: (draft: BookingDraft, from: string | undefined) => { fault: WriteFault | null; bookingId?: string };
  readonly change: (bookingId: string, draft: BookingDraft) => WriteFault | null;
  readonly callOff: (bookingId: string) => WriteFault | null;
}

/** E1, E3: all events of this place. What is asked for goes to the journal and is shown at once; central confirms or refuses it. */
export function createBookings(ground: Ground, events: Pick<Events, 'head' | 'one'>): Bookings {
  const { cache, clock, identity, wishes, actor, append, newId } = ground;
  const { locationId } = identity;
  const all = memoByRevision(cache.revision, () =>
    cache.all('booking').filter((booking) => booking.locationId === locationId),
  );
  const user = (): User | undefined => {
    const { userId } = actor();
    return userId === undefined ? undefined : cache.get('user', userId);
  };
  const timeZone = (): string => cache.get('location', locationId)?.timeZone ?? 'UTC';
  const isShown = ({ clientId }: Booking): boolean => {
    const client = cache.get('client', clientId);
    const by = user();
    return (!client || sectionsOf(client).events) && (!by || isForClient(by, clientId));
  };
  const clients = (): Client[] => {
    const by = user();
    return (cache.get('location', locationId)?.clientIds ?? [])
      .flatMap((id) => cache.get('client', id) ?? [])
      .filter((client) => !by || isForClient(by, client.id));
  };
  const books = (client: Client | undefined): boolean => {
    const sections = client && sectionsOf(client);
    return sections !== undefined && sections.events && sections.bookEvents;
  };
  const about = (booking: Pick<Booking, 'id' | 'clientId'>): AboutBooking => ({
    before: cache.get('booking', booking.id),
    client: cache.get('client', booking.clientId),
    location: cache.get('location', locationId),
    by: user(),
    atMs: clock.nowMs(),
  });
  const placeFor = (clientId: string) => {
    const client = cache.get('client', clientId);
    return { locationId, timeZone: timeZone(), staffNumbers: client !== undefined && sectionsOf(client).staffNumbers };
  };
  const write = (fact: BookingFact): WriteFault | null => {
    const written = append([{ ...fact, actor: actor() }]);
    return written.ok ? null : written.fault;
  };
  const save = (booking: Booking): WriteFault | null => {
    const fault: WishFault | undefined = changedBookingFault(booking, about(booking));
    return fault ?? write({ type: 'booking.changed', data: { bookingId: booking.id, booking } });
  };

  return {
    list(when, query) {
      const nowMs = clock.nowMs();
      const matches = matcher(query);
      const next = when === 'upcoming' ? 1 : -1;
      const found = all()
        .filter((booking) => isOver(booking, nowMs) === (when === 'past') && isShown(booking))
        .toSorted((a, b) => next * (Date.parse(a.startsAt) - Date.parse(b.startsAt)))
        .filter(({ name, clientId, teamLeader }) =>
          matches([name, cache.get('client', clientId)?.name ?? '', teamLeader?.name ?? '']),
        );
      return {
        events: found
          .slice(0, MOST_ROWS)
          .map((booking) => ({ ...events.head(booking, nowMs), waiting: wishes.isWaiting('booking', booking.id) })),
        total: found.length,
        refused: refusedWishes(wishes, ['booking.created', 'booking.changed', 'document.added'], nowMs)
          .filter(({ event }) => isOwn(event, actor().userId))
          .map(({ view }) => view),
      };
    },
    one(bookingId) {
      const booking = cache.get('booking', bookingId);
      const event = booking && isShown(booking) ? events.one(bookingId, clock.nowMs()) : null;
      if (!booking || !event) return null;
      const client = cache.get('client', booking.clientId);
      const sections = client && sectionsOf(client);
      return {
        event,
        waiting: wishes.isWaiting('booking', bookingId),
        draft: draftOf(booking, timeZone()),
        canChange: !isOver(booking, clock.nowMs()),
        canBookAgain: books(client),
        canAddDocuments: sections?.documentsUp ?? false,
      };
    },
    form: () => ({
      clients: clients()
        .filter(books)
        .map((client) => ({ id: client.id, name: client.name, staffNumbers: sectionsOf(client).staffNumbers })),
      skills: named(all().flatMap(({ skills }) => skills.map(({ skill }) => skill))),
      resources: named(all().flatMap(({ resources }) => resources)),
      qualifications: named(all().flatMap(({ requiredQualifications }) => requiredQualifications)),
      now: wallAt(clock.nowMs(), timeZone()),
    }),
    book(draft, from) {
      const booking = newBooking(newId(), draft, placeFor(draft.clientId));
      const data = { booking, ...(from === undefined ? {} : { rebookedFrom: from }) };
      const fault = newBookingFault(booking, about(booking)) ?? write({ type: 'booking.created', data });
      return fault === null ? { fault, bookingId: booking.id } : { fault };
    },
    change(bookingId, draft) {
      const before = cache.get('booking', bookingId);
      return before ? save(changedBooking(before, draft, placeFor(before.clientId))) : 'record_gone';
    },
    callOff(bookingId) {
      const before = cache.get('booking', bookingId);
      return before ? save({ ...before, status: 'cancelled' }) : 'record_gone';
    },
  };
}

type BookingFact =
  | { readonly type: 'booking.created'; readonly data: EventData<'booking.created'> }
  | { readonly type: 'booking.changed'; readonly data: EventData<'booking.changed'> };

/** Staff see all that was refused here, a contact what was their own. */
const isOwn = ({ actor }: GateEvent, userId: string | undefined): boolean =>
  userId === undefined || actor.userId === userId || actor.userId === undefined;

const named = (words: readonly string[]): string[] => [...new Set(words)].toSorted((a, b) => a.localeCompare(b));

const draftOf = (booking: Booking, timeZone: string): BookingDraft => ({
  clientId: booking.clientId,
  name: booking.name,
  startsAt: wallAt(Date.parse(booking.startsAt), timeZone),
  endsAt: wallAt(Date.parse(booking.endsAt), timeZone),
  ...(booking.staffNumbers === undefined ? {} : { staffNumbers: booking.staffNumbers }),
  skills: booking.skills,
  resources: booking.resources,
  requiredQualifications: booking.requiredQualifications,
  ...(booking.notes === undefined ? {} : { notes: booking.notes }),
});
