import { fork, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { doorSchema, fromHostSchema, scannerSchema, type FromHost, type ToHost } from '../../native/messages.ts';

const NATIVE = path.join(import.meta.dirname, '../../native');

/** Lines or messages as they come, any of which can be waited for, also after it came. */
class Heard<T> {
  readonly all: T[] = [];
  #waiting: (() => void)[] = [];

  add(item: T): void {
    this.all.push(item);
    for (const look of this.#waiting.splice(0)) look();
  }

  /** The first that fits, from the given place in the order on. The test's own time-out ends a wait in vain. */
  async first<S extends T>(fits: (item: T) => item is S, from?: number): Promise<S>;
  async first(fits: (item: T) => boolean, from?: number): Promise<T>;
  async first(fits: (item: T) => boolean, from = 0): Promise<T> {
    for (;;) {
      const found = this.all.slice(from).find(fits);
      if (found !== undefined) return found;
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }
}

export interface HostProcess extends AsyncDisposable {
  readonly heard: Heard<FromHost>;
  send(message: unknown): void;
  configure(settings: DeviceSettings): void;
  /** Sends a pulse and waits for its answer. */
  pulse(requestId: string, doorId: string, pulseMs: number): Promise<Extract<FromHost, { type: 'pulsed' }>>;
  /** Waits until a device stands so, looking at messages from place `from` on. */
  stands(deviceId: string, state: 'up' | 'down', from?: number): Promise<Extract<FromHost, { type: 'device' }>>;
  kill(): Promise<void>;
  /** Cuts it off from its parent, as when main dies; resolves when it has left. */
  orphan(): Promise<void>;
}

/** As in the settings file: what has a default may be left out. */
export interface DeviceSettings {
  readonly scanners?: readonly object[];
  readonly doors?: readonly object[];
}

/** The real device host in a process of its own, over Node's own message channel. */
export async function startHost(settings: DeviceSettings): Promise<HostProcess> {
  const child = fork(path.join(NATIVE, 'host.ts'), [], { execArgv: [] });
  const heard = new Heard<FromHost>();
  child.on('message', (raw) => heard.add(fromHostSchema.parse(raw)));
  await heard.first((message) => message.type === 'ready');
  const send = (message: unknown) => void child.send(message as object);
  const configure = ({ scanners = [], doors = [] }: DeviceSettings) =>
    send({
      type: 'configure',
      scanners: scanners.map((scanner) => scannerSchema.parse(scanner)),
      doors: doors.map((door) => doorSchema.parse(door)),
    } satisfies ToHost);
  configure(settings);
  return {
    heard,
    send,
    configure,
    async pulse(requestId, doorId, pulseMs) {
      const from = heard.all.length;
      send({ type: 'pulse', requestId, doorId, pulseMs } satisfies ToHost);
      return heard.first(
        (message): message is Extract<FromHost, { type: 'pulsed' }> =>
          message.type === 'pulsed' && message.requestId === requestId,
        from,
      );
    },
    stands: (deviceId, state, from = 0) =>
      heard.first(
        (message): message is Extract<FromHost, { type: 'device' }> =>
          message.type === 'device' && message.deviceId === deviceId && message.state === state,
        from,
      ),
    kill: () => end(child, 'SIGKILL'),
    async orphan() {
      const gone = once(child, 'exit');
      child.disconnect();
      await gone;
    },
    [Symbol.asyncDispose]: () => end(child, 'SIGKILL'),
  };
}

export interface SimulatedDoor extends AsyncDisposable {
  /** What it printed, without the clock: "relay 1 ON". */
  readonly said: Heard<string>;
  /** Sets the faults; `none` ends them. Resolves when they hold. */
  fault(...names: string[]): Promise<void>;
  /** Closes or opens the circuit of an input. */
  input(number: number, state: 'on' | 'off', ...how: 'bouncing'[]): Promise<void>;
  /** Every move of a relay up to now: "relay 1 ON". */
  moves(): Promise<readonly string[]>;
}

/** The simulator's own command on the far end of a cable. Resolves when its port is open. */
export async function startDoor(port: string, driver: string, ...more: string[]): Promise<SimulatedDoor> {
  const child = spawn(process.execPath, [
    path.join(NATIVE, 'simulator/door.ts'),
    '--port',
    port,
    '--driver',
    driver,
    ...more,
  ]);
  const said = new Heard<string>();
  child.stderr.on('data', (words: Buffer) => said.add(words.toString()));
  createInterface({ input: child.stdout }).on('line', (line) => said.add(line.slice(13)));
  await said.first((line) => line.includes(' board with '));
  const given = more.filter((_, at) => more[at - 1] === '--fault');
  let faults: readonly string[] = given.length > 0 ? given : ['none'];
  async function fault(...names: string[]): Promise<void> {
    const from = said.all.length;
    faults = names;
    const words = `fault ${names.join(' ')}`;
    child.stdin.write(`${words}\n`);
    await said.first((line) => line === words, from);
  }
  return {
    said,
    fault,
    async input(number, state, ...how) {
      const from = said.all.length;
      child.stdin.write(`input ${[number, state, ...how].join(' ')}\n`);
      await said.first((line) => line === `input ${number} ${state.toUpperCase()}`, from);
    },
    async moves() {
      // Its answer comes behind all that it has printed before, some of which may still be under way.
      await fault(...faults);
      return said.all.filter((line) => line.startsWith('relay '));
    },
    [Symbol.asyncDispose]: () => end(child, 'SIGTERM'),
  };
}

/** The scanner simulator's own command; sends its texts once its port is open. */
export function startScanner(port: string, ...more: string[]): AsyncDisposable {
  const child = spawn(process.execPath, [path.join(NATIVE, 'simulator/scanner.ts'), '--port', port, ...more]);
  return { [Symbol.asyncDispose]: () => end(child, 'SIGTERM') };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill(signal);
  await gone;
}
