/** What supervisors and clients' contacts do: connections, orders, bookings, documents, timesheets, messages. */
import { z } from 'zod';
import { bookingSchema, documentSchema, orderSchema } from '../../site/portal.ts';
import { id, time } from './pieces.ts';

const words = z.string().max(500);

export const portalData = {
  'connection.added': z.object({
    connectionId: id,
    workerId: id,
    clientId: id,
    /** Absent: all locations of the client. */
    locationIds: z.array(id).min(1).optional(),
    /** A new worker comes with the first connection (A3). */
    newWorker: z
      .object({
        firstName: words,
        lastName: words,
        contractorId: id.optional(),
        phone: z.string().max(40).optional(),
        email: z.string().max(200).optional(),
      })
      .optional(),
  }),
  'connection.deleted': z.object({ connectionId: id, workerId: id, clientId: id }),
  'order.submitted': z.object({ order: orderSchema }),
  /** New bookings start as "to be confirmed" (E3). */
  'booking.created': z.object({ booking: bookingSchema, rebookedFrom: id.optional() }),
  'booking.changed': z.object({ bookingId: id, booking: bookingSchema }),
  'document.added': z.object({ document: documentSchema }),
  /** E4, C5: a contact's own details, an invitation, or the end of somebody's access. */
  'contact.changed': z.object({
    userId: id,
    what: z.enum(['details', 'invited', 'removed']),
    name: words.optional(),
    email: z.string().max(200).optional(),
    phone: z.string().max(40).optional(),
    clientId: id.optional(),
    locationIds: z.array(id).optional(),
  }),
  /** `atLocationId`: where the person worked, when that is not the place of this gate. */
  'timesheet.approved': z.object({
    timesheetId: id,
    workerId: id,
    atLocationId: id.optional(),
    day: z.iso.date(),
    workedMinutes: z.number().int().min(0),
    breakMinutes: z.number().int().min(0),
    estimated: z.boolean(),
  }),
  'timesheet.disputed': z.object({
    timesheetId: id,
    workerId: id,
    atLocationId: id.optional(),
    day: z.iso.date(),
    reason: words,
  }),
  'message.sent': z.object({
    messageId: id,
    text: z.string().min(1).max(1000),
    workerIds: z.array(id).max(10_000),
    sentAt: time,
  }),
} as const;
