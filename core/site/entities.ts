/**
 * What central tells a gate (PROTOCOL "Entities"). One schema per entity, shared by central, the sync loop and the cache.
 * Times are RFC 3339 UTC with milliseconds; unknown fields are dropped, so that an older gate survives a newer central.
 */
import { z } from 'zod';
import { blobHash, id, name, peerKeySchema, time } from './pieces.ts';
import { policySchema } from './policy.ts';
import {
  bookingSchema,
  documentSchema,
  messageSchema,
  orderSchema,
  placementSchema,
  rosterEntrySchema,
  timesheetSchema,
} from './portal.ts';

export { policySchema, type Policy } from './policy.ts';

export const LANE_DIRECTIONS = ['in', 'out', 'both'] as const;

/** A place people are admitted to. `clientIds`: whose place it is (more than one on a shared site). */
export const locationSchema = z.object({
  id,
  name,
  clientIds: z.array(id).min(1),
  /** IANA zone, for instance Europe/Warsaw: screens show site time. */
  timeZone: z.string().min(1),
  /** A7: whether this location requires check-in at all is the client's setting. */
  requiresCheckIn: z.boolean(),
});

export const gateSchema = z.object({ id, name, locationId: id });

/** What a client's contacts see and do (C2, E1, E2, E3). */
export const clientSectionsSchema = z.object({
  orders: z.boolean().default(true),
  submitOrders: z.boolean().default(true),
  timesheets: z.boolean().default(true),
  events: z.boolean().default(true),
  bookEvents: z.boolean().default(true),
  staffNumbers: z.boolean().default(true),
  roster: z.boolean().default(true),
  rosterPhotos: z.boolean().default(true),
  rosterTimes: z.boolean().default(true),
  rosterSkills: z.boolean().default(true),
  rosterQualifications: z.boolean().default(true),
  rosterVehicles: z.boolean().default(true),
  documentsUp: z.boolean().default(true),
  documentsDown: z.boolean().default(true),
});

/** `requiresWorkerRegistration` false: its locations admit without a connection (A6). */
export const clientSchema = z.object({
  id,
  name,
  requiresWorkerRegistration: z.boolean(),
  requiresCheckIn: z.boolean(),
  /** Absent: everything is on. */
  sections: clientSectionsSchema.optional(),
});

export const contractorSchema = z.object({ id, name });

export const workerSchema = z.object({
  id,
  firstName: name,
  lastName: name,
  contractorId: id.optional(),
  /** BCP 47, for instance pl: the kiosk speaks it to this person. */
  language: z.string().max(35).optional(),
  /** Content hash of the photo. */
  photo: blobHash.optional(),
  phone: z.string().max(40).optional(),
  email: z.string().max(200).optional(),
  skills: z.array(name).optional(),
  /** `documentId`: the certificate. */
  qualifications: z.array(z.object({ name, validUntil: time.optional(), documentId: id.optional() })).optional(),
  /** For parking and permits. */
  vehicles: z
    .array(z.object({ plate: z.string().min(1).max(20), kind: name.optional(), permit: name.optional() }))
    .optional(),
  /** For gate staff; never about health or conduct. */
  note: z.string().max(500).optional(),
  /** Somebody who holds a temporary pass: good for its time and no longer. */
  visitor: z.boolean().optional(),
  blocked: z.object({ reason: z.string().max(500), since: time }).optional(),
  /** Locations whose desk added this person or took the last connection away: there they stay known without one (A2). */
  keptAt: z.array(id).optional(),
});

/** A state that a client demands of a worker. Without `validUntil` it does not end. */
export const requirementSchema = z.object({
  status: z.enum(['complete', 'missing', 'not_required']),
  validUntil: time.optional(),
});

/** A1: worker ↔ client, at some (`locationIds`) or all locations (absent), each with its own compliance. */
export const connectionSchema = z.object({
  id,
  workerId: id,
  clientId: id,
  locationIds: z.array(id).optional(),
  assessment: requirementSchema,
  induction: requirementSchema,
  credential: requirementSchema,
});

/**
 * A badge that central knows. `code` is the text of an opaque badge (another system's card); signed badges are found by id.
 * A badge is good from `validFrom` (absent: always was) until `validUntil` (absent: no end) unless `revokedAt` is set.
 */
export const badgeSchema = z.object({
  id,
  kind: z.enum(['signed', 'short', 'opaque']),
  workerId: id,
  code: z.string().max(512).optional(),
  validFrom: time.optional(),
  validUntil: time.optional(),
  revokedAt: time.optional(),
  /** A temporary pass: it needs no work order, and is good at the place that issued it and nowhere else. */
  pass: z.object({ locationId: id }).optional(),
});

