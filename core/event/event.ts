/**
 * The facts that a gate records (PROTOCOL "Up: events"). An event never changes once written; an undo is a new event.
 * The envelope is parsed strictly; the data of types known here by their schema; unknown types are kept as they came.
 */
import { z } from 'zod';
import { accessData } from './data/access.ts';
import { actData } from './data/act.ts';
import { deviceData } from './data/device.ts';
import { doorData } from './data/door.ts';
import { musterData } from './data/muster.ts';
import { hash, id, time } from './data/pieces.ts';
import { passData } from './data/pass.ts';
import { portalData } from './data/portal.ts';
import { shiftData } from './data/shift.ts';
import { userData } from './data/user.ts';

export { CONFIRMATIONS, DOOR_MODES, DOOR_STANDS, DOOR_UNUSED, OPENED_BY, OVERRIDE_PURPOSES } from './data/door.ts';

/** The data of every type known here, by what the types are about. */
export const EVENT_DATA = {
  ...accessData,
  ...actData,
  ...doorData,
  ...deviceData,
  ...userData,
  ...musterData,
  ...portalData,
  ...passData,
  ...shiftData,
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
