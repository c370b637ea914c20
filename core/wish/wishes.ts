/**
 * What an act of a supervisor or a client's contact wishes to change of central's records (PRODUCT A3, C2, C4, C5, E2 to E4). The gate
 * shows it at once and central does the same to its own records when it takes the event, by these same functions.
 */
import type { EventData, EventEnvelope, EventType, GateEvent } from '../event/event.ts';
import type { Connection, EntityName, EntityOf, User } from '../site/entities.ts';
import type { Timesheet } from '../site/portal.ts';

/** One record as it shall be. */
export interface Wish<N extends EntityName = EntityName> {
  readonly entity: N;
  readonly id: string;
  /** Undefined: no such record, before or after. */
  readonly after: (before: EntityOf<N> | undefined) => EntityOf<N> | undefined;
}

type Wishing<T extends EventType> = (
  data: EventData<T>,
  event: Pick<EventEnvelope, 'locationId' | 'occurredAt' | 'actor'>,
) => Wish[];

const wish = <N extends EntityName>(entity: N, id: string, after: Wish<N>['after']): Wish =>
  ({ entity, id, after }) as unknown as Wish;
/** A record that was made here: as soon as there is one, that one counts. */
const made = <N extends EntityName>(entity: N, record: EntityOf<N>): Wish =>
  wish(entity, record.id, (before) => before ?? record);

const withOne = (all: readonly string[] = [], one: string): string[] => [...new Set([...all, one])];

const MISSING = { status: 'missing' } as const;

const WISHES: { readonly [T in EventType]?: Wishing<T> } = {
  'connection.added': ({ connectionId: id, workerId, clientId, locationIds, newWorker }, { locationId }) => [
    ...(newWorker ? [made('worker', { id: workerId, ...newWorker, keptAt: [locationId] })] : []),
    wish('connection', id, (before) => {
      const places = locationIds === undefined ? {} : { locationIds };
      if (!before) {
        return { id, workerId, clientId, ...places, assessment: MISSING, induction: MISSING, credential: MISSING };
      }
      return withLocations(before, locationIds);
    }),
  ],
  'connection.deleted': ({ connectionId, workerId }, { locationId }) => [
    // Or whoever deleted the wrong one could not add it again: without a connection the person would be out of sight.
    wish('worker', workerId, (before) => before && { ...before, keptAt: withOne(before.keptAt, locationId) }),
    wish('connection', connectionId, () => undefined),
  ],
  'order.submitted': ({ order }) => [made('order', order)],
  'booking.created': ({ booking }) => [made('booking', booking)],
  'booking.changed': ({ booking }) => [wish('booking', booking.id, (before) => before && booking)],
  'document.added': ({ document }) => [made('document', document)],
  'contact.changed': (data) => [wish('user', data.userId, (before) => contactAfter(before, data))],
  'timesheet.approved': (data, event) => [decided(data, event, 'approved')],
  'timesheet.disputed': (data, event) => [decided(data, event, 'disputed')],
};

export const WISH_TYPES = Object.keys(WISHES) as readonly EventType[];

export function wishesOf(event: GateEvent): readonly Wish[] {
  const wishing = WISHES[event.type] as Wishing<EventType> | undefined;
  return wishing?.(event.data, event) ?? [];
}

/** A1: a connection that holds for all locations of the client names none. */
function withLocations(before: Connection, added: readonly string[] | undefined): Connection {
  const { locationIds, ...rest } = before;
  if (locationIds === undefined || added === undefined) return rest;
  return { ...rest, locationIds: [...new Set([...locationIds, ...added])] };
}

/** C5: who was invited signs in when central has got the password; who was removed is out at once. */
function contactAfter(before: User | undefined, data: EventData<'contact.changed'>): User | undefined {
  const { userId: id, what, name, email, phone, clientId, locationIds } = data;
  const details = {
    ...(name === undefined ? {} : { name }),
    ...(email === undefined ? {} : { email }),
    ...(phone === undefined ? {} : { phone }),
  };
  if (what === 'details') return before && { ...before, ...details };
  if (what === 'removed') return before && { ...before, status: 'inactive' };
  if (before) return { ...before, ...details, status: 'active', locationIds: locationIds ?? before.locationIds };
  const client = clientId === undefined ? {} : { clientId };
  return {
    id,
    name: name ?? email ?? '',
    role: 'client_contact',
    status: 'active',
    locationIds: locationIds ?? [],
    ...client,
    ...details,
  };
}

/** C4: central keeps the day's hours; where it has not told them yet, those that were decided on are shown. */
function decided(
  data: EventData<'timesheet.approved'> | EventData<'timesheet.disputed'>,
  event: Pick<EventEnvelope, 'locationId' | 'occurredAt' | 'actor'>,
  status: Timesheet['status'],
): Wish {
  const { timesheetId: id, workerId, day, atLocationId: locationId = event.locationId } = data;
  const by = event.actor.userId === undefined ? {} : { decidedBy: event.actor.userId };
  return wish('timesheet', id, (before) => {
    const hours =
      'workedMinutes' in data
        ? { workedMinutes: data.workedMinutes, breakMinutes: data.breakMinutes, estimated: data.estimated }
        : { workedMinutes: 0, breakMinutes: 0, estimated: false };
    const unknown = { id, workerId, locationId, day, status, spans: [], acts: [], unconfirmedMinutes: 0, ...hours };
    const { reason: _reason, later: _later, ...told }: Timesheet = before ?? unknown;
    const decision = { status, decidedAt: event.occurredAt, ...by };
    if ('reason' in data) return { ...told, reason: data.reason, ...decision };
    // The gate knows of the going out; central may not yet.
    const { openSince: _openSince, onBreakSince: _onBreakSince, ...complete } = told;
    return { ...complete, ...hours, ...decision };
  });
}

/** C1: the locations that such an act is about, beside the one where it was made. None: it names no other. */
export function placesOfWish(event: GateEvent): readonly string[] {
  switch (event.type) {
    case 'connection.added':
      return event.data.locationIds ?? [];
    case 'order.submitted':
      return [event.data.order.locationId];
    case 'booking.created':
    case 'booking.changed':
      return [event.data.booking.locationId];
    case 'document.added':
      return event.data.document.locationId === undefined ? [] : [event.data.document.locationId];
    case 'contact.changed':
      return event.data.locationIds ?? [];
    case 'timesheet.approved':
    case 'timesheet.disputed':
      return event.data.atLocationId === undefined ? [] : [event.data.atLocationId];
    default:
      return [];
  }
}
