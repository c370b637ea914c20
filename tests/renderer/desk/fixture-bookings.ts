/** What main would tell of booked and past events and of contacts; what the window asks for is there at once, and waits. */
import type { Ask } from '../../../preload/contract.ts';
import type { bookingCalls, BookingView, DraftView } from '../../../preload/booking-views.ts';
import type { contactCalls, ContactView } from '../../../preload/contact-views.ts';
import type { uploadCalls, UploadView } from '../../../preload/upload-views.ts';
import type { EventView } from '../../../preload/person-views.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const wallOf = (ms: number): string => new Date(ms).toISOString().slice(0, 16);

type BookingAnswers = { readonly [N in keyof typeof bookingCalls]: (ask: Ask<'desk', N>) => unknown };
type ContactAnswers = { readonly [N in keyof typeof contactCalls]: (ask: Ask<'desk', N>) => unknown };

export function bookingAnswers(nowMs: number, fair: EventView | null, changed: () => void): BookingAnswers {
  if (!fair) throw new Error('the fixture has no fair');
  const draftOf = (event: EventView): DraftView => ({
    clientId: 'c-0',
    name: event.name,
    startsAt: wallOf(event.startsAtMs),
    endsAt: wallOf(event.endsAtMs),
    ...(event.staffNumbers === undefined ? {} : { staffNumbers: event.staffNumbers }),
    skills: event.wantedSkills,
    resources: event.resources,
    requiredQualifications: event.requiredQualifications ?? [],
  });
  const viewOf = (event: EventView, waiting = false): BookingView => ({
    event,
    waiting,
    draft: draftOf(event),
    canChange: event.status !== 'cancelled' && event.endsAtMs > nowMs,
    canBookAgain: true,
    canAddDocuments: true,
  });
  const press: EventView = {
    ...fair,
    bookingId: 'b-press',
    name: 'Press visit, cold store',
    status: 'to_be_confirmed',
    startsAtMs: nowMs + 3 * DAY,
    endsAtMs: nowMs + 3 * DAY + 4 * HOUR,
    people: 0,
    inside: 0,
    roster: [],
    documents: [],
  };
  const past: EventView = {
    ...fair,
    bookingId: 'b-past',
    name: 'Harvest market',
    status: 'completed',
    startsAtMs: nowMs - 30 * DAY,
    endsAtMs: nowMs - 30 * DAY + 9 * HOUR,
  };
  let views: BookingView[] = [viewOf(fair), viewOf(press), viewOf(past)];
  const eventOf = (bookingId: string, draft: DraftView): EventView => ({
    ...press,
    bookingId,
    name: draft.name,
    clientName: 'Meridian Foods',
    startsAtMs: Date.parse(`${draft.startsAt}Z`),
    endsAtMs: Date.parse(`${draft.endsAt}Z`),
    wantedSkills: draft.skills,
    resources: draft.resources,
    requiredQualifications: draft.requiredQualifications,
    ...(draft.staffNumbers === undefined ? {} : { staffNumbers: draft.staffNumbers }),
  });
  const put = (view: BookingView): void => {
    views = [...views.filter(({ event }) => event.bookingId !== view.event.bookingId), view];
    changed();
  };
  return {
    listBookings({ when, query }) {
      const events = views
        .filter(({ event }) => (event.endsAtMs <= nowMs || event.status === 'cancelled') === (when === 'past'))
        .filter(({ event }) => event.name.toLowerCase().includes(query.toLowerCase()))
        .map(({ event, waiting }) => ({ ...event, waiting }));
      const refused = { eventId: 'r-1', what: 'booked', name: 'Night market', code: 'section_off', atMs: nowMs - HOUR };
      return { events, total: events.length, refused: [refused] };
    },
    getBooking: ({ bookingId }) => views.find(({ event }) => event.bookingId === bookingId) ?? null,
    getBookingForm: () => ({
      clients: [
        { id: 'c-0', name: 'Meridian Foods', staffNumbers: true },
        { id: 'c-1', name: 'Albion Logistics', staffNumbers: false },
      ],
      skills: ['Catering', 'Stewarding'],
      resources: ['Barriers', 'Radios'],
      qualifications: ['Crowd safety', 'First aid at work'],
      now: wallOf(nowMs),
    }),
    bookEvent({ draft }) {
      if (draft.endsAt <= draft.startsAt) return { fault: 'ends_before_start' };
      const bookingId = `b-${views.length}`;
      put(viewOf(eventOf(bookingId, draft), true));
      return { fault: null, bookingId };
    },
    changeBooking({ bookingId, draft }) {
      put(viewOf(eventOf(bookingId, draft), true));
      return { fault: null };
    },
    callOffBooking({ bookingId }) {
      const view = views.find(({ event }) => event.bookingId === bookingId);
      if (view) put(viewOf({ ...view.event, status: 'cancelled' }, true));
      return { fault: view ? null : 'record_gone' };
    },
  };
}

