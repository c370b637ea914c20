/** The devices of a made-up gate: its setup, what is plugged in, and calls that answer like main's. */
import type { Ask, CallName } from '../../../preload/contract.ts';
import type {
  CheckResult,
  deviceCalls,
  DeviceSettingsView,
  DeviceSetup,
  DoorTest,
  DoorView,
  Learning,
  SelfCheck,
  SetupProblem,
  TestReading,
} from '../../../preload/device-views.ts';
import { DOOR_DRIVERS, DRIVER_FACTS, type Plugged } from '../../../native/messages.ts';

export interface DevicesFixture {
  readonly settings: DeviceSettingsView;
  readonly plugged: readonly Plugged[];
  readonly check: SelfCheck;
  /** What a trial of a door comes to. */
  readonly doorTest: (door: DeviceSetup['doors'][number]) => DoorTest;
  /** What stands against a setup. */
  readonly problems: (setup: DeviceSetup) => SetupProblem[];
}

const BOARD = { vendorId: '1a86', productId: '7523', location: 'pci-0000:00:14.0-usb-0:2:1.0' };
const SCANNER = { vendorId: '0c2e', productId: '0b6a', serialNumber: '20138B3D4A' };
export const PLUGGED: readonly Plugged[] = [
  { link: 'serial', path: '/dev/ttyUSB0', name: 'USB Serial (CH340)', usb: BOARD, guess: 'adapter' },
  {
    link: 'serial',
    path: '/dev/ttyACM0',
    name: 'Honeywell Voyager 1472g',
    usb: SCANNER,
    guess: 'scanner',
    mode: 'serial',
  },
  {
    link: 'hid',
    path: '/dev/hidraw3',
    name: 'Newland NLS-FM80',
    usb: { vendorId: '1eab', productId: '0022', serialNumber: 'FM80X00412' },
    guess: 'scanner',
    mode: 'hid_pos',
  },
  {
    link: 'hid',
    path: '/dev/hidraw5',
    name: 'USBRelay2',
    usb: { vendorId: '16c0', productId: '05df' },
    guess: 'relay_board',
  },
  { link: 'serial', path: '/dev/ttyS0', guess: 'other' },
];

const LINE = { baudRate: 9600, dataBits: 8, parity: 'none', stopBits: 1 } as const;
export const SETUP: DeviceSetup = {
  lanes: [{ id: 'lane-1', name: 'Main entrance', direction: 'both', doorId: 'door-1' }],
  doors: [
    {
      ...LINE,
      id: 'door-1',
      name: 'Main turnstile',
      driver: 'modbus-rtu',
      path: '/dev/ttyUSB0',
      usb: BOARD,
      channel: 1,
      unit: 1,
      pulseMs: 3000,
      inputs: [{ which: 'contact', from: 1, wiring: 'NC' }],
    },
  ],
  scanners: [{ ...LINE, id: 'scanner-1', kind: 'serial', laneId: 'lane-1', path: '/dev/ttyACM0', usb: SCANNER }],
  wedge: { enabled: true, laneId: 'lane-1' },
  camera: { enabled: true, laneId: 'lane-1' },
};
export const NEW_SETUP: DeviceSetup = {
  ...SETUP,
  lanes: [{ id: 'lane-1', name: 'Main entrance', direction: 'both', doorId: 'door-1' }],
  doors: [],
  scanners: [],
};

const DRIVERS = DOOR_DRIVERS.map((name) => ({ name, ...DRIVER_FACTS[name] }));
export const settingsOf = (setup: DeviceSetup, canUndo = false): DeviceSettingsView => ({
  setup,
  canUndo,
  drivers: DRIVERS,
});

/** A port for two, and a door without a board: what main would say first. */
function problemsOf(setup: DeviceSetup): SetupProblem[] {
  const ports = setup.doors.map(({ path }) => path);
  return setup.scanners.flatMap((scanner, at) =>
    scanner.path !== undefined && ports.includes(scanner.path)
      ? [{ place: `scanners.${at}.path`, problem: 'port_in_use' as const }]
      : [],
  );
}

