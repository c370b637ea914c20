/** C2: orders with who fills them, over all of the user's places. Times are Unix milliseconds. */
import { z } from 'zod';
import { FAULT_CODES } from '../core/codes.ts';
import { ORDER_FAULTS, ORDER_STATES } from '../core/order/order.ts';

const id = z.string().min(1).max(64);
const ms = z.number();
const count = z.number().int().min(0);
const named = z.object({ id, name: z.string() });
/** A clock time of the place, without its zone. */
const wallTime = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/);

/** Whether the user may see the section at all; `off`: every client here has it switched off. */
export const PORTAL_ACCESS = ['open', 'sign_in', 'not_allowed', 'off'] as const;
export type PortalAccess = (typeof PORTAL_ACCESS)[number];

export const orderRowSchema = z.object({
  orderId: id,
  title: z.string(),
  skill: z.string().optional(),
  notes: z.string().optional(),
  clientName: z.string(),
  locationName: z.string(),
  /** The place's own. */
  timeZone: z.string(),
  startsAtMs: ms,
  endsAtMs: ms,
  wanted: count,
  taken: count,
  status: z.enum(ORDER_STATES),
  placements: z.array(
    z.object({
      placementId: id,
      name: z.string(),
      startsAtMs: ms,
      endsAtMs: ms,
      status: z.enum(['placed', 'confirmed']),
    }),
  ),
  /** Central has not taken it yet. */
  waiting: z.boolean(),
});

const filters = z.object({
  /** The beginnings of words of title, skill, client, place or a person who is placed. */
  query: z.string().max(100),
  status: z.enum(ORDER_STATES).optional(),
  clientId: id.optional(),
  locationId: id.optional(),
  /** Absent: orders that go on or are to come. */
  past: z.boolean().optional(),
});

export const orderCalls = {
  /** The next to begin first. */
  listOrders: {
    ask: filters.extend({ offset: count, limit: z.number().int().min(1).max(500) }),
    answer: z.object({
      access: z.enum(PORTAL_ACCESS),
      rows: z.array(orderRowSchema),
      total: count,
      clients: z.array(named),
      locations: z.array(named),
      /** Where and for whom the user may order; empty: nowhere. `now`: the place's clock. */
      places: z.array(named.extend({ now: wallTime, timeZone: z.string(), clients: z.array(named).min(1) })),
      /** What central would not take, newest first. */
      refused: z.array(z.object({ title: z.string(), code: z.string() })),
    }),
  },
  /** Times by the place's own clock. */
  submitOrder: {
    ask: z.object({
      clientId: id,
      locationId: id,
      title: z.string().trim().min(1).max(200),
      skill: z.string().trim().min(1).max(200).optional(),
      startsAt: wallTime,
      endsAt: wallTime,
      wanted: z.number().int().min(1).max(10_000),
      notes: z.string().trim().min(1).max(2000).optional(),
    }),
    answer: z.object({ fault: z.enum([...ORDER_FAULTS, ...FAULT_CODES]).nullable() }),
  },
} as const;

export type OrderRow = z.infer<typeof orderRowSchema>;
export type OrderFilters = z.infer<typeof filters>;
export type OrdersAsk = z.infer<(typeof orderCalls.listOrders)['ask']>;
export type OrdersPage = z.infer<(typeof orderCalls.listOrders)['answer']>;
export type OrderPlace = OrdersPage['places'][number];
export type SubmitAsk = z.infer<(typeof orderCalls.submitOrder)['ask']>;
