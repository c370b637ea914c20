/**
 * The facts that a gate records (PROTOCOL "Up: events"). An event never changes once written; an undo is a new event.
 * The envelope is parsed strictly; the data of types known here by their schema; unknown types are kept as they came.
 */
import { z } from 'zod';
import { CODE_NAMES, FAULT_CODES } from '../codes.ts';
import { READING_SOURCES } from '../reading.ts';

const id = z.string().min(1).max(64);
const time = z.iso.datetime({ precision: 3 });
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const code = z.enum(CODE_NAMES);
/** What a decision stood on, as far as its words speak of it; why somebody is blocked stays out of the record. Times: Unix ms. */
const facts = z.object({
  startsAtMs: z.number().int().optional(),
  endsAtMs: z.number().int().optional(),
  sinceMs: z.number().int().optional(),
  clientName: z.string().optional(),
  locationName: z.string().optional(),
  workOrderNumber: z.string().optional(),
  count: z.number().int().optional(),
});
const reader = { laneId: id.optional(), scannerId: id.optional(), source: z.enum(READING_SOURCES).optional() };

/** How a pulse is known to have happened: the board answered for its coil, echoed the order, or says nothing. */
export const CONFIRMATIONS = ['verified', 'echoed', 'blind'] as const;

/** What made a door open, as far as its inputs and the releases before tell. */
export const OPENED_BY = ['grant', 'exit_request', 'held_open', 'fire', 'forced', 'unknown'] as const;

/** Why a door is released without a badge. */
export const OVERRIDE_PURPOSES = ['open_once', 'test', 'self_check', 'exit_request'] as const;

/** Modes that a person sets. */
export const DOOR_MODES = ['normal', 'held_open', 'locked_down'] as const;
/** The same, and `freed`: a fire input frees the door, whatever its mode is. */
export const DOOR_STANDS = [...DOOR_MODES, 'freed'] as const;

export const EVENT_DATA = {
  'access.granted': z.object({
    workerId: id,
    badgeId: id.optional(),
    clientId: id.optional(),
    workOrderIds: z.array(id),
    until: time,
    ...reader,
  }),
  'access.refused': z.object({
    code,
    workerId: id.optional(),
    badgeId: id.optional(),
    /** SHA-256 of the text as read: a repeated stranger can be seen without keeping what the code said. */
    textHash: hash.optional(),
    direction: z.enum(['in', 'out']).optional(),
    facts: facts.optional(),
    ...reader,
  }),
  'presence.checked_in': z.object({
    workerId: id,
    badgeId: id.optional(),
    mode: z.enum(['scan', 'manual', 'bulk', 'auto']),
    code,
    notes: z.array(code),
    workOrderIds: z.array(id),
    facts: facts.optional(),
    ...reader,
  }),
  'presence.checked_out': z.object({
    workerId: id,
    badgeId: id.optional(),
    mode: z.enum(['scan', 'manual', 'bulk', 'auto']),
    code,
    notes: z.array(code),
    insideMs: z.number().int().min(0).optional(),
    ...reader,
  }),
  'door.opened': z.object({ doorId: id, causeId: id, confirmation: z.enum(CONFIRMATIONS), pulseMs: z.number().int() }),
  /** The contact has closed. `causeId` is the act that the door was opened for, where one is known. */
  'door.closed': z.object({
    doorId: id,
    causeId: id.optional(),
    openedBy: z.enum(OPENED_BY),
    openMs: z.number().int().min(0),
  }),
  /** Opened with no grant, no request to exit, and not held open. */
  'door.forced': z.object({ doorId: id }),
  /** Open for too long. */
  'door.held': z.object({ doorId: id, causeId: id.optional(), openMs: z.number().int().min(0) }),
  'door.mode_changed': z.object({
    doorId: id,
    from: z.enum(DOOR_STANDS),
    to: z.enum(DOOR_STANDS),
    /** In the words of whoever changed it; never about a person. */
    why: z.string().max(200),
  }),
  /**
   * A door is released without a badge: by staff, to try it, or because somebody inside asks to leave. Written before the
   * relay moves; what came of it names this event as its cause.
   */
  'override.given': z.object({
    doorId: id,
    purpose: z.enum(OVERRIDE_PURPOSES),
    /** In the words of whoever did it; never about a person. Empty where the purpose says all. */
    reason: z.string().max(200),
  }),
  'device.started': z.object({ appVersion: z.string(), platform: z.string(), runtime: z.string() }),
  'device.stopped': z.object({ reason: z.string().max(200) }),
  'device.fault': z.object({
    code: z.enum(FAULT_CODES),
    /** Which part: a scanner, a door, the host, the camera, the journal. */
    part: z.string().max(64),
    /** For the log reader; never personal data. */
    detail: z.string().max(500).optional(),
    causeId: id.optional(),
  }),
  'device.recovered': z.object({ code: z.enum(FAULT_CODES), part: z.string().max(64) }),
  /** What a look at every part of the gate found (G11): codes and figures, no names. */
  'device.self_check': z.object({
    ended: z.enum(['done', 'stopped']),
    results: z
      .array(
        z.object({
          part: z.string().max(64),
          /** Which one, where there are several of a kind. */
          deviceId: id.optional(),
          result: z.enum(['good', 'look', 'bad', 'skipped']),
          code: code.optional(),
          /** The figure that goes with the part: milliseconds for clock and data, bytes for the disk. */
          value: z.number().int().optional(),
          confirmation: z.enum(CONFIRMATIONS).optional(),
        }),
      )
      .max(64),
  }),
  'clock.jumped': z.object({ byMs: z.number().int() }),
} as const;

export type EventType = keyof typeof EVENT_DATA;
export type EventData<T extends EventType> = z.infer<(typeof EVENT_DATA)[T]>;

export const actorSchema = z.object({ kind: z.enum(['worker', 'user', 'system']), userId: id.optional() });
export type Actor = z.infer<typeof actorSchema>;

/** The envelope, with the data left as it came: what a receiver checks first. */
export const eventSchema = z.object({
  id: z.uuid({ version: 'v7' }),
  deviceId: id,
  /** Gapless per device, from 1. */
  seq: z.number().int().min(1),
  type: z.string().regex(/^[a-z]+\.[a-z_]+$/),
  occurredAt: time,
  bootId: id,
  monotonicMs: z.number().int().min(0),
  /** Central's clock minus this device's, as last learnt; null: never learnt. */
  clockOffsetMs: z.number().int().nullable(),
  gateId: id,
  locationId: id,
  actor: actorSchema,
  data: z.record(z.string(), z.unknown()),
  prevHash: hash,
  hash,
});
export type EventEnvelope = z.infer<typeof eventSchema>;

/** An event of a type known here, its data parsed. */
export type GateEvent = {
  [T in EventType]: Omit<EventEnvelope, 'type' | 'data'> & { type: T; data: EventData<T> };
}[EventType];

/** What happened, before the journal gives it an id, a place in the order and a hash. */
export type Fact = { [T in EventType]: { type: T; data: EventData<T>; actor: Actor } }[EventType];

/** The event with its data understood, or undefined for an unknown type or data that do not fit it. */
export function knownEvent(event: EventEnvelope): GateEvent | undefined {
  if (!(event.type in EVENT_DATA)) return undefined;
  const data = EVENT_DATA[event.type as EventType].safeParse(event.data);
  return data.success ? ({ ...event, data: data.data } as GateEvent) : undefined;
}
