import type { Clock } from './clock.ts';
import { deviceFault } from './fault.ts';
import type { DoorConfig, FromHost, PulseResult, SerialScannerConfig, ToHost } from './messages.ts';
import { runRelayLine, type RelayLine } from './relay/board.ts';
import { RELAY_DRIVERS } from './relay/drivers.ts';
import { pulseLedger } from './relay/pulse-ledger.ts';
import type { Standing } from './relay/standing.ts';
import type { RunningDevice } from './running-device.ts';
import { runSerialScanner } from './scanner/serial-scanner.ts';
import type { OpenTransport } from './serial/transport.ts';

type Configure = Extract<ToHost, { type: 'configure' }>;
type PulseOrder = Extract<ToHost, { type: 'pulse' }>;

/** All devices of this gate. */
export interface Devices {
  /** Starts, stops and keeps devices so that they are the ones listed; those that stay as they are go on undisturbed. */
  configure(wanted: Configure): Promise<void>;
  pulse(order: PulseOrder): void;
  /** Every relay at rest, every port closed. */
  stop(): Promise<void>;
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

type Running = { readonly device: RunningDevice; readonly relays?: RelayLine };

export function devicesOf(parts: {
  readonly open: OpenTransport;
  readonly clock: Clock;
  readonly tell: (message: FromHost) => void;
}): Devices {
  const { tell } = parts;
  const ledger = pulseLedger();
  let running = new Map<string, Wanted & Running>();
  let changes = Promise.resolve();

  const tellDoor = (deviceId: string, standing: Standing) =>
    tell({ type: 'device', deviceId, kind: 'door', ...standing });

  function answer(requestId: string, result: PulseResult): void {
    tell({ type: 'pulsed', requestId, doorId: ledger.end(requestId, result), result });
  }

  async function change({ scanners, doors }: Configure): Promise<void> {
    const wanted = new Map(
      [...scanners.map(wantScanner), ...linesOf(doors).map(wantLine)].map((one) => [one.key, one]),
    );
    const stays = (one: Wanted) => wanted.get(one.key)?.config === one.config;
    const leaving = [...running.values()].filter((one) => !stays(one));
    running = new Map([...running].filter(([, one]) => stays(one)));
    for (const { device } of running.values()) device.tellStanding();
    // A port must be closed before whoever gets it next opens it.
    await Promise.all(leaving.map(({ device }) => device.stop()));
    for (const [key, one] of wanted) if (!running.has(key)) running.set(key, { ...one, ...one.start() });
    for (const door of doors) if (!relaysOf(door.id)) tellDoor(door.id, MISFIT);
  }

  const relaysOf = (doorId: string): RelayLine | undefined =>
    [...running.values()].find((one) => one.doorIds.includes(doorId))?.relays;

  const wantScanner = (scanner: SerialScannerConfig): Wanted => ({
    key: `scanner ${scanner.id}`,
    config: JSON.stringify(scanner),
    doorIds: [],
    start: () => ({ device: runSerialScanner(scanner, parts) }),
  });

  const wantLine = (doors: DoorGroup): Wanted => ({
    key: `line ${doors[0].path}`,
    config: JSON.stringify(doors),
    doorIds: doors.map((door) => door.id),
    start() {
      const relays = runRelayLine({
        ...parts,
        line: doors[0],
        dialect: RELAY_DRIVERS[doors[0].driver],
        doors,
        tellDoor,
        answer,
      });
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
    async stop() {
      await changes;
      const leaving = [...running.values()];
      running.clear();
      await Promise.all(leaving.map(({ device }) => device.stop()));
    },
  };
}

type DoorGroup = readonly [DoorConfig, ...DoorConfig[]];

const MISFIT: Standing = {
  state: 'down',
  ...deviceFault('door_not_set_up', 'another door on this port names another driver or other line settings'),
};

/** Doors by port. One line has one language and one speed: the first door's. Doors that differ are left out. */
function linesOf(doors: readonly DoorConfig[]): readonly DoorGroup[] {
  const groups = new Map<string, [DoorConfig, ...DoorConfig[]]>();
  for (const door of doors) {
    const group = groups.get(door.path);
    if (!group) groups.set(door.path, [door]);
    else if (lineKey(group[0]) === lineKey(door)) group.push(door);
  }
  return [...groups.values()];
}

const lineKey = ({ driver, baudRate, dataBits, parity, stopBits }: DoorConfig): string =>
  [driver, baudRate, dataBits, parity, stopBits].join(' ');
