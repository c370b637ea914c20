import type { GateEvent } from '../../core/event/event.ts';
import type { RefusedView } from '../../preload/booking-views.ts';
import type { RefusedWish, Wishes } from './wishes.ts';

const SHOWN_FOR_MS = 3 * 86_400_000;

/** What central would not do of late, newest first, in the words of what it was about. */
export function refusedWishes(
  wishes: Pick<Wishes, 'refused'>,
  types: readonly GateEvent['type'][],
  nowMs: number,
): { readonly event: GateEvent; readonly view: RefusedView }[] {
  return types
    .flatMap((type) => wishes.refused(type))
    .map((refused) => ({ event: refused.event, view: viewOf(refused) }))
    .filter(({ view }) => view.atMs > nowMs - SHOWN_FOR_MS)
    .toSorted((a, b) => b.view.atMs - a.view.atMs);
}

function viewOf({ event, code }: RefusedWish): RefusedView {
  return { eventId: event.id, code, atMs: Date.parse(event.occurredAt), ...whatOf(event) };
}

function whatOf(event: GateEvent): Pick<RefusedView, 'what' | 'name'> {
  switch (event.type) {
    case 'booking.created':
      return { what: 'booked', name: event.data.booking.name };
    case 'document.added':
      return { what: 'document', name: event.data.document.name };
    case 'contact.changed':
      return { what: event.data.what, name: event.data.name ?? event.data.email ?? '' };
    default:
      return { what: 'changed', name: event.type === 'booking.changed' ? event.data.booking.name : '' };
  }
}
