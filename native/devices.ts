import type { Clock } from './clock.ts';
import { deviceFault } from './fault.ts';
import type { HidSeam } from './hid/hid-seam.ts';
import { watchHid } from './hid/hid-watch.ts';
import { doorInputs } from './inputs/door-inputs.ts';
import {
  DRIVER_FACTS,
  type DoorConfig,
  type FromHost,
  type Plugged,
  type PulseResult,
  type ScannerConfig,
  type ToHost,
} from './messages.ts';
import { pluggedHid } from './plugged/hid-devices.ts';
import type { ListPorts } from './plugged/serial-ports.ts';
import { runRelayLine, type RelayLine } from './relay/board.ts';
import { groupByLine, type DoorGroup } from './relay/door-groups.ts';
import { RELAY_DRIVERS } from './relay/drivers.ts';
import { pulseLedger } from './relay/pulse-ledger.ts';
import type { Standing } from './relay/standing.ts';
import type { RunningDevice, RunningScanner } from './running-device.ts';
import { runHidScanner } from './scanner/hid-scanner.ts';
import { runSerialScanner } from './scanner/serial-scanner.ts';
import type { OpenTransport } from './serial/transport.ts';

type Order<T extends ToHost['type']> = Extract<ToHost, { type: T }>;

/** All devices of this gate. */
export interface Devices {
  /** Starts, stops and keeps devices so that they are the ones listed; those that stay as they are go on undisturbed. */
  configure(wanted: Order<'configure'>): Promise<void>;
  pulse(order: Order<'pulse'>): void;
  signal(order: Order<'signal'>): void;
  /** What is plugged in, used or not. What can't be listed is left out. */
  list(): Promise<readonly Plugged[]>;
  /** Every relay at rest, every port closed. */
  stop(): Promise<void>;
}

export interface DevicesParts {
  /** How a board is reached, by what it hangs on. */
  readonly open: { readonly serial: OpenTransport; readonly hid: OpenTransport };
  readonly hid: HidSeam;
  readonly listPorts: ListPorts;
  readonly clock: Clock;
  readonly tell: (message: FromHost) => void;
}

/** A door is held for at least and at most so long, whoever asks. */
const SHORTEST_PULSE_MS = 200;
const LONGEST_PULSE_MS = 30_000;

/** A device that the settings ask for. */
interface Wanted {
  readonly key: string;
  /** All it is started with: the same again means that a running one can stay. */
  readonly config: string;
  readonly doorIds: readonly string[];
  start(): Running;
}

type Running = { readonly device: RunningDevice; readonly relays?: RelayLine; readonly scanner?: RunningScanner };

export function devicesOf(parts: DevicesParts): Devices {
  const { clock, hid, tell } = parts;
  const ledger = pulseLedger();
  const watch = watchHid(hid, clock);
  const taken = new Set<string>();
  let running = new Map<string, Wanted & Running>();
  let changes = Promise.resolve();

  const tellDoor = (deviceId: string, standing: Standing) =>
    tell({ type: 'device', deviceId, kind: 'door', ...standing });

  function answer(requestId: string, result: PulseResult): void {
    tell({ type: 'pulsed', requestId, doorId: ledger.end(requestId, result), result });
  }

  async function change({ scanners, doors }: Order<'configure'>): Promise<void> {
    const { groups, misfits } = groupByLine(doors);
    const wanted = new Map(
      [...scanners.map((one) => wantScanner(one, scanners)), ...groups.map(wantLine)].map((one) => [one.key, one]),
    );
    const stays = (one: Wanted) => wanted.get(one.key)?.config === one.config;
    const leaving = [...running.values()].filter((one) => !stays(one));
    running = new Map([...running].filter(([, one]) => stays(one)));
    for (const { device } of running.values()) device.tellStanding();
    // A port must be closed before whoever gets it next opens it.
    await Promise.all(leaving.map(({ device }) => device.stop()));
    for (const [key, one] of wanted) if (!running.has(key)) running.set(key, { ...one, ...one.start() });
    for (const { door, fault } of misfits) tellDoor(door.id, { state: 'down', ...fault });
  }

  const relaysOf = (doorId: string): RelayLine | undefined =>
    [...running.values()].find((one) => one.doorIds.includes(doorId))?.relays;

  function wantScanner(scanner: ScannerConfig, all: readonly ScannerConfig[]): Wanted {
    const named = all.filter((one) => one.kind === 'hid' && one.id !== scanner.id && (one.path ?? one.usb));
    return {
      key: `scanner ${scanner.id}`,
      config: JSON.stringify(scanner.kind === 'hid' ? [scanner, named] : scanner),
      doorIds: [],
      start() {
        const device =
          scanner.kind === 'hid'
            ? runHidScanner(scanner, { hid, watch, clock, tell, taken, named })
            : runSerialScanner(scanner, { open: parts.open.serial, clock, tell });
        return { device, scanner: device };
      },
    };
  }

  const wantLine = (doors: DoorGroup): Wanted => ({
    key: `line ${doors[0].path}`,
    config: JSON.stringify(doors),
    doorIds: doors.map((door: DoorConfig) => door.id),
    start() {
      const { driver } = doors[0];
      const dialect = RELAY_DRIVERS[driver];
      const inputs = doorInputs(doors, dialect.hasUnits, { clock, tell });
      const open = parts.open[DRIVER_FACTS[driver].link];
      const relays = runRelayLine({ open, clock, line: doors[0], dialect, doors, inputs, tellDoor, answer });
      return { device: relays, relays };
    },
  });

  return {
    configure(wanted) {
      changes = changes.then(() => change(wanted));
      return changes;
    },
    pulse({ requestId, doorId, pulseMs }) {
      const known = ledger.look(requestId);
      if (known === 'running') return;
      if (known !== 'new') return tell({ type: 'pulsed', requestId, ...known });
      ledger.begin(requestId, doorId);
      const relays = relaysOf(doorId);
      const boundedMs = Math.min(LONGEST_PULSE_MS, Math.max(SHORTEST_PULSE_MS, pulseMs));
      if (relays) relays.pulse(requestId, doorId, boundedMs);
      else
        answer(requestId, { ok: false, ...deviceFault('door_not_set_up', `no door ${doorId} on a line that works`) });
    },
    signal: ({ scannerId, maker, what }) => running.get(`scanner ${scannerId}`)?.scanner?.signal(maker, what),
    async list() {
      const [ports, devices] = await Promise.all([parts.listPorts().catch(() => []), hid.devices().catch(() => [])]);
      return [...ports, ...devices.flatMap((device) => pluggedHid(device) ?? [])];
    },
    async stop() {
      await changes;
      const leaving = [...running.values()];
      running.clear();
      await Promise.all(leaving.map(({ device }) => device.stop()));
    },
  };
}
