import { fork, type ChildProcess } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { createDeviceHost, type DeviceHost, type HostProcess } from '../../main/device-host.ts';
import { setTimer } from '../../main/timers.ts';
import { systemClock } from '../../native/clock.ts';
import { doorSchema, serialLineSchema, type DoorConfig } from '../../native/messages.ts';
import { keepOpen, type Line } from '../../native/serial/line.ts';
import { serialTransport } from '../../native/serial/transport.ts';
import { newSimBoard, simDueMs, simHears, simWaits, type SimStep } from '../../native/simulator/sim-board.ts';
import { simLcus } from '../../native/simulator/sim-lcus.ts';
import { ROOT } from '../paths.ts';
import { laySerialCable } from '../serial-cable.ts';

/** Doors on serial lines of their own, the real device host before them, a simulated LCUS board behind each. */
export interface BenchDoors {
  readonly host: DeviceHost;
  readonly doors: readonly DoorConfig[];
  /** The next time that bytes which switch this door's relay on have arrived at the far end of its line (performance.now()). */
  readonly nextOn: (doorId: string) => Promise<number>;
  /** Resolves when the door's relay is off. */
  readonly atRest: (doorId: string) => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** The shortest that the host allows, so that a benchmark ends. */
const PULSE_MS = 200;

export async function layDoors(folder: string, count: number): Promise<BenchDoors> {
  const boards = new Map<string, Board>();
  const cuts: (() => Promise<void>)[] = [];
  const doors: DoorConfig[] = [];
  for (let n = 1; n <= count; n += 1) {
    const place = path.join(folder, `door-${n}`);
    mkdirSync(place, { recursive: true });
    const cable = await laySerialCable(place);
    cuts.push(cable.cut);
    const door = doorSchema.parse({
      id: `door-${n}`,
      name: `Door ${n}`,
      driver: 'lcus',
      path: cable.appEnd,
      pulseMs: PULSE_MS,
    });
    boards.set(door.id, simulateBoard(cable.deviceEnd));
    doors.push(door);
  }
  const up = new Set<string>();
  let allUp = (): void => {};
  const ready = new Promise<void>((resolve) => (allUp = resolve));
  const host = createDeviceHost({
    fork: forkHost,
    configuration: () => ({ type: 'configure', scanners: [], doors }),
    onReading: () => {},
    onInput: () => {},
    onDevice({ deviceId, state }) {
      if (state === 'up') up.add(deviceId);
      if (up.size === count) allUp();
    },
    onHost: () => {},
    setTimer,
  });
  await ready;
  return {
    host,
    doors,
    nextOn: (doorId) => boardOf(boards, doorId).nextOn(),
    atRest: (doorId) => boardOf(boards, doorId).atRest(),
    async stop() {
      await host.stop();
      for (const board of boards.values()) await board.line.close();
      for (const cut of cuts) await cut();
    },
  };
}

function boardOf(boards: ReadonlyMap<string, Board>, doorId: string): Board {
  const board = boards.get(doorId);
  if (!board) throw new Error(`there is no board for ${doorId}`);
  return board;
}

interface Board {
  readonly line: Line;
  readonly nextOn: () => Promise<number>;
  readonly atRest: () => Promise<void>;
}

/** In this process, so that one clock measures both ends of the line. */
function simulateBoard(port: string): Board {
  let board = newSimBoard(1);
  let cancelDue = (): void => {};
  const waiting: ((atMs: number) => void)[] = [];
  const resting: (() => void)[] = [];
  const line = keepOpen(serialLineSchema.parse({ path: port }), serialTransport(systemClock), systemClock, {
    opened: () => line.settled(),
    bytes(bytes) {
      const atMs = performance.now();
      take(simHears(simLcus, board, bytes, systemClock.nowMs()), atMs);
    },
    down: (fault) => console.error(`the far end of ${port} is gone: ${fault.detail}`),
  });
  function take(step: SimStep, atMs: number): void {
    board = step.board;
    for (const { on } of step.changes) {
      if (on) waiting.splice(0).forEach((tell) => tell(atMs));
      else resting.splice(0).forEach((tell) => tell());
    }
    for (const { bytes, afterMs } of step.replies) systemClock.after(afterMs, () => line.write(bytes));
    cancelDue();
    const dueMs = simDueMs(board);
    if (dueMs === undefined) return;
    const waitMs = Math.max(0, Math.ceil(dueMs - systemClock.nowMs()));
    cancelDue = systemClock.after(waitMs, () => take(simWaits(board, systemClock.nowMs()), performance.now()));
  }
  return {
    line,
    nextOn: () => new Promise((resolve) => waiting.push(resolve)),
    atRest: () =>
      board.relays.some(({ on }) => on) ? new Promise((resolve) => resting.push(resolve)) : Promise.resolve(),
  };
}

/** As main/fork-host.ts, over Node's own channel. */
function forkHost(): HostProcess {
  const child: ChildProcess = fork(path.join(ROOT, 'native/host.ts'), [], { execArgv: [] });
  return {
    send: (message) => void child.send(message),
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => void child.once('exit', listener),
    kill: () => void child.kill('SIGKILL'),
  };
}
