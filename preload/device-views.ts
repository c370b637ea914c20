/** What the settings screen for devices, the doors on the desk and the self-check are shown and send. Times are Unix milliseconds. */
import { z } from 'zod';
import { CODE_NAMES, FAULT_CODES } from '../core/codes.ts';
import { learntScannerSchema } from '../core/learnt-scanner.ts';
import { CONFIRMATIONS } from '../core/event/event.ts';
import { LANE_DIRECTIONS } from '../core/site/entities.ts';
import {
  DOOR_DRIVERS,
  doorSchema,
  pluggedSchema,
  scannerSchema,
  SCANNER_MAKERS,
  SCANNER_SIGNALS,
  WITHOUT_POWER,
} from '../native/messages.ts';

const id = z.string().min(1).max(64);
const fault = z.enum(FAULT_CODES);

export const laneSchema = z.object({
  id,
  name: z.string().min(1).max(60),
  direction: z.enum(LANE_DIRECTIONS),
  doorId: id.optional(),
});

/** Everything about devices in the settings file: what is edited, saved and undone as one. */
export const deviceSetupSchema = z.object({
  lanes: z.array(laneSchema).min(1).max(16),
  doors: z.array(doorSchema).max(16),
  scanners: z.array(scannerSchema).max(16),
  wedge: z.object({ enabled: z.boolean(), laneId: id }),
  camera: z.object({ enabled: z.boolean(), laneId: id }),
});

export const deviceSettingsViewSchema = z.object({
  setup: deviceSetupSchema,
  /** What the keyboard-type scanner's calibration code taught. It is no part of the setup: it is kept as soon as it is learnt. */
  learnt: learntScannerSchema.optional(),
  /** There is an earlier setup to go back to. */
  canUndo: z.boolean(),
  /** The families of relay boards, as the device host knows them. `unit`: the address that they leave the factory with. */
  drivers: z.array(
    z.object({
      name: z.enum(DOOR_DRIVERS),
      link: z.enum(['serial', 'hid']),
      relays: z.number().int(),
      inputs: z.number().int(),
      unit: z.number().int(),
      confirms: z.enum(['read', 'echoed', 'read_or_blind', 'blind']),
    }),
  ),
});

/** What stands against a setup; a clear one is saved. Places are as in the setup, for instance doors.0.path. */
export const SETUP_PROBLEMS = [
  'same_id',
  'same_relay',
  'no_such_door',
  'no_such_lane',
  'no_such_relay',
  'port_in_use',
  'no_inputs',
  'own_airlock',
] as const;
export const setupProblemSchema = z.object({ place: z.string(), problem: z.enum(SETUP_PROBLEMS) });

export const doorTestSchema = z.discriminatedUnion('ok', [
  /** `contactOpened`: the door contact was seen to open; absent: the door has none. */
  z.object({ ok: z.literal(true), confirmation: z.enum(CONFIRMATIONS), contactOpened: z.boolean().optional() }),
  z.object({ ok: z.literal(false), code: fault, detail: z.string() }),
]);

/** A reading while scanners are tried out: shown, and neither decided nor written down. */
export const testReadingSchema = z.object({
  scannerId: id,
  source: z.enum(['camera', 'wedge', 'serial', 'hid']),
  /** What it turned out to be; `unreadable` when nothing could be made of it. */
  kind: z.enum(['signed', 'card', 'service', 'unreadable']),
  length: z.number().int(),
  /** The beginning of the text, enough to tell one code from another and not enough to make it again. */
  beginning: z.string().max(12),
  atMs: z.number(),
});

/** What came of scanning the calibration code. Not `ok`: it was not whole; the next scan is looked at too. */
export const learningSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), learnt: learntScannerSchema }),
  z.object({ ok: z.literal(false) }),
]);

export const DOOR_MODES = ['normal', 'held_open', 'locked_down'] as const;
export const DOOR_ALARMS = ['forced', 'held_too_long', 'not_opened', 'nobody_passed'] as const;
export const doorViewSchema = z.object({
  id,
  name: z.string(),
  state: z.enum(['up', 'down', 'starting']),
  code: fault.optional(),
  mode: z.enum(DOOR_MODES),
  /** Who set the mode, when, and why. */
  modeBy: z.string().optional(),
  modeReason: z.string().optional(),
  modeSinceMs: z.number().optional(),
  /** Absent: the door has no contact. */
  contact: z.enum(['open', 'closed', 'unknown']).optional(),
  /** What the lock does when its power fails, where somebody has written it down. */
  withoutPower: z.enum(WITHOUT_POWER).optional(),
  fire: z.boolean(),
  alarm: z.enum(DOOR_ALARMS).optional(),
  alarmSinceMs: z.number().optional(),
});

