import type { Client, WorkOrder } from '../../core/site/entities.ts';
import type { Booking, RosterEntry } from '../../core/site/portal.ts';
import { joined, wordsOf, wordsOfCode } from './words.ts';

/** What somebody is to work at, as the directory keeps it: an open work order, or their part in a confirmed event. */
export interface Work {
  readonly order_id: string;
  readonly client_id: string;
  readonly location_id: string;
  readonly starts_ms: number;
  readonly ends_ms: number;
  /** Of an event: its name, for it has no number. */
  readonly number: string;
  readonly words: string;
}
export type ReadEntity = <T>(entity: string, id: string) => T | undefined;

const ROSTER = 'roster:';
/** E1: each line of a roster has its own times, so each is a work of its own, named apart from work orders. */
export const rosterWorkId = (entryId: string): string => `${ROSTER}${entryId}`;
/** The roster's line that the work is; undefined: it is a work order. */
export const entryIdOf = (workId: string): string | undefined =>
  workId.startsWith(ROSTER) ? workId.slice(ROSTER.length) : undefined;

/** Undefined: nobody is expected at it (any more). */
export function workOf(read: ReadEntity, id: string): Work | undefined {
  const entryId = entryIdOf(id);
  return entryId === undefined ? orderWork(read, id) : rosterWork(read, id, entryId);
}

function orderWork(read: ReadEntity, id: string): Work | undefined {
  const order = read<WorkOrder>('workOrder', id);
  if (order?.status !== 'open') return undefined;
  return work(read, id, { ...order, words: [...wordsOfCode(order.number), ...wordsOf(order.title)] });
}

function rosterWork(read: ReadEntity, id: string, entryId: string): Work | undefined {
  const entry = read<RosterEntry>('rosterEntry', entryId);
  const booking = entry && read<Booking>('booking', entry.bookingId);
  if (!entry || booking?.status !== 'confirmed') return undefined;
  const { startsAt, endsAt } = entry;
  return work(read, id, { ...booking, startsAt, endsAt, number: booking.name, words: wordsOf(booking.name) });
}

interface Plan extends Pick<WorkOrder, 'clientId' | 'locationId' | 'startsAt' | 'endsAt' | 'number'> {
  readonly words: readonly string[];
}
function work(read: ReadEntity, id: string, plan: Plan): Work {
  const client = read<Client>('client', plan.clientId)?.name ?? '';
  return {
    order_id: id,
    client_id: plan.clientId,
    location_id: plan.locationId,
    starts_ms: Date.parse(plan.startsAt),
    ends_ms: Date.parse(plan.endsAt),
    number: plan.number,
    words: joined([...plan.words, ...wordsOf(client)]),
  };
}
