import type { Booking, RosterEntry } from '../site/portal.ts';
import type { WorkOrder } from '../site/entities.ts';
import type { DecisionFacts } from './decision.ts';

/** A line of an event's roster together with its event (E1). */
export interface Rostered {
  readonly entry: RosterEntry;
  readonly booking: Booking;
}

/** What brings a person to a place at a time: a work order (D2), or a line of an event's roster, which admits like one. */
export interface Work {
  /** The work order's, or the roster entry's. */
  readonly id: string;
  readonly clientId: string;
  readonly locationId: string;
  readonly startsAt: string;
  readonly endsAt: string;
  /** Only what is open admits. `unconfirmed`: nobody has said yes to the event so far (E3). */
  readonly status: 'open' | 'unconfirmed' | 'closed';
  /** What the words call it. */
  readonly called: Pick<DecisionFacts, 'workOrderNumber' | 'eventName'>;
}

export const workOfOrder = ({ id, clientId, locationId, startsAt, endsAt, status, number }: WorkOrder): Work => ({
  id,
  clientId,
  locationId,
  startsAt,
  endsAt,
  status: status === 'open' ? 'open' : 'closed',
  called: { workOrderNumber: number },
});

const STATUS_OF_BOOKING: Readonly<Record<Booking['status'], Work['status']>> = {
  confirmed: 'open',
  to_be_confirmed: 'unconfirmed',
  cancelled: 'closed',
  completed: 'closed',
};

/** The person's own times count, not the event's. */
export const workOfRoster = ({ entry, booking }: Rostered): Work => ({
  id: entry.id,
  clientId: booking.clientId,
  locationId: entry.locationId,
  startsAt: entry.startsAt,
  endsAt: entry.endsAt,
  status: STATUS_OF_BOOKING[booking.status],
  called: { eventName: booking.name },
});

export const worksOf = ({
  workOrders,
  roster = [],
}: {
  readonly workOrders: readonly WorkOrder[];
  readonly roster?: readonly Rostered[];
}): readonly Work[] => [...workOrders.map(workOfOrder), ...roster.map(workOfRoster)];
