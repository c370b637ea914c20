/** Changes to a device setup before it is saved: pure, so that what a click means can be read and tested by itself. */
import type { DeviceSettingsView, DeviceSetup, SetupProblem } from '../../../preload/device-views.ts';

export type Lane = DeviceSetup['lanes'][number];
export type Door = DeviceSetup['doors'][number];
export type Scanner = DeviceSetup['scanners'][number];
export type DoorRules = NonNullable<Door['rules']>;
export type DoorInput = NonNullable<Door['inputs']>[number];
export type DriverFacts = DeviceSettingsView['drivers'][number];
export type Driver = DriverFacts['name'];

/** How the lines of nearly all boards and scanners leave the factory. */
const FACTORY_LINE = { baudRate: 9600, dataBits: 8, parity: 'none', stopBits: 1 } as const;
/** Long enough to walk through, short enough for one person. */
export const SAFE_PULSE_MS = 3000;
/** Families in which every board on a line has an address of its own. */
const ADDRESSED: ReadonlySet<Driver> = new Set<Driver>(['modbus-rtu', 'modbus-rtu-0100', 'modbus-ascii']);
export const hasAddress = (driver: Driver): boolean => ADDRESSED.has(driver);

/** lane-1, lane-2: the first that is not taken. */
function freeId(kind: string, taken: readonly { readonly id: string }[]): string {
  const ids = new Set(taken.map(({ id }) => id));
  let at = 1;
  while (ids.has(`${kind}-${at}`)) at++;
  return `${kind}-${at}`;
}

const replaceAt = <T>(list: readonly T[], at: number, value: T): T[] =>
  list.map((old, index) => (index === at ? value : old));
const removeAt = <T>(list: readonly T[], at: number): T[] => list.filter((_, index) => index !== at);

export const setLane = (setup: DeviceSetup, at: number, lane: Lane): DeviceSetup => ({
  ...setup,
  lanes: replaceAt(setup.lanes, at, lane),
});
export const setDoor = (setup: DeviceSetup, at: number, door: Door): DeviceSetup => ({
  ...setup,
  doors: replaceAt(setup.doors, at, door),
});
export const setScanner = (setup: DeviceSetup, at: number, scanner: Scanner): DeviceSetup => ({
  ...setup,
  scanners: replaceAt(setup.scanners, at, scanner),
});

export function newDoor(setup: DeviceSetup, name: string, driver: DriverFacts): Door {
  return {
    ...FACTORY_LINE,
    id: freeId('door', setup.doors),
    name,
    driver: driver.name,
    path: '',
    channel: 1,
    unit: driver.unit,
    pulseMs: SAFE_PULSE_MS,
  };
}

export function newScanner(setup: DeviceSetup, kind: Scanner['kind'], laneId: string): Scanner {
  const id = freeId('scanner', setup.scanners);
  return kind === 'serial' ? { ...FACTORY_LINE, id, kind, laneId, path: '' } : { id, kind, laneId };
}

export const newLane = (setup: DeviceSetup, name: string): Lane => ({
  id: freeId('lane', setup.lanes),
  name,
  direction: 'both',
});

/** The lanes that it opened for are left without a door. */
export function removeDoor(setup: DeviceSetup, at: number): DeviceSetup {
  const gone = setup.doors[at]?.id;
  const lanes = setup.lanes.map(({ doorId, ...lane }) =>
    doorId === undefined || doorId === gone ? lane : { ...lane, doorId },
  );
  const doors = removeAt(setup.doors, at).map((door) =>
    door.rules?.interlockedWith
      ? withRules(door, { interlockedWith: door.rules.interlockedWith.filter((id) => id !== gone) })
      : door,
  );
  return { ...setup, lanes, doors };
}

/** What read badges there reads them at the first lane that is left. */
export function removeLane(setup: DeviceSetup, at: number): DeviceSetup {
  const gone = setup.lanes[at]?.id;
  const lanes = removeAt(setup.lanes, at);
  const left = lanes[0];
  if (!left) return setup;
  const move = <T extends { readonly laneId: string }>(user: T): T =>
    user.laneId === gone ? { ...user, laneId: left.id } : user;
  return {
    ...setup,
    lanes,
    scanners: setup.scanners.map(move),
    wedge: move(setup.wedge),
    camera: move(setup.camera),
  };
}

export const removeScanner = (setup: DeviceSetup, at: number): DeviceSetup => ({
  ...setup,
  scanners: removeAt(setup.scanners, at),
});

/** Another family: its own factory address, a relay that it has, and only inputs that it has. */
export function withDriver(door: Door, driver: DriverFacts): Door {
  const inputs = (door.inputs ?? []).filter(({ from }) =>
    typeof from === 'number' ? from <= driver.inputs : driver.link === 'serial',
  );
  const { inputs: _, ...rest } = door;
  return {
    ...rest,
    driver: driver.name,
    unit: driver.unit,
    channel: Math.min(door.channel, driver.relays),
    ...(inputs.length > 0 && { inputs }),
  };
}

export function withInputs(door: Door, inputs: readonly DoorInput[]): Door {
  const { inputs: _, ...rest } = door;
  return inputs.length === 0 ? rest : { ...rest, inputs: [...inputs] };
}

/** Rules that are as usual are left out: they follow what is usual. */
export function withRules(door: Door, changes: Partial<DoorRules>): Door {
  const { rules: _, ...rest } = door;
  const { interlockedWith = [], ...others } = { ...door.rules, ...changes };
  const rules = { ...others, ...(interlockedWith.length > 0 && { interlockedWith }) };
  return Object.keys(rules).length === 0 ? rest : { ...rest, rules };
}

/** What can be seen without asking main: gaps that a form has. */
export type DraftProblem = SetupProblem['problem'] | 'no_name' | 'no_port' | 'out_of_range';
/** By place in the setup, for instance doors.0.path. */
export type Problems = ReadonlyMap<string, DraftProblem>;

/** Milliseconds, least and most, as the settings take them. */
export const RULE_RANGES = { heldAfterMs: [5000, 3_600_000], graceMs: [0, 60_000], passageMs: [0, 10_000] } as const;

const within = (value: number, least: number, most: number): boolean =>
  Number.isInteger(value) && value >= least && value <= most;

export function gapsOf({ lanes, doors, scanners }: DeviceSetup): Problems {
  const gaps = new Map<string, DraftProblem>();
  const line = (place: string, { path, baudRate }: { readonly path: string; readonly baudRate: number }): void => {
    if (path === '') gaps.set(`${place}.path`, 'no_port');
    if (!within(baudRate, 300, 4_000_000)) gaps.set(`${place}.baudRate`, 'out_of_range');
  };
  lanes.forEach(({ name }, at) => name.trim() === '' && gaps.set(`lanes.${at}.name`, 'no_name'));
  doors.forEach((door, at) => {
    if (door.name.trim() === '') gaps.set(`doors.${at}.name`, 'no_name');
    if (!within(door.pulseMs, 200, 30_000)) gaps.set(`doors.${at}.pulseMs`, 'out_of_range');
    if (!within(door.unit, 1, 255)) gaps.set(`doors.${at}.unit`, 'out_of_range');
    for (const [name, [least, most]] of Object.entries(RULE_RANGES)) {
      const value = door.rules?.[name as keyof typeof RULE_RANGES];
      if (value !== undefined && !within(value, least, most)) gaps.set(`doors.${at}.rules.${name}`, 'out_of_range');
    }
    line(`doors.${at}`, door);
  });
  scanners.forEach((scanner, at) => scanner.kind === 'serial' && line(`scanners.${at}`, scanner));
  return gaps;
}
