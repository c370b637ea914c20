import type { FaultCode } from '../core/codes.ts';
import { unreachable } from '../core/result.ts';
import { fromHostSchema, type FromHost, type Plugged, type PulseResult, type ToHost } from '../native/messages.ts';

/** The process that owns every port, as a value: Electron's utilityProcess in the app, a plain child in tests. */
export interface HostProcess {
  readonly send: (message: ToHost) => void;
  readonly onMessage: (listener: (message: unknown) => void) => void;
  readonly onExit: (listener: () => void) => void;
  readonly kill: () => void;
}

export interface DeviceHostParts {
  readonly fork: () => HostProcess;
  readonly configuration: () => Extract<ToHost, { type: 'configure' }>;
  readonly onReading: (reading: Extract<FromHost, { type: 'reading' }>) => void;
  readonly onDevice: (device: Extract<FromHost, { type: 'device' }>) => void;
  readonly onInput: (input: Extract<FromHost, { type: 'input' }>) => void;
  /** The host is up and configured, or gone. */
  readonly onHost: (state: 'up' | 'down') => void;
  readonly setTimer: (run: () => void, ms: number) => () => void;
}

export interface DeviceHost {
  readonly pulse: (requestId: string, doorId: string, pulseMs: number) => Promise<PulseResult>;
  /** What is plugged in. Empty when the host is away or does not say within LIST_ANSWER_MS. */
  readonly list: () => Promise<readonly Plugged[]>;
  readonly signal: (order: Omit<Extract<ToHost, { type: 'signal' }>, 'type'>) => void;
  readonly reconfigure: () => void;
  /** Drives every relay to rest and ends the host. */
  readonly stop: () => Promise<void>;
}

/** A pulse that nobody answered within this time did not happen as far as anybody may believe. */
export const PULSE_ANSWER_MS = 4000;
export const LIST_ANSWER_MS = 5000;
const RESTART_MS = { first: 200, most: 5000 };
const PING_EVERY_MS = 2000;
const SILENCE_MS = 8000;
const LAST_ANSWER_MS = 1000;

/**
 * Supervises the device host: a native module may crash there and take no gate with it. When it dies it is started anew,
 * which drives every relay to rest first; pulses under way are answered with `device_host_gone` and never repeated.
 */
export function createDeviceHost(parts: DeviceHostParts): DeviceHost {
  const waiting = new Map<string, (result: PulseResult) => void>();
  const asking = new Map<string, (devices: readonly Plugged[]) => void>();
  let lists = 0;
  let host: HostProcess | undefined;
  let stopping = false;
  let restartMs = RESTART_MS.first;
  let cancelWatch = (): void => {};

  const answerAll = (code: FaultCode, detail: string): void => {
    for (const answer of waiting.values()) answer({ ok: false, code, detail });
    waiting.clear();
    for (const answer of asking.values()) answer([]);
    asking.clear();
  };

  const receive = (raw: unknown): void => {
    const parsed = fromHostSchema.safeParse(raw);
    if (!parsed.success) return;
    const message = parsed.data;
    watch();
    switch (message.type) {
      case 'ready':
        restartMs = RESTART_MS.first;
        host?.send(parts.configuration());
        return parts.onHost('up');
      case 'reading':
        return parts.onReading(message);
      case 'device':
        return parts.onDevice(message);
      case 'input':
        return parts.onInput(message);
      case 'plugged':
        asking.get(message.requestId)?.(message.devices);
        asking.delete(message.requestId);
        return;
      case 'pulsed':
        waiting.get(message.requestId)?.(message.result);
        waiting.delete(message.requestId);
        return;
      case 'stopped':
        // Every relay rests and every port is closed: it would stay, and quitting would wait for it.
        return host?.kill();
      case 'pong':
        return;
      default:
        return unreachable(message);
    }
  };

  /** A host that has gone quiet is a host that hangs: it is ended, and starts anew. */
  const watch = (): void => {
    cancelWatch();
    const asked = parts.setTimer(() => host?.send({ type: 'ping', n: 1 }), PING_EVERY_MS);
    let last = (): void => {};
    // After a stall of our own (a suspend, a long start) the answers are only waiting to be read: it is asked once more.
    const silent = parts.setTimer(() => {
      host?.send({ type: 'ping', n: 2 });
      last = parts.setTimer(() => host?.kill(), LAST_ANSWER_MS);
    }, SILENCE_MS);
    cancelWatch = () => {
      asked();
      silent();
      last();
    };
  };

  const start = (): void => {
    if (stopping) return;
    const mine = parts.fork();
    host = mine;
    mine.onMessage(receive);
    mine.onExit(() => {
      if (host !== mine) return;
      host = undefined;
      cancelWatch();
      answerAll('device_host_gone', 'the device host ended');
      if (stopping) return;
      parts.onHost('down');
      parts.setTimer(start, restartMs);
      restartMs = Math.min(restartMs * 2, RESTART_MS.most);
    });
    watch();
  };
  start();

  return {
    pulse: (requestId, doorId, pulseMs) =>
      new Promise((resolve) => {
        if (!host) return resolve({ ok: false, code: 'device_host_gone', detail: 'the device host is not running' });
        const cancel = parts.setTimer(() => {
          waiting.delete(requestId);
          resolve({ ok: false, code: 'board_silent', detail: `no answer within ${PULSE_ANSWER_MS} ms` });
        }, PULSE_ANSWER_MS);
        waiting.set(requestId, (result) => {
          cancel();
          resolve(result);
        });
        host.send({ type: 'pulse', requestId, doorId, pulseMs });
      }),
    list: () =>
      new Promise((resolve) => {
        if (!host) return resolve([]);
        const requestId = `list-${(lists += 1)}`;
        const cancel = parts.setTimer(() => {
          asking.delete(requestId);
          resolve([]);
        }, LIST_ANSWER_MS);
        asking.set(requestId, (devices) => {
          cancel();
          resolve(devices);
        });
        host.send({ type: 'list', requestId });
      }),
    signal: (order) => host?.send({ type: 'signal', ...order }),
    reconfigure: () => host?.send(parts.configuration()),
    stop: () => stopHost(),
  };

  function stopHost(): Promise<void> {
    stopping = true;
    cancelWatch();
    const mine = host;
    if (!mine) return Promise.resolve();
    return new Promise((resolve) => {
      const cancel = parts.setTimer(() => {
        mine.kill();
        resolve();
      }, 2000);
      mine.onExit(() => {
        cancel();
        resolve();
      });
      mine.send({ type: 'stop' });
    });
  }
}
