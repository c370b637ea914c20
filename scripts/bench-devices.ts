/**
 * `npm run bench:devices [-- --scans 500]`: from a scanner's bytes on a serial line to the `reading` that main gets, through
 * the device host in its own process; beside it, in the same run and turn by turn, serialport alone reading the same bytes
 * until the CR. Ratios travel from machine to machine, milliseconds don't. The line is a pair of pseudo terminals.
 */
import { closeSync, openSync, writeSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { SerialPort } from 'serialport';
import { systemClock } from '../native/clock.ts';
import { serialScannerSchema } from '../native/messages.ts';
import { runSerialScanner } from '../native/scanner/serial-scanner.ts';
import { serialTransport } from '../native/serial/transport.ts';
import { startHost } from '../tests/native/bench.ts';
import { serialCable } from '../tests/native/pty.ts';

const { values } = parseArgs({ options: { scans: { type: 'string', default: '500' } } });
const scans = Number(values.scans);
const badge = (scan: number): string => `GH1:${scan}`.padEnd(350, 'Z');

/** A way to read: resolves when the text has arrived. */
interface Reader {
  readonly name: string;
  readonly port: string;
  read(text: string): Promise<void>;
  close(): Promise<void>;
}

/** Resolves whoever waits for a text when it comes. */
function waitingRoom() {
  const waiting = new Map<string, () => void>();
  return {
    came: (text: string) => waiting.get(text)?.(),
    wait: (text: string) => new Promise<void>((resolve) => waiting.set(text, resolve)),
  };
}

async function bareSerialport(): Promise<Reader> {
  const cable = await serialCable();
  const room = waitingRoom();
  const port = new SerialPort({ path: cable.near, baudRate: 9600, autoOpen: false });
  let held = '';
  port.on('data', (bytes: Buffer) => {
    held += bytes.toString();
    if (!held.endsWith('\r')) return;
    room.came(held.slice(0, -1));
    held = '';
  });
  await new Promise<void>((resolve, reject) => port.open((error) => (error ? reject(error) : resolve())));
  return {
    name: 'serialport alone',
    port: cable.far,
    read: room.wait,
    async close() {
      await new Promise((resolve) => port.close(resolve));
      await cable[Symbol.asyncDispose]();
    },
  };
}

async function scannerInThisProcess(): Promise<Reader> {
  const cable = await serialCable();
  const room = waitingRoom();
  const scanner = serialScannerSchema.parse({ id: 's1', kind: 'serial', laneId: 'in', path: cable.near });
  let up!: () => void;
  const opened = new Promise<void>((resolve) => (up = resolve));
  const device = runSerialScanner(scanner, {
    open: serialTransport(systemClock),
    clock: systemClock,
    tell: (message) => (message.type === 'reading' ? room.came(message.text) : up()),
  });
  await opened;
  return {
    name: 'the scanner of the host, in this process',
    port: cable.far,
    read: room.wait,
    async close() {
      await device.stop();
      await cable[Symbol.asyncDispose]();
    },
  };
}

async function deviceHost(): Promise<Reader> {
  const cable = await serialCable();
  const host = await startHost({ scanners: [{ id: 's1', kind: 'serial', laneId: 'in', path: cable.near }] });
  await host.stands('s1', 'up');
  return {
    name: 'the device host, to its message',
    port: cable.far,
    async read(text) {
      const from = host.heard.all.length;
      await host.heard.first((message) => message.type === 'reading' && message.text === text, from);
    },
    async close() {
      await host[Symbol.asyncDispose]();
      await cable[Symbol.asyncDispose]();
    },
  };
}

const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;

const readers = [await bareSerialport(), await scannerInThisProcess(), await deviceHost()];
const lines = readers.map(({ port }) => openSync(port, 'w'));
const times = readers.map((): number[] => []);
for (let scan = 0; scan < scans; scan++) {
  for (const [at, reader] of readers.entries()) {
    const text = badge(scan);
    const arrived = reader.read(text);
    const startMs = performance.now();
    writeSync(lines[at]!, `${text}\r`);
    await arrived;
    times[at]!.push(performance.now() - startMs);
  }
}
for (const line of lines) closeSync(line);
await Promise.all(readers.map((reader) => reader.close()));

const sorted = times.map((all) => all.toSorted((a, b) => a - b));
const bareMs = quantile(sorted[0]!, 0.5);
console.log(`${scans} badges of 350 characters each\n`);
for (const [at, { name }] of readers.entries()) {
  const [medianMs, p95Ms] = [quantile(sorted[at]!, 0.5), quantile(sorted[at]!, 0.95)];
  const figures = [medianMs, p95Ms].map((ms) => `${ms.toFixed(2)} ms`.padStart(9));
  console.log(`${name.padEnd(42)} median ${figures[0]}   p95 ${figures[1]}   ${(medianMs / bareMs).toFixed(2)} x`);
}