export const NO_CHECK: SelfCheck = { state: 'none', results: [], total: 9 };
export const CHECK_RESULTS: readonly CheckResult[] = [
  { part: 'camera', result: 'good', name: 'Logitech C920' },
  { part: 'scanner', result: 'bad', deviceId: 'scanner-1', name: 'Counter scanner', code: 'port_missing' },
  { part: 'door', result: 'good', deviceId: 'door-1', name: 'Main turnstile', confirmation: 'verified' },
  { part: 'sound', result: 'look' },
  { part: 'clock', result: 'good', value: 420 },
  { part: 'data', result: 'good', value: 120_000 },
  { part: 'central', result: 'look', code: 'central_unreachable' },
  { part: 'journal', result: 'good' },
  { part: 'disk', result: 'good', value: 48_300_000_000 },
];
export const checkDone = (atMs: number): SelfCheck => ({
  state: 'done',
  startedAtMs: atMs,
  endedAtMs: atMs + 14_000,
  results: [...CHECK_RESULTS],
  total: CHECK_RESULTS.length,
});

export const DEVICES: DevicesFixture = {
  settings: settingsOf(SETUP),
  plugged: PLUGGED,
  check: NO_CHECK,
  // Relay 1 has the lock; a contact sees it where the door has one.
  doorTest: ({ channel, inputs = [] }) => ({
    ok: true,
    confirmation: 'verified',
    ...(inputs.length > 0 && { contactOpened: channel === 1 }),
  }),
  problems: problemsOf,
};

export const MAIN_DOOR: DoorView = {
  id: 'door-1',
  name: 'Main turnstile',
  state: 'up',
  mode: 'normal',
  contact: 'closed',
  fire: false,
};

export type DeviceCall = keyof typeof deviceCalls & CallName<'desk'>;
export type DeviceAnswers = { readonly [N in DeviceCall]: (ask: Ask<'desk', N>) => unknown };
export interface DeviceNews {
  readonly testReading: TestReading;
  readonly scannerLearnt: Learning;
  readonly selfCheck: SelfCheck;
}
export type TellDeviceNews = <N extends keyof DeviceNews>(news: N, value: DeviceNews[N]) => void;

interface Doors {
  readonly get: () => readonly DoorView[];
  readonly set: (doors: DoorView[]) => void;
}

/** @param nowMs when things happen at this gate */
export function deviceAnswers(fixture: DevicesFixture, doors: Doors, tell: TellDeviceNews, nowMs: number) {
  let { settings, check } = fixture;
  const past: DeviceSetup[] = [];
  const become = (next: SelfCheck): void => {
    check = next;
    tell('selfCheck', next);
  };
  const open = ({ doors: known }: DeviceSetup, doorId: string): DoorTest => {
    const door = known.find(({ id }) => id === doorId);
    return door ? fixture.doorTest(door) : { ok: false, code: 'door_not_set_up', detail: doorId };
  };
  const answers: DeviceAnswers = {
    getDeviceSettings: () => settings,
    listPlugged: () => fixture.plugged,
    saveDeviceSettings(setup) {
      const problems = fixture.problems(setup);
      if (problems.length > 0) return { problems };
      past.push(settings.setup);
      settings = settingsOf(setup, true);
      return { problems };
    },
    undoDeviceSettings() {
      settings = settingsOf(past.pop() ?? settings.setup, past.length > 0);
    },
    testDoor: ({ doorId, setup = settings.setup }) => open(setup, doorId),
    tryScanners: () => undefined,
    learnScanner: () => undefined,
    forgetScanner: () => undefined,
    signalScanner: () => undefined,
    setDoorMode: ({ doorId, mode, reason }) =>
      doors.set(
        doors
          .get()
          .map((door) => (door.id === doorId ? { ...door, mode, modeReason: reason, modeSinceMs: nowMs } : door)),
      ),
    openDoorOnce: ({ doorId }) => open(settings.setup, doorId),
    startSelfCheck: () => become({ state: 'running', startedAtMs: nowMs, results: [], total: CHECK_RESULTS.length }),
    stopSelfCheck: () => become({ ...check, state: 'stopped', endedAtMs: nowMs }),
    getSelfCheck: () => check,
    printPage: () => undefined,
  };
  return answers;
}
