/**
 * A scanner on a serial line that is not there: it sends texts as a real one would on reading a badge.
 *
 *     node native/simulator/scanner.ts --port /dev/pts/7 --text GH1:... [--text ...] [--file badges.txt]
 *          [--every 2000] [--count 30] [--ending cr|lf|crlf|stx_etx|none] [--fault name]...
 *
 * With texts it sends one after the other, every so many milliseconds, from the start again when it is through; --count
 * ends it. A line on standard input is sent as it is, unless it is `fault half slow`, `fault none` or `help`. What the
 * host asks of it, a beep for instance, is printed in hexadecimal.
 */
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { systemClock } from '../clock.ts';
import { serialLineSchema } from '../messages.ts';
import { keepOpen } from '../serial/line.ts';
import { serialTransport } from '../serial/transport.ts';
import {
  isScanEnding,
  isScanFault,
  SCAN_ENDINGS,
  SCAN_FAULTS,
  scanChunks,
  type ScanEnding,
  type ScanFault,
} from './sim-scan.ts';

const { port, texts, everyMs, count, ending, faults: given } = readOptions();
let faults: readonly ScanFault[] = given;
let sent = 0;
let started = false;

const line = keepOpen(serialLineSchema.parse({ path: port }), serialTransport(systemClock), systemClock, {
  opened() {
    line.settled();
    say(`scanner on ${port}`);
    if (!started && texts.length > 0) next();
    started = true;
  },
  bytes: (bytes) => say(`asked for ${Buffer.from(bytes).toString('hex')}`),
  down: (fault) => say(`no line: ${fault.detail}`),
});
createInterface({ input: process.stdin }).on('line', command);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(0));

function next(): void {
  scan(texts[sent % texts.length]!);
  sent += 1;
  if (sent < count) systemClock.after(everyMs, next);
}

function scan(text: string): void {
  for (const { bytes, afterMs } of scanChunks(text, ending, faults)) {
    systemClock.after(afterMs, () => line.write(bytes));
  }
  say(`sent ${text}`);
}

function command(text: string): void {
  if (text === 'help') return help();
  if (!text.startsWith('fault ')) return text === '' ? undefined : scan(text);
  const names = text.slice('fault '.length).trim().split(/\s+/);
  const wanted = names.filter((name) => name !== 'none');
  if (!wanted.every(isScanFault)) return help();
  faults = wanted;
  say(`fault ${names.join(' ')}`);
}

function help(): void {
  const list = Object.entries(SCAN_FAULTS).map(([name, what]) => `  fault ${name.padEnd(8)} ${what}`);
  console.log(
    ['A text is sent as it is. Commands:', ...list, '  fault none     all is well again', '  help'].join('\n'),
  );
}

function say(what: string): void {
  console.log(`${new Date().toISOString().slice(11, 23)} ${what}`);
}

interface Options {
  readonly port: string;
  readonly texts: readonly string[];
  readonly everyMs: number;
  readonly count: number;
  readonly ending: ScanEnding;
  readonly faults: readonly ScanFault[];
}

function readOptions(): Options {
  const { values } = parseArgs({
    options: {
      port: { type: 'string' },
      text: { type: 'string', multiple: true, default: [] },
      file: { type: 'string' },
      every: { type: 'string', default: '2000' },
      count: { type: 'string', default: 'Infinity' },
      ending: { type: 'string', default: 'cr' },
      fault: { type: 'string', multiple: true, default: [] },
    },
  });
  const fromFile = values.file ? readFileSync(values.file, 'utf8').split('\n').filter(Boolean) : [];
  const faults = values.fault.filter((name): name is ScanFault => isScanFault(name));
  const everyMs = Number(values.every);
  const count = Number(values.count);
  if (!values.port) return stopWith('Name the serial port: --port /dev/pts/7');
  if (!isScanEnding(values.ending)) return stopWith(`Endings are: ${Object.keys(SCAN_ENDINGS).join(', ')}`);
  if (faults.length < values.fault.length) return stopWith(`Faults are: ${Object.keys(SCAN_FAULTS).join(', ')}`);
  if (!(everyMs >= 1 && count >= 1)) return stopWith('--every takes milliseconds, --count a number from 1');
  return { port: values.port, texts: [...values.text, ...fromFile], everyMs, count, ending: values.ending, faults };
}

function stopWith(message: string): never {
  console.error(message);
  process.exit(2);
}
