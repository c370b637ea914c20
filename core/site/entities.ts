/**
 * What central tells a gate (PROTOCOL "Entities"). One schema per entity, shared by central, the sync loop and the cache.
 * Times are RFC 3339 UTC with milliseconds; unknown fields are dropped, so that an older gate survives a newer central.
 */
import { z } from 'zod';

const id = z.string().min(1).max(64);
const time = z.iso.datetime({ precision: 3 });
const name = z.string().min(1).max(200);

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

/** `requiresWorkerRegistration` false: its locations admit without a connection (A6). */
export const clientSchema = z.object({
  id,
  name,
  requiresWorkerRegistration: z.boolean(),
  requiresCheckIn: z.boolean(),
});

export const contractorSchema = z.object({ id, name });

export const workerSchema = z.object({
  id,
  firstName: name,
  lastName: name,
  contractorId: id.optional(),
  /** BCP 47, for instance pl: the kiosk speaks it to this person. */
  language: z.string().max(35).optional(),
  photo: z.string().optional(),
  phone: z.string().max(40).optional(),
  blocked: z.object({ reason: z.string().max(500), since: time }).optional(),
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
});

/** D2: this worker is to work on this order. */
export const assignmentSchema = z.object({ id, workOrderId: id, workerId: id });

/** The location's rules. Every number has its unit in its name. */
export const policySchema = z.object({
  id,
  locationId: id,
  graceBeforeMinutes: z.number().int().min(0).default(30),
  graceAfterMinutes: z.number().int().min(0).default(30),
  /** D6: how long a first scan is good for. */
  grantHours: z.number().min(1).default(24),
  /** D3: whether staff may grant by one tap after the first scan. */
  laterGrants: z.enum(['scan', 'tap']).default('scan'),
  antiPassback: z.enum(['off', 'warn', 'refuse']).default('refuse'),
  /** Most people inside at once; null is no limit. */
  capacity: z.number().int().min(1).nullable().default(null),
  /** A signed badge whose person is not in the cache yet (DESIGN 6). */
  signedWithoutRecord: z.enum(['admit', 'ask', 'refuse']).default('ask'),
  /** G5: the same code at the same lane within this time is one act. */
  repeatGuardSeconds: z.number().min(0).default(5),
  /** G3: age of the data from which the screen warns, a person must look, nobody new is admitted; null is never. */
  staleWarnHours: z.number().min(0).nullable().default(4),
  staleAskHours: z.number().min(0).nullable().default(72),
  staleRefuseHours: z.number().min(0).nullable().default(null),
});

export const userSchema = z.object({
  id,
  name,
  role: z.enum(['gate_staff', 'supervisor', 'client_contact', 'administrator']),
  status: z.enum(['active', 'inactive']),
  locationIds: z.array(id),
});

/** Presence and activity that came from the location's other gates. */
export const presenceSchema = z.object({
  id,
  workerId: id,
  locationId: id,
  gateId: id,
  inside: z.boolean(),
  since: time,
});

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
} as const;

export type EntityName = keyof typeof ENTITY_SCHEMAS;
export type EntityOf<N extends EntityName> = z.infer<(typeof ENTITY_SCHEMAS)[N]>;

export type Location = z.infer<typeof locationSchema>;
export type Gate = z.infer<typeof gateSchema>;
export type Client = z.infer<typeof clientSchema>;
export type Contractor = z.infer<typeof contractorSchema>;
export type Worker = z.infer<typeof workerSchema>;
export type Requirement = z.infer<typeof requirementSchema>;
export type Connection = z.infer<typeof connectionSchema>;
export type Badge = z.infer<typeof badgeSchema>;
export type IssuerKey = z.infer<typeof issuerKeySchema>;
export type WorkOrder = z.infer<typeof workOrderSchema>;
export type Assignment = z.infer<typeof assignmentSchema>;
export type Policy = z.infer<typeof policySchema>;
