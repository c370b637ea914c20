/** What main and the device host say to each other. Both sides parse what they get: the host may be another build. */
import { z } from 'zod';
import { FAULT_CODES } from '../core/codes.ts';
import { CONFIRMATIONS } from '../core/event/event.ts';

const id = z.string().min(1).max(64);

const hex4 = z.string().regex(/^[0-9a-f]{4}$/);

/**
 * What a device is known by when its path changes: its own serial number where it has one, otherwise where it is plugged
 * in. Both are as `plugged` tells them. Vendor and product alone never decide: boards, scanners and printers share them.
 */
export const usbIdentitySchema = z.object({
  /** USB ids, four lower-case hexadecimal digits. */
  vendorId: hex4,
  productId: hex4,
  serialNumber: z.string().min(1).max(128).optional(),
  location: z.string().min(1).max(260).optional(),
});
export type UsbIdentity = z.infer<typeof usbIdentitySchema>;

export const serialLineSchema = z.object({
  /**
   * Device path, for instance /dev/ttyUSB0, COM3 or /dev/hidraw2. An administrator assigns it: a port is never probed.
   * With `usb` it is only where the device was seen last.
   */
  path: z.string().min(1).max(260),
  usb: usbIdentitySchema.optional(),
  baudRate: z.number().int().min(300).max(4_000_000).default(9600),
  dataBits: z.union([z.literal(7), z.literal(8)]).default(8),
  parity: z.enum(['none', 'even', 'odd']).default('none'),
  stopBits: z.union([z.literal(1), z.literal(2)]).default(1),
});
/** Makers whose serial commands are known; which of them knows what: scanner/signals.ts. */
export const SCANNER_MAKERS = ['honeywell', 'zebra', 'datalogic', 'newland', 'cipherlab'] as const;
export const serialScannerSchema = serialLineSchema.extend({
  id,
  kind: z.literal('serial'),
  laneId: id,
  /** Said by a person where no USB id tells it: behind a bare RS-232 line anything may be. */
  maker: z.enum(SCANNER_MAKERS).optional(),
});

/** A scanner in HID POS mode (usage page 8C, usage 02). Without `usb` and `path`: the first that nobody else names. */
export const hidScannerSchema = z.object({
  id,
  kind: z.literal('hid'),
  laneId: id,
  path: z.string().min(1).max(260).optional(),
  usb: usbIdentitySchema.optional(),
});
export const scannerSchema = z.discriminatedUnion('kind', [serialScannerSchema, hidScannerSchema]);

/**
 * Families of relay boards, with what a settings screen has to know of them. `relays` and `inputs` are the most that a
 * board of the family has. `echoed` boards repeat every order, `read` boards can be asked how their relays stand.
 */
export const DRIVER_FACTS = {
  lcus: { link: 'serial', relays: 16, inputs: 0, unit: 1, confirms: 'read_or_blind' },
  'modbus-rtu': { link: 'serial', relays: 16, inputs: 16, unit: 1, confirms: 'read' },
  'modbus-rtu-0100': { link: 'serial', relays: 16, inputs: 16, unit: 1, confirms: 'read' },
  'modbus-ascii': { link: 'serial', relays: 16, inputs: 16, unit: 254, confirms: 'read' },
  'kmtronic-2': { link: 'serial', relays: 2, inputs: 0, unit: 1, confirms: 'read' },
  'kmtronic-4': { link: 'serial', relays: 4, inputs: 0, unit: 1, confirms: 'read' },
  'kmtronic-8': { link: 'serial', relays: 8, inputs: 0, unit: 1, confirms: 'read' },
  numato: { link: 'serial', relays: 32, inputs: 32, unit: 1, confirms: 'read' },
  devantech: { link: 'serial', relays: 8, inputs: 8, unit: 1, confirms: 'read' },
  'dcttech-hid': { link: 'hid', relays: 8, inputs: 0, unit: 1, confirms: 'read' },
} as const;
export type DoorDriver = keyof typeof DRIVER_FACTS;
export const DOOR_DRIVERS = Object.keys(DRIVER_FACTS) as [DoorDriver, ...DoorDriver[]];

export const INPUT_USES = ['contact', 'rex', 'fire'] as const;
export const MODEM_LINES = ['cts', 'dsr', 'dcd'] as const;
export const doorInputSchema = z.object({
  /** Door contact: active while the door is open. REX, request to exit: active while somebody asks. Fire: while it burns. */
  which: z.enum(INPUT_USES),
  /** Input of the board, from 1, or a modem line of its serial port. */
  from: z.union([z.number().int().min(1).max(32), z.enum(MODEM_LINES)]),
  /**
   * NC: the input reads 1 while nothing happens, so that a cut wire counts as active. NO: it reads 0. An input that a
   * closed circuit pulls to 0 turns the two around.
   */
  wiring: z.enum(['NC', 'NO']),
});
export type DoorInput = z.infer<typeof doorInputSchema>;

