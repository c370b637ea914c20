import type { DRIVER_FACTS, DoorConfig, DoorDriver, ScannerConfig, UsbIdentity } from '../../native/messages.ts';
import type { DeviceSetup, SetupProblem } from '../../preload/device-views.ts';

type Drivers = Readonly<Record<DoorDriver, Pick<(typeof DRIVER_FACTS)[DoorDriver], 'link' | 'relays' | 'inputs'>>>;

/** Parts that have these names without being in the setup. */
const RESERVED = ['camera', 'wedge', 'device-host'];

/**
 * What stands against a setup, in the order of the setup; empty when it can be saved. A problem is told at its second
 * place: the first user of a relay or a port may keep it.
 */
export function problemsOf(setup: DeviceSetup, drivers: Drivers): SetupProblem[] {
  return [...laneProblems(setup), ...doorProblems(setup, drivers), ...scannerProblems(setup), ...readerProblems(setup)];
}

function laneProblems({ lanes, doors }: DeviceSetup): SetupProblem[] {
  return lanes.flatMap(({ id, doorId }, i) => [
    ...when(
      lanes.slice(0, i).some((lane) => lane.id === id),
      `lanes.${i}.id`,
      'same_id',
    ),
    ...when(doorId !== undefined && !doors.some((door) => door.id === doorId), `lanes.${i}.doorId`, 'no_such_door'),
  ]);
}

function doorProblems({ doors }: DeviceSetup, drivers: Drivers): SetupProblem[] {
  return doors.flatMap((door, i) => {
    const place = `doors.${i}`;
    const before = doors.slice(0, i);
    const onSameLine = before.filter((other) => samePort(other, door));
    const { relays } = drivers[door.driver];
    return [
      ...when(isTaken(door.id, before), `${place}.id`, 'same_id'),
      ...when(
        onSameLine.some((other) => !sameBoardLine(other, door)),
        `${place}.path`,
        'port_in_use',
      ),
      ...when(door.channel > relays, `${place}.channel`, 'no_such_relay'),
      ...when(
        onSameLine.some(({ channel, unit }) => channel === door.channel && unit === door.unit),
        `${place}.channel`,
        'same_relay',
      ),
      ...inputProblems(door, place, drivers),
      ...airlockProblems(door, place, doors),
    ];
  });
}

/** Modem lines belong to a serial port, whatever board hangs on it; numbered inputs to the board. */
function inputProblems({ driver, inputs = [] }: DoorConfig, place: string, drivers: Drivers): SetupProblem[] {
  const board = drivers[driver];
  return inputs.flatMap(({ from }, i) =>
    when(
      typeof from === 'number' ? from > board.inputs : board.link !== 'serial',
      `${place}.inputs.${i}.from`,
      'no_inputs',
    ),
  );
}

function airlockProblems({ id, rules }: DoorConfig, place: string, doors: readonly DoorConfig[]): SetupProblem[] {
  const others = rules?.interlockedWith ?? [];
  const at = `${place}.rules.interlockedWith`;
  return [
    ...when(others.includes(id), at, 'own_airlock'),
    ...when(
      others.some((other) => !doors.some((door) => door.id === other)),
      at,
      'no_such_door',
    ),
  ];
}

function scannerProblems({ doors, lanes, scanners }: DeviceSetup): SetupProblem[] {
  return scanners.flatMap((scanner, i) => {
    const place = `scanners.${i}`;
    const before = scanners.slice(0, i);
    const taken = [...doors, ...before].some((other) => samePort(other, scanner));
    return [
      ...when(isTaken(scanner.id, [...doors, ...before]), `${place}.id`, 'same_id'),
      ...when(!lanes.some(({ id }) => id === scanner.laneId), `${place}.laneId`, 'no_such_lane'),
      ...when(taken, `${place}.path`, 'port_in_use'),
    ];
  });
}

const readerProblems = ({ lanes, wedge, camera }: DeviceSetup): SetupProblem[] =>
  Object.entries({ wedge, camera }).flatMap(([name, { enabled, laneId }]) =>
    when(enabled && !lanes.some(({ id }) => id === laneId), `${name}.laneId`, 'no_such_lane'),
  );

const isTaken = (id: string, others: readonly { readonly id: string }[]): boolean =>
  RESERVED.includes(id) || others.some((other) => other.id === id);

interface Plug {
  readonly path?: string | undefined;
  readonly usb?: UsbIdentity | undefined;
}

/** One and the same device: by where it is plugged in, or by what it is known by when its path changes. */
function samePort(a: Plug | ScannerConfig, b: Plug | ScannerConfig): boolean {
  if (a.path !== undefined && a.path === b.path) return true;
  if (!a.usb || !b.usb || a.usb.vendorId !== b.usb.vendorId || a.usb.productId !== b.usb.productId) return false;
  const { serialNumber, location } = a.usb;
  if (serialNumber !== undefined && b.usb.serialNumber !== undefined) return serialNumber === b.usb.serialNumber;
  return location !== undefined && location === b.usb.location;
}

/** Doors on one line are relays of boards of one family, spoken to in one way. */
const sameBoardLine = (a: DoorConfig, b: DoorConfig): boolean =>
  (['path', 'driver', 'baudRate', 'dataBits', 'parity', 'stopBits'] as const).every((key) => a[key] === b[key]);

const when = (stands: boolean, place: string, problem: SetupProblem['problem']): SetupProblem[] =>
  stands ? [{ place, problem }] : [];