/** A key that badges are signed with. `id` is the COSE key id in hex; the algorithm is fixed per key. */
export const issuerKeySchema = z.object({
  id,
  alg: z.enum(['EdDSA', 'ES256']),
  jwk: z.object({ kty: z.string(), crv: z.string(), x: z.string(), y: z.string().optional() }),
  validFrom: time.optional(),
  validUntil: time.optional(),
});

export const workOrderSchema = z.object({
  id,
  number: z.string().min(1).max(40),
  title: name,
  clientId: id,
  locationId: id,
  startsAt: time,
  endsAt: time,
  status: z.enum(['open', 'completed', 'cancelled']),
  /** Whom to ask about it. */
  leader: z.object({ name, phone: z.string().max(40).optional() }).optional(),
});

/** D2: this worker is to work on this order. */
export const assignmentSchema = z.object({ id, workOrderId: id, workerId: id });

/** DESIGN 8; workers never sign in. */
export const ROLES = ['gate_staff', 'supervisor', 'client_contact', 'administrator'] as const;
export type Role = (typeof ROLES)[number];

export const userSchema = z.object({
  id,
  name,
  role: z.enum(ROLES),
  status: z.enum(['active', 'inactive']),
  locationIds: z.array(id),
  /** For a client's contact: whose. */
  clientId: id.optional(),
  email: z.string().max(200).optional(),
  phone: z.string().max(40).optional(),
  /** argon2id, as PHC strings, so that both can be checked with no network (DESIGN 8). */
  pinHash: z.string().max(300).optional(),
  passwordHash: z.string().max(300).optional(),
});

/** Presence and activity that came from the location's other gates. */
export const presenceSchema = z.object({
  id,
  workerId: id,
  locationId: id,
  gateId: id,
  inside: z.boolean(),
  since: time,
  /** The act that it stands on. */
  eventId: id.optional(),
});

/** What stands for the gate of an act that was made at none: a person checked in to a work order from a phone (D8). */
export const REMOTE = 'remote';

/** An act of another gate of the place, as central took it: `id` is the event's, `occurredAt` is by central's clock. */
export const activitySchema = z.object({
  id,
  type: z.string().max(64),
  workerId: id.optional(),
  locationId: id,
  gateId: id,
  occurredAt: time,
  code: z.string().max(64).optional(),
  mode: z.string().max(20).optional(),
  userId: id.optional(),
  /** D8: the work order that somebody checked in to from elsewhere. */
  workOrderId: id.optional(),
  /** Whose journal it is in: that device is not told of it. */
  deviceId: id.optional(),
});

/**
 * A computer at one of the place's gates (`id`: the device), and the key by which the others know it on their own network when central
 * can't be reached: X25519, 32 bytes as base64url. Only the device itself has the private half.
 */
export const peerSchema = z.object({ id, locationId: id, gateId: id, publicKey: peerKeySchema });

/** Entities this gate understands; others are kept as they came, for a newer version to read. */
export const ENTITY_SCHEMAS = {
  location: locationSchema,
  gate: gateSchema,
  client: clientSchema,
  contractor: contractorSchema,
  worker: workerSchema,
  connection: connectionSchema,
  badge: badgeSchema,
  issuerKey: issuerKeySchema,
  workOrder: workOrderSchema,
  assignment: assignmentSchema,
  policy: policySchema,
  user: userSchema,
  presence: presenceSchema,
  activity: activitySchema,
  booking: bookingSchema,
  rosterEntry: rosterEntrySchema,
  order: orderSchema,
  placement: placementSchema,
  timesheet: timesheetSchema,
  document: documentSchema,
  message: messageSchema,
  peer: peerSchema,
} as const;

export type EntityName = keyof typeof ENTITY_SCHEMAS;
export type EntityOf<N extends EntityName> = z.infer<(typeof ENTITY_SCHEMAS)[N]>;

export type Location = z.infer<typeof locationSchema>;
export type Gate = z.infer<typeof gateSchema>;
export type Client = z.infer<typeof clientSchema>;
export type ClientSections = z.infer<typeof clientSectionsSchema>;
export type Contractor = z.infer<typeof contractorSchema>;
export type Worker = z.infer<typeof workerSchema>;
export type Requirement = z.infer<typeof requirementSchema>;
export type Connection = z.infer<typeof connectionSchema>;
export type Badge = z.infer<typeof badgeSchema>;
export type IssuerKey = z.infer<typeof issuerKeySchema>;
export type WorkOrder = z.infer<typeof workOrderSchema>;
export type Assignment = z.infer<typeof assignmentSchema>;
export type User = z.infer<typeof userSchema>;
export type Peer = z.infer<typeof peerSchema>;
export type Activity = z.infer<typeof activitySchema>;
export type OtherPresence = z.infer<typeof presenceSchema>;

export const sectionsOf = (client: Client): ClientSections => client.sections ?? clientSectionsSchema.parse({});