export const CHECK_PARTS = [
  'camera',
  'scanner',
  'door',
  'sound',
  'clock',
  'data',
  'central',
  'journal',
  'disk',
] as const;
export const checkResultSchema = z.object({
  part: z.enum(CHECK_PARTS),
  /** Which one, for scanners and doors. */
  deviceId: id.optional(),
  name: z.string().optional(),
  result: z.enum(['good', 'look', 'bad', 'skipped']),
  /** Why it is not good, where a code says it. */
  code: z.enum(CODE_NAMES).optional(),
  /** A figure that belongs to it: milliseconds off for the clock, age of the data, pulse confirmed, free bytes. */
  value: z.number().optional(),
  confirmation: z.enum(CONFIRMATIONS).optional(),
});
export const selfCheckSchema = z.object({
  state: z.enum(['none', 'running', 'done', 'stopped']),
  startedAtMs: z.number().optional(),
  endedAtMs: z.number().optional(),
  /** In the order in which they were looked at; while it runs, those that are done. */
  results: z.array(checkResultSchema),
  total: z.number().int(),
});

export const deviceCalls = {
  getDeviceSettings: { ask: z.undefined(), answer: deviceSettingsViewSchema },
  listPlugged: { ask: z.undefined(), answer: z.array(pluggedSchema) },
  /** Saves and applies at once when nothing stands against it; otherwise changes nothing and says what. */
  saveDeviceSettings: { ask: deviceSetupSchema, answer: z.object({ problems: z.array(setupProblemSchema) }) },
  undoDeviceSettings: { ask: z.undefined(), answer: z.undefined() },
  /** `setup`: tried as if it were saved, and not saved; afterwards the saved one is in use again. */
  testDoor: { ask: z.object({ doorId: id, setup: deviceSetupSchema.optional() }), answer: doorTestSchema },
  /**
   * While it is on, readings arrive as `testReading` and go no further. It ends by itself after two minutes. `setup`: in
   * use for as long as it is on, and not saved.
   */
  tryScanners: { ask: z.object({ on: z.boolean(), setup: deviceSetupSchema.optional() }), answer: z.undefined() },
  /**
   * While it is on, what a keyboard-type scanner types is compared with the calibration code and goes no further; what came
   * of it arrives as `scannerLearnt`. It ends with the first that was understood, and by itself after two minutes.
   */
  learnScanner: { ask: z.object({ on: z.boolean() }), answer: z.undefined() },
  /** It types as from the factory again. */
  forgetScanner: { ask: z.undefined(), answer: z.undefined() },
  /** `maker`: tried before it is saved. Nothing can be told of what came of it: it is heard, or seen. */
  signalScanner: {
    ask: z.object({ scannerId: id, what: z.enum(SCANNER_SIGNALS), maker: z.enum(SCANNER_MAKERS).optional() }),
    answer: z.undefined(),
  },
  setDoorMode: {
    ask: z.object({ doorId: id, mode: z.enum(DOOR_MODES), reason: z.string().trim().min(1).max(200) }),
    answer: z.undefined(),
  },
  openDoorOnce: { ask: z.object({ doorId: id, reason: z.string().trim().min(1).max(200) }), answer: doorTestSchema },
  /** Runs through every part; results arrive as `selfCheck`. A second call while it runs changes nothing. */
  startSelfCheck: { ask: z.undefined(), answer: z.undefined() },
  stopSelfCheck: { ask: z.undefined(), answer: z.undefined() },
  getSelfCheck: { ask: z.undefined(), answer: selfCheckSchema },
  /** The system's print dialog for the page as it is shown. */
  printPage: { ask: z.undefined(), answer: z.undefined() },
} as const;
export const deviceNews = {
  testReading: testReadingSchema,
  scannerLearnt: learningSchema,
  selfCheck: selfCheckSchema,
} as const;

export type DeviceSetup = z.infer<typeof deviceSetupSchema>;
export type DeviceSettingsView = z.infer<typeof deviceSettingsViewSchema>;
export type SetupProblem = z.infer<typeof setupProblemSchema>;
export type DoorTest = z.infer<typeof doorTestSchema>;
export type Learning = z.infer<typeof learningSchema>;
export type TestReading = z.infer<typeof testReadingSchema>;
export type DoorView = z.infer<typeof doorViewSchema>;
export type DoorMode = (typeof DOOR_MODES)[number];
export type CheckResult = z.infer<typeof checkResultSchema>;
export type SelfCheck = z.infer<typeof selfCheckSchema>;
