/** Events: booked and past, a new one, one booked again (PRODUCT E1 to E3). Times are Unix milliseconds, or clock times of the place. */
import { z } from 'zod';
import { FAULT_CODES } from '../core/codes.ts';
import { WISH_FAULTS } from '../core/wish/faults.ts';
import { eventHeadSchema, eventSchema } from './person-views.ts';

const id = z.string().min(1).max(64);
const name = z.string().trim().min(1).max(200);
/** `2026-03-12T08:00` */
const wall = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/);

export const bookingDraftSchema = z.object({
  clientId: id,
  name,
  startsAt: wall,
  endsAt: wall,
  staffNumbers: z.number().int().min(0).max(100_000).optional(),
  skills: z.array(z.object({ skill: name, count: z.number().int().min(1).max(10_000) })).max(50),
  resources: z.array(name).max(50),
  requiredQualifications: z.array(name).max(50),
  notes: z.string().max(2000).optional(),
});

/** `waiting`: asked for here, and central has not answered. */
export const bookingRowSchema = eventHeadSchema.extend({ waiting: z.boolean() });

/** What central would not do: it is undone here. */
export const refusedWishSchema = z.object({
  eventId: id,
  what: z.enum(['booked', 'changed', 'document', 'invited', 'removed', 'details']),
  name: z.string(),
  /** One of WISH_FAULTS, or another that central gave. */
  code: z.string(),
  atMs: z.number(),
});

export const bookingViewSchema = z.object({
  event: eventSchema,
  waiting: z.boolean(),
  /** As the form takes it. */
  draft: bookingDraftSchema,
  /** Not over, and not called off. */
  canChange: z.boolean(),
  canBookAgain: z.boolean(),
  canAddDocuments: z.boolean(),
});

export const bookingFormSchema = z.object({
  /** Clients here that book events; `staffNumbers`: whether they say how many people they want. */
  clients: z.array(z.object({ id, name: z.string(), staffNumbers: z.boolean() })),
  /** What is known here already, to choose from. */
  skills: z.array(z.string()),
  resources: z.array(z.string()),
  qualifications: z.array(z.string()),
  /** Now, by the clocks of the place. */
  now: wall,
});

export const WRITE_FAULTS = [...FAULT_CODES, ...WISH_FAULTS] as const;
const written = z.object({ fault: z.enum(WRITE_FAULTS).nullable() });

export const bookingCalls = {
  /** `upcoming`: what is on now too, the next first. `past`: what was called off too, the last first. */
  listBookings: {
    ask: z.object({ when: z.enum(['upcoming', 'past']), query: z.string().max(100) }),
    answer: z.object({ events: z.array(bookingRowSchema), total: z.number(), refused: z.array(refusedWishSchema) }),
  },
  getBooking: { ask: z.object({ bookingId: id }), answer: bookingViewSchema.nullable() },
  getBookingForm: { ask: z.undefined(), answer: bookingFormSchema },
  /** `bookedAgainFrom`: the past event that it was copied from. */
  bookEvent: {
    ask: z.object({ draft: bookingDraftSchema, bookedAgainFrom: id.optional() }),
    answer: written.extend({ bookingId: id.optional() }),
  },
  changeBooking: { ask: z.object({ bookingId: id, draft: bookingDraftSchema }), answer: written },
  callOffBooking: { ask: z.object({ bookingId: id }), answer: written },
} as const;

export type BookingForm = z.infer<typeof bookingFormSchema>;
export type BookingRow = z.infer<typeof bookingRowSchema>;
export type BookingView = z.infer<typeof bookingViewSchema>;
export type DraftView = z.infer<typeof bookingDraftSchema>;
export type RefusedView = z.infer<typeof refusedWishSchema>;
export type WriteFault = (typeof WRITE_FAULTS)[number];