const contact = (userId: string, name: string, but: Partial<ContactView> = {}): ContactView => ({
  userId,
  name,
  email: `${name.split(' ')[0]?.toLowerCase()}@meridian.example`,
  phone: '+44 7700 900117',
  clientId: 'c-0',
  clientName: 'Meridian Foods',
  locationIds: ['l-0'],
  locationNames: ['Leeds cold store'],
  state: 'access',
  waiting: false,
  ...but,
});

export function contactAnswers(changed: () => void): ContactAnswers {
  let contacts = [
    contact('u-olu', 'Oluwaseun Adeyemi'),
    contact('u-beatriz', 'Beatriz Salgado', { state: 'invited' }),
    contact('u-piet', 'Piet van Rijn', { state: 'removed' }),
  ];
  let own = { userId: 'u-super', name: 'Idris Vaughan', email: 'idris@example.com', phone: '', waiting: false };
  return {
    listContacts: () => ({
      contacts,
      refused: [],
      clients: [
        {
          id: 'c-0',
          name: 'Meridian Foods',
          locations: [
            { id: 'l-0', name: 'Leeds cold store' },
            { id: 'l-1', name: 'Bradford depot' },
          ],
        },
      ],
    }),
    inviteContact(asked) {
      if (contacts.some(({ email }) => email === asked.email)) return { fault: 'email_taken' };
      contacts = [
        ...contacts,
        contact(`u-${contacts.length}`, asked.name, { ...asked, state: 'invited', waiting: true }),
      ];
      changed();
      return { fault: null };
    },
    removeContact({ userId }) {
      contacts = contacts.map((each) => (each.userId === userId ? { ...each, state: 'removed', waiting: true } : each));
      changed();
      return { fault: null };
    },
    getOwnDetails: () => own,
    changeOwnDetails(details) {
      own = { ...details, waiting: true };
      changed();
      return { fault: null };
    },
  };
}

export function uploadAnswers(changed: () => void): {
  readonly [N in keyof typeof uploadCalls]: (ask: Ask<'desk', N>) => unknown;
} {
  let uploads: UploadView[] = [];
  const set = (documentId: string, state: UploadView['state']): void => {
    uploads = uploads.map((each) => (each.documentId === documentId ? { ...each, state } : each));
    changed();
  };
  return {
    addDocument({ bookingId, name }) {
      const documentId = `up-${uploads.length}`;
      uploads = [...uploads, { documentId, bookingId, name, sizeBytes: 4e6, sentBytes: 1e6, state: 'sending' }];
      changed();
      return { fault: null };
    },
    listUploads: ({ bookingId }) => uploads.filter((each) => each.bookingId === bookingId),
    stopUpload: ({ documentId }) => set(documentId, 'stopped'),
    goOnUpload: ({ documentId }) => set(documentId, 'sending'),
  };
}
