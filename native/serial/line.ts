import type { Clock } from '../clock.ts';
import type { DeviceFault } from '../fault.ts';
import type { ModemLines } from '../inputs/door-inputs.ts';
import { reopenDelayMs } from './backoff.ts';
import type { OpenTransport, SerialLine, Transport } from './transport.ts';

export interface LineEvents {
  opened(): void;
  bytes(bytes: Uint8Array): void;
  /** Lost, or could not be opened: said at every try, so the hearer tells what is new. */
  down(fault: DeviceFault): void;
}

/** A serial line that is opened again for as long as somebody wants it: the one reconnect policy of all devices. */
export interface Line {
  /** Dropped while the line is down: an order must never arrive late. */
  write(bytes: Uint8Array): void;
  /** How the modem lines stand; undefined while it is not open. */
  modemLines(): Promise<ModemLines> | undefined;
  /** Closes and opens again after the usual delay: revives a device that has stopped answering. */
  reopen(fault: DeviceFault): void;
  /** The device does its work: the next trouble starts again at the shortest delay. */
  settled(): void;
  close(): Promise<void>;
}

export function keepOpen(settings: SerialLine, open: OpenTransport, clock: Clock, events: LineEvents): Line {
  let transport: Transport | undefined;
  let tries = 0;
  let cancelRetry = () => {};
  let closing = Promise.resolve();
  let ended = false;

  function tryOpen(): void {
    transport = open(settings, { opened: events.opened, bytes: events.bytes, gone: lost });
  }

  function lost(fault: DeviceFault): void {
    transport = undefined;
    if (ended) return;
    cancelRetry = clock.after(reopenDelayMs(tries, fault.code), tryOpen);
    tries += 1;
    events.down(fault);
  }

  tryOpen();
  return {
    write: (bytes) => transport?.write(bytes),
    modemLines: () => transport?.modemLines?.(),
    reopen(fault) {
      if (transport === undefined) return;
      closing = transport.close();
      transport = undefined;
      void closing.then(() => lost(fault));
    },
    settled() {
      tries = 0;
    },
    async close() {
      ended = true;
      cancelRetry();
      await Promise.all([closing, transport?.close()]);
    },
  };
}
