import type { SerialPort } from 'serialport';
import type { z } from 'zod';
import type { Clock } from '../clock.ts';
import type { DeviceFault } from '../fault.ts';
import type { ModemLines } from '../inputs/door-inputs.ts';
import type { serialLineSchema } from '../messages.ts';
import { lostFault, openingFault } from './port-fault.ts';

export type SerialLine = z.infer<typeof serialLineSchema>;

/** Where the bytes of a transport go. In order: `opened` at most once, `bytes` any number of times, `gone` at most once. */
export interface TransportEvents {
  opened(): void;
  bytes(bytes: Uint8Array): void;
  /** Could not be opened, or is lost. By now the port is closed, so that it can be opened again at once. */
  gone(fault: DeviceFault): void;
}

/** The sink of an open (or opening) port. */
export interface Transport {
  /** Hands the bytes to the system. Trouble, also a write that gets stuck, arrives as `gone`. */
  write(bytes: Uint8Array): void;
  /** How the modem lines stand; rejected where the port has none. Absent or undefined: not open, or no serial line. */
  modemLines?(): Promise<ModemLines> | undefined;
  /** Ends it without `gone`. May be called at any time and any number of times. */
  close(): Promise<void>;
}

export type OpenTransport = (line: SerialLine, events: TransportEvents) => Transport;

/** A stuck driver never calls back after a write, and drain can block for ever: this is our own patience. */
const WRITE_TIMEOUT_MS = 500;
const CLOSE_TIMEOUT_MS = 1000;
/**
 * A port that hangs up between two reads gives zero bytes from then on, and serialport asks again for ever: no event, one
 * processor busy, memory growing. So every open port is asked for its modem lines now and then, which a hung-up one refuses.
 */
const ALIVE_EVERY_MS = 1000;

/** Opens real serial ports. serialport is loaded at the first use: it costs some 70 ms that a gate without one need not pay. */
export function serialTransport(clock: Clock): OpenTransport {
  return function open(line, events) {
    let port: SerialPort | undefined;
    /** No more bytes in or out. */
    let over = false;
    /** Nobody wants to hear of it any more. */
    let quiet = false;
    let closing: Promise<void> | undefined;
    let cancelWatch = () => {};
    const opening = start().catch((error: unknown) => giveUp(openingFault(asError(error))));

    async function start(): Promise<void> {
      const { SerialPort } = await import('serialport');
      if (over) return;
      const { path, baudRate, dataBits, parity, stopBits } = line;
      const made = new SerialPort({ path, baudRate, dataBits, parity, stopBits, autoOpen: false });
      // Without a data listener a pulled cable goes unnoticed; without an error listener a cancelled write ends the process.
      made.on('data', (bytes: Uint8Array) => over || events.bytes(bytes));
      made.on('error', (error: Error) => giveUp(lostFault(error.message)));
      made.on('close', (error: Error | null) => giveUp(lostFault(error?.message ?? 'the port was closed')));
      await new Promise<void>((resolve, reject) => made.open((error) => (error ? reject(error) : resolve())));
      port = made;
      if (over) return;
      events.opened();
      made.get((error) => watch(made, error?.message));
    }

    /** `usual`: what a port without modem lines, a pseudo terminal for one, answers while it works. */
    function watch(open: SerialPort, usual: string | undefined): void {
      if (over) return;
      cancelWatch = clock.after(ALIVE_EVERY_MS, () =>
        open.get((error) => {
          if (error && error.message !== usual) giveUp(lostFault(error.message));
          else watch(open, usual);
        }),
      );
    }

    function giveUp(fault: DeviceFault): void {
      if (over) return;
      over = true;
      void shut().then(() => quiet || events.gone(fault));
    }

    function shut(): Promise<void> {
      cancelWatch();
      closing ??= new Promise((resolve) => {
        const cancel = clock.after(CLOSE_TIMEOUT_MS, resolve);
        const done = () => (cancel(), resolve());
        if (port?.isOpen) port.close(done);
        else done();
      });
      return closing;
    }

    return {
      write(bytes) {
        if (over || !port?.isOpen) return;
        const cancel = clock.after(WRITE_TIMEOUT_MS, () => giveUp(lostFault(`no write in ${WRITE_TIMEOUT_MS} ms`)));
        port.write(bytes, (error) => {
          cancel();
          if (error) giveUp(lostFault(error.message));
        });
      },
      modemLines() {
        const asked = over ? undefined : port;
        if (!asked?.isOpen) return undefined;
        return new Promise((resolve, reject) =>
          asked.get((error, lines) => (error ? reject(error) : resolve(lines ?? {}))),
        );
      },
      async close() {
        over = quiet = true;
        await opening;
        await shut();
      },
    };
  };
}

const asError = (thrown: unknown): Error => (thrown instanceof Error ? thrown : new Error(String(thrown)));