/** All that the device host has to know of a door. */
export const relayDoorSchema = serialLineSchema.extend({
  id,
  name: z.string().min(1).max(60),
  driver: z.enum(DOOR_DRIVERS),
  /** Relay on the board, from 1. */
  channel: z.number().int().min(1).max(32).default(1),
  /** Modbus unit address; 248 to 255 are outside the standard, yet some boards leave the factory with 254 or 255. */
  unit: z.number().int().min(1).max(255).default(1),
  /** Who ends a pulse. Absent: the board where it can, otherwise the host. `host` is for copies that ignore the board-timed order. */
  timedBy: z.enum(['board', 'host']).optional(),
  /** How long the lock is released. */
  pulseMs: z.number().int().min(200).max(30_000).default(3000),
  inputs: z.array(doorInputSchema).max(8).optional(),
});

/** What the gate makes of a door's inputs (core/door); what is absent is as DOOR_DEFAULTS there. */
export const doorRulesSchema = z.object({
  /** Open for longer than this: held too long. */
  heldAfterMs: z.number().int().min(5000).max(3_600_000).optional(),
  /** A released door may be opened for so long after its lock has fallen in again; after that it was not opened. */
  graceMs: z.number().int().min(0).max(60_000).optional(),
  /** Open for less than this: nobody passed. 0: every opening counts as a passage. */
  passageMs: z.number().int().min(0).max(10_000).optional(),
  /** Somebody inside asks to leave: the gate releases the lock. Otherwise the button's own wiring does, and the gate only sees it. */
  exitReleases: z.boolean().optional(),
  /** An airlock: doors that must be shut for this one to open, and the other way round. */
  interlockedWith: z.array(id).max(15).optional(),
});
/** What the lock does when its power fails: opens (fail-safe) or stays locked (fail-secure). */
export const WITHOUT_POWER = ['unlocked', 'locked'] as const;
export const doorSchema = relayDoorSchema.extend({
  rules: doorRulesSchema.optional(),
  /** G2: written down, for whoever has to know it; nothing is switched by it. Absent: nobody has looked. */
  withoutPower: z.enum(WITHOUT_POWER).optional(),
});
export type SerialScannerConfig = z.infer<typeof serialScannerSchema>;
export type HidScannerConfig = z.infer<typeof hidScannerSchema>;
export type ScannerConfig = z.infer<typeof scannerSchema>;
export type DoorConfig = z.infer<typeof doorSchema>;

/** What may be asked of a scanner. */
export const SCANNER_SIGNALS = ['trigger_on', 'trigger_off', 'beep'] as const;

export const toHostSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('configure'), scanners: z.array(scannerSchema), doors: z.array(relayDoorSchema) }),
  /** Release a door for `pulseMs`. Answered by `pulsed` with the same `requestId`, exactly once. */
  z.object({ type: z.literal('pulse'), requestId: id, doorId: id, pulseMs: z.number().int() }),
  /** What is plugged in? Answered by `plugged`. Nothing is opened for it. */
  z.object({ type: z.literal('list'), requestId: id }),
  /** Asks a serial scanner of a maker whose commands are known to light up, or to beep. No answer: it is heard or seen. */
  z.object({ type: z.literal('signal'), scannerId: id, maker: z.enum(SCANNER_MAKERS), what: z.enum(SCANNER_SIGNALS) }),
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

/** A device that is plugged in, whether or not it is used. */
export const pluggedSchema = z.object({
  link: z.enum(['serial', 'hid']),
  /** As the settings take it. It may be another after the next start: `usb` tells more surely. */
  path: z.string().max(260),
  name: z.string().max(200).optional(),
  usb: usbIdentitySchema.optional(),
  /** By its ids and what it says of itself, never by trying it. `adapter`: a bare serial line; anything may be behind it. */
  guess: z.enum(['scanner', 'relay_board', 'adapter', 'other']),
  /** How a scanner is set up; only `serial` and `hid_pos` are used through this list. */
  mode: z.enum(['keyboard', 'serial', 'hid_pos']).optional(),
});
export type Plugged = z.infer<typeof pluggedSchema>;

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
  /** A door input changed, or was read for the first time since its line was opened. While its door is down nothing is known of it. */
  z.object({
    type: z.literal('input'),
    doorId: id,
    which: z.enum(INPUT_USES),
    active: z.boolean(),
    atMs: z.number().int(),
  }),
  z.object({ type: z.literal('plugged'), requestId: id, devices: z.array(pluggedSchema) }),
  z.object({ type: z.literal('pong'), n: z.number().int() }),
  z.object({ type: z.literal('stopped') }),
]);
export type ToHost = z.infer<typeof toHostSchema>;
export type FromHost = z.infer<typeof fromHostSchema>;
