/**
 * What a client's contacts and supervisors work with: bookings with their rosters, orders with their placements, timesheets,
 * documents, messages (PRODUCT C, D7, E).
 */
import { z } from 'zod';
import { blobHash, id, name, time } from './pieces.ts';

const words = z.string().max(2000);

/** E1, E3: a booked event. A new one starts as `to_be_confirmed`. */
export const bookingSchema = z.object({
  id,
  clientId: id,
  locationId: id,
  name,
  startsAt: time,
  endsAt: time,
  status: z.enum(['to_be_confirmed', 'confirmed', 'cancelled', 'completed']),
  teamLeader: z.object({ name, phone: z.string().max(40).optional() }).optional(),
  /** Absent where the client has staff numbers switched off (E3). */
  staffNumbers: z.number().int().min(0).max(100_000).optional(),
  skills: z.array(z.object({ skill: name, count: z.number().int().min(1) })).default([]),
  resources: z.array(name).default([]),
  requiredQualifications: z.array(name).default([]),
  notes: words.optional(),
});

/** E1: somebody on a booking's roster. It admits like an assignment to a work order. */
export const rosterEntrySchema = z.object({
  id,
  bookingId: id,
  locationId: id,
  workerId: id,
  startsAt: time,
  endsAt: time,
  role: name.optional(),
  vehiclePlate: z.string().max(20).optional(),
});

/** C2: a client's wish for people. */
export const orderSchema = z.object({
  id,
  clientId: id,
  locationId: id,
  title: name,
  skill: name.optional(),
  startsAt: time,
  endsAt: time,
  wanted: z.number().int().min(1).max(10_000),
  status: z.enum(['submitted', 'open', 'filled', 'cancelled']),
  notes: words.optional(),
});

/** C2: who fills an order, and when. */
export const placementSchema = z.object({
  id,
  orderId: id,
  locationId: id,
  workerId: id,
  startsAt: time,
  endsAt: time,
  status: z.enum(['placed', 'confirmed', 'cancelled']),
  /** C1: whoever looks after several places reads the name also where the person's own record is not. */
  workerName: name.optional(),
});

/** How somebody is known to have left: seen by a scanner, told by staff (B7: an estimate), or closed by the rule (G7). */
export const ENDINGS = ['seen', 'told', 'rule'] as const;

/** C4: one act that a day's hours are made of. `at`: by central's clock. */
export const workActSchema = z.object({
  eventId: id,
  at: time,
  kind: z.enum(['in', 'out', 'break_start', 'break_end', 'undo']),
  /** For `out`. */
  ending: z.enum(ENDINGS).optional(),
  /** For `undo`: the act that it takes back. */
  undoes: id.optional(),
  /** For `in`: what the person came for. */
  workOrderIds: z.array(id).optional(),
});

/** Minutes as the acts say them now. */
const hours = { workedMinutes: z.number().int().min(0), breakMinutes: z.number().int().min(0) };

/** C4: one person's hours at one place on one day of the place's calendar; a night's work belongs to the day on which it began. */
export const timesheetSchema = z.object({
  id,
  workerId: id,
  locationId: id,
  clientId: id.optional(),
  day: z.iso.date(),
  status: z.enum(['open', 'approved', 'disputed']),
  spans: z
    .array(
      z.object({
        from: time,
        to: time,
        estimated: z.boolean(),
        ending: z.enum(ENDINGS).optional(),
        breaks: z.array(z.object({ from: time, to: time })).optional(),
      }),
    )
    .default([]),
  ...hours,
  /** G7: in stays that only the rule has ended; no part of `workedMinutes`. */
  unconfirmedMinutes: z.number().int().min(0).default(0),
  estimated: z.boolean(),
  /** Since when the person is inside, and on a break: what is worked from then on is not counted yet. */
  openSince: time.optional(),
  onBreakSince: time.optional(),
  /** All acts of that day, whichever stay they belong to: the hours can be counted again when another arrives. */
  acts: z.array(workActSchema).default([]),
  workerName: name.optional(),
  decidedBy: id.optional(),
  decidedAt: time.optional(),
  reason: z.string().max(500).optional(),
  /** What the acts say since the day was approved: its hours stay as they were approved. */
  later: z.object({ ...hours, openSince: time.optional() }).optional(),
});

/** As central takes them (PROTOCOL "Files"). */
export const MOST_FILE_BYTES = 25 * 1024 * 1024;

/** E2: its bytes are a blob. `subject`: what it belongs to. */
export const documentSchema = z.object({
  id,
  name,
  mediaType: z.string().max(100),
  sizeBytes: z.number().int().min(0),
  sha256: blobHash,
  subject: z.object({ kind: z.enum(['booking', 'worker', 'work_order', 'location']), id }),
  /** Where it is shown; a worker's certificate goes wherever the worker does. */
  locationId: id.optional(),
  uploadedAt: time,
  uploadedBy: id.optional(),
});

/** D7: one message to all on Access granted, and how far it got with each. */
export const messageSchema = z.object({
  id,
  locationId: id,
  text: z.string().min(1).max(1000),
  sentAt: time,
  sentBy: id.optional(),
  recipients: z.array(
    z.object({ workerId: id, state: z.enum(['queued', 'sent', 'delivered', 'not_delivered', 'no_address']) }),
  ),
});

export type Booking = z.infer<typeof bookingSchema>;
export type RosterEntry = z.infer<typeof rosterEntrySchema>;
export type Order = z.infer<typeof orderSchema>;
export type Placement = z.infer<typeof placementSchema>;
export type Timesheet = z.infer<typeof timesheetSchema>;
export type WorkAct = z.infer<typeof workActSchema>;
export type DocumentRecord = z.infer<typeof documentSchema>;
export type Message = z.infer<typeof messageSchema>;
