/** C2: what may be ordered, and what becomes of an order. The gate asks before it writes, central before it takes. */
import { sectionsOf, type Client, type Location, type User } from '../site/entities.ts';
import type { Order, Placement } from '../site/portal.ts';

export const ORDER_STATES = ['submitted', 'open', 'filled', 'cancelled'] as const satisfies readonly Order['status'][];

export const ORDER_FAULTS = ['section_off', 'actor_not_allowed', 'client_elsewhere', 'order_times'] as const;
export type OrderFault = (typeof ORDER_FAULTS)[number];

/** Nobody plans further ahead than this, and a slip of the pen is no order. */
const LONGEST_MS = 366 * 24 * 3_600_000;

export interface OrderFacts {
  readonly client: Client | undefined;
  readonly location: Location | undefined;
  /** Who asks; undefined: nobody who is named. */
  readonly user: Pick<User, 'role' | 'clientId' | 'locationIds'> | undefined;
  /** When it was asked for. */
  readonly atMs: number;
}

/** Undefined: it may be ordered. */
export function orderFault(order: Pick<Order, 'startsAt' | 'endsAt'>, facts: OrderFacts): OrderFault | undefined {
  const { client, location, user, atMs } = facts;
  if (!client || !location || !location.clientIds.includes(client.id)) return 'client_elsewhere';
  if (user && !(user.locationIds.includes(location.id) && isForClient(user, client.id))) return 'actor_not_allowed';
  const sections = sectionsOf(client);
  if (!sections.orders || !sections.submitOrders) return 'section_off';
  const [startMs, endMs] = [Date.parse(order.startsAt), Date.parse(order.endsAt)];
  if (endMs <= startMs || endMs <= atMs || endMs - startMs > LONGEST_MS) return 'order_times';
  return undefined;
}

/** C1: a client's contact works for that client alone. `clientId` undefined: it is nobody's in particular. */
export const isForClient = (user: Pick<User, 'role' | 'clientId'>, clientId: string | undefined): boolean =>
  user.role !== 'client_contact' || user.clientId === undefined || clientId === undefined || clientId === user.clientId;

export const isStanding = ({ status }: Pick<Placement, 'status'>): boolean => status !== 'cancelled';

/** An order is filled when all its places are taken, and open again when one of them is free; one that was cancelled stays so. */
export function statusOf(
  order: Pick<Order, 'status' | 'wanted'>,
  placements: readonly Pick<Placement, 'status' | 'workerId'>[],
): Order['status'] {
  if (order.status === 'cancelled') return 'cancelled';
  const taken = new Set(placements.filter(isStanding).map(({ workerId }) => workerId)).size;
  if (taken >= order.wanted) return 'filled';
  return taken > 0 || order.status === 'filled' ? 'open' : order.status;
}
