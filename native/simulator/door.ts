/**
 * A relay board on a serial line that is not there, for the demo, the tests and anybody without hardware:
 *
 *     node native/simulator/door.ts --port /dev/pts/7 --driver lcus|modbus-rtu
 *          [--channels 4] [--unit 1] [--fault name]... [--record file]
 *
 * Prints a line for every relay that moves, "06:12:03.120 relay 1 ON". With --record it also appends a JSON line
 * {atMs, relay, on, bytesHex} for each: the order that moved it, empty when the board ended the pulse itself. On standard
 * input it takes `fault mute`, `fault mute slow`, `fault none` and `help`. A line that goes away is opened again; the relays
 * stay as they are meanwhile, as on a board with its own supply.
 */
import { appendFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { systemClock } from '../clock.ts';
import { DOOR_DRIVERS, serialLineSchema, type DoorConfig } from '../messages.ts';
import { keepOpen } from '../serial/line.ts';
import { serialTransport } from '../serial/transport.ts';
import {
  isSimFault,
  newSimBoard,
  SIM_FAULTS,
  simDueMs,
  simHears,
  simWaits,
  type SimFault,
  type SimLanguage,
  type SimStep,
} from './sim-board.ts';
import { simLcus } from './sim-lcus.ts';
import { simModbus } from './sim-modbus.ts';

const LANGUAGES: Readonly<Record<DoorConfig['driver'], (unit: number, channels: number) => SimLanguage>> = {
  lcus: () => simLcus,
  'modbus-rtu': simModbus,
};

const options = readOptions();
const clock = systemClock;
const language = LANGUAGES[options.driver](options.unit, options.channels);
let board = newSimBoard(options.channels, options.faults);
let cancelDue = () => {};

const line = keepOpen(serialLineSchema.parse({ path: options.port }), serialTransport(clock), clock, {
  opened() {
    line.settled();
    say(`${options.driver} board with ${options.channels} relays on ${options.port}`);
  },
  bytes: (bytes) => take(simHears(language, board, bytes, clock.nowMs()), bytes),
  down: (fault) => say(`no line: ${fault.detail}`),
});
createInterface({ input: process.stdin }).on('line', command);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(0));

function take(step: SimStep, bytes: Uint8Array): void {
  board = step.board;
  for (const { relay, on } of step.changes) {
    const atMs = Date.now();
    say(`relay ${relay} ${on ? 'ON' : 'OFF'}`, atMs);
    const bytesHex = Buffer.from(bytes).toString('hex');
    if (options.record) appendFileSync(options.record, `${JSON.stringify({ atMs, relay, on, bytesHex })}\n`);
  }
  for (const reply of step.replies) clock.after(reply.afterMs, () => line.write(reply.bytes));
  cancelDue();
  const dueMs = simDueMs(board);
  if (dueMs === undefined) return;
  const waitMs = Math.max(0, Math.ceil(dueMs - clock.nowMs()));
  cancelDue = clock.after(waitMs, () => take(simWaits(board, clock.nowMs()), new Uint8Array()));
}

function command(text: string): void {
  const [verb, ...names] = text.trim().split(/\s+/);
  const faults = names.filter((name) => name !== 'none');
  if (verb !== 'fault' || names.length === 0 || !faults.every(isSimFault)) return help();
  board = { ...board, faults };
  say(`fault ${names.join(' ')}`);
}

function help(): void {
  const faults = Object.entries(SIM_FAULTS).map(([name, what]) => `  fault ${name.padEnd(15)} ${what}`);
  console.log(['Commands:', ...faults, '  fault none            all is well again', '  help'].join('\n'));
}

function say(what: string, atMs = Date.now()): void {
  console.log(`${new Date(atMs).toISOString().slice(11, 23)} ${what}`);
}

function readOptions() {
  const { values } = parseArgs({
    options: {
      port: { type: 'string' },
      driver: { type: 'string', default: 'lcus' },
      channels: { type: 'string', default: '4' },
      unit: { type: 'string', default: '1' },
      fault: { type: 'string', multiple: true, default: [] },
      record: { type: 'string' },
    },
  });
  const driver = DOOR_DRIVERS.find((name) => name === values.driver);
  const faults = values.fault.filter((name): name is SimFault => isSimFault(name));
  const channels = Number(values.channels);
  const unit = Number(values.unit);
  if (!values.port) return stopWith('Name the serial port: --port /dev/pts/7');
  if (!driver) return stopWith(`Name one of the drivers: ${DOOR_DRIVERS.join(', ')}`);
  if (faults.length < values.fault.length) return stopWith(`Faults are: ${Object.keys(SIM_FAULTS).join(', ')}`);
  if (!(channels >= 1 && channels <= 16)) return stopWith('--channels takes 1 to 16');
  if (!(unit >= 1 && unit <= 255)) return stopWith('--unit takes 1 to 255');
  return { port: values.port, driver, channels, unit, faults, record: values.record };
}

function stopWith(message: string): never {
  console.error(message);
  process.exit(2);
}
