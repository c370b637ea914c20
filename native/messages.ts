/** What main and the device host say to each other. Both sides parse what they get: the host may be another build. */
import { z } from 'zod';
import { FAULT_CODES } from '../core/codes.ts';
import { CONFIRMATIONS } from '../core/event/event.ts';

const id = z.string().min(1).max(64);

export const serialLineSchema = z.object({
  /** Device path, for instance /dev/ttyUSB0 or COM3. An administrator assigns it: a port is never probed. */
  path: z.string().min(1).max(260),
  baudRate: z.number().int().min(300).max(4_000_000).default(9600),
  dataBits: z.union([z.literal(7), z.literal(8)]).default(8),
  parity: z.enum(['none', 'even', 'odd']).default('none'),
  stopBits: z.union([z.literal(1), z.literal(2)]).default(1),
});
export const serialScannerSchema = serialLineSchema.extend({ id, kind: z.literal('serial'), laneId: id });

export const DOOR_DRIVERS = ['lcus', 'modbus-rtu'] as const;
export const doorSchema = serialLineSchema.extend({
  id,
  name: z.string().min(1).max(60),
  driver: z.enum(DOOR_DRIVERS),
  /** Relay on the board, from 1. */
  channel: z.number().int().min(1).max(16).default(1),
  /** Modbus unit address; 248 to 255 are outside the standard, yet some boards leave the factory with 255. */
  unit: z.number().int().min(1).max(255).default(1),
  /** Who ends a pulse. Absent: the board where it can, otherwise the host. `host` is for copies that ignore the board-timed order. */
  timedBy: z.enum(['board', 'host']).optional(),
  /** How long the lock is released. */
  pulseMs: z.number().int().min(200).max(30_000).default(3000),
});
export type SerialScannerConfig = z.infer<typeof serialScannerSchema>;
export type DoorConfig = z.infer<typeof doorSchema>;

export const toHostSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('configure'), scanners: z.array(serialScannerSchema), doors: z.array(doorSchema) }),
  /** Release a door for `pulseMs`. Answered by `pulsed` with the same `requestId`, exactly once. */
  z.object({ type: z.literal('pulse'), requestId: id, doorId: id, pulseMs: z.number().int() }),
  z.object({ type: z.literal('ping'), n: z.number().int() }),
  /** Drive every relay to rest, close every port, then answer `stopped`. */
  z.object({ type: z.literal('stop') }),
]);

export type Confirmation = (typeof CONFIRMATIONS)[number];
export const pulseResultSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), confirmation: z.enum(CONFIRMATIONS) }),
  z.object({ ok: z.literal(false), code: z.enum(FAULT_CODES), detail: z.string().max(500) }),
]);
export type PulseResult = z.infer<typeof pulseResultSchema>;

export const fromHostSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready') }),
  z.object({
    type: z.literal('reading'),
    scannerId: id,
    laneId: id,
    text: z.string().max(4096),
    atMs: z.number().int(),
  }),
  z.object({ type: z.literal('pulsed'), requestId: id, doorId: id, result: pulseResultSchema }),
  /** A device came up, or went down with a code. Sent at every change, and once for each device after `configure`. */
  z.object({
    type: z.literal('device'),
    deviceId: id,
    kind: z.enum(['scanner', 'door']),
    state: z.enum(['up', 'down']),
    code: z.enum(FAULT_CODES).optional(),
    detail: z.string().max(500).optional(),
  }),
  z.object({ type: z.literal('pong'), n: z.number().int() }),
  z.object({ type: z.literal('stopped') }),
]);
export type ToHost = z.infer<typeof toHostSchema>;
export type FromHost = z.infer<typeof fromHostSchema>;
