import type { bookingCalls } from '../../preload/booking-views.ts';
import type { Handlers } from '../ipc.ts';
import type { Station } from '../station.ts';

export interface BookingHandlerParts {
  readonly station: () => Station | undefined;
  readonly deskChanged: () => void;
  readonly nowMs: () => number;
}

const NONE = { events: [], total: 0, refused: [] };

/** The desk's calls about events that are booked, past and new. */
export function bookingHandlers(parts: BookingHandlerParts): Pick<Handlers<'desk'>, keyof typeof bookingCalls> {
  const bookings = () => parts.station()?.areas.bookings;
  const changed = <T>(answer: T): T => {
    parts.deskChanged();
    return answer;
  };
  return {
    listBookings: ({ when, query }) => bookings()?.list(when, query) ?? NONE,
    getBooking: ({ bookingId }) => bookings()?.one(bookingId) ?? null,
    getBookingForm: () =>
      bookings()?.form() ?? {
        clients: [],
        skills: [],
        resources: [],
        qualifications: [],
        now: new Date(parts.nowMs()).toISOString().slice(0, 16),
      },
    bookEvent: ({ draft, bookedAgainFrom }) =>
      changed(bookings()?.book(draft, bookedAgainFrom) ?? { fault: 'not_enrolled' }),
    changeBooking: ({ bookingId, draft }) => {
      const here = bookings();
      return changed({ fault: here ? here.change(bookingId, draft) : 'not_enrolled' });
    },
    callOffBooking: ({ bookingId }) => {
      const here = bookings();
      return changed({ fault: here ? here.callOff(bookingId) : 'not_enrolled' });
    },
  };
}
