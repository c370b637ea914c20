/**
 * A relay board on a serial line that is not there, for the demo, the tests and anybody without hardware:
 *
 *     node native/simulator/door.ts --port /dev/pts/7 --driver lcus|modbus-rtu|numato|...
 *          [--channels 4] [--unit 1] [--fault name]... [--record file]
 *
 * Prints a line for every relay that moves, "06:12:03.120 relay 1 ON". With --record it also appends a JSON line
 * {atMs, relay, on, bytesHex} for each: the order that moved it, empty when the board ended the pulse itself. On standard
 * input it takes `fault mute`, `fault mute slow`, `fault none`, `input 1 on`, `input 1 off bouncing` and `help`. A line that
 * goes away is opened again; the relays stay as they are meanwhile, as on a board with its own supply.
 */
import { appendFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { systemClock } from '../clock.ts';
import { DOOR_DRIVERS, DRIVER_FACTS } from '../messages.ts';
import { serialTransport } from '../serial/transport.ts';
import { playBoard } from './play-board.ts';
import { isSimFault, SIM_FAULTS, type SimFault } from './sim-board.ts';
import { SIM_LANGUAGES } from './sim-languages.ts';

/** Boards with a serial line: a HID board has no port that a program could pretend to be. */
const SERIAL_DRIVERS = DOOR_DRIVERS.filter((name) => DRIVER_FACTS[name].link === 'serial');
const MOST_INPUTS = 16;

const options = readOptions();
const { driver, channels } = options;

const board = playBoard({
  ...options,
  language: SIM_LANGUAGES[driver](options.unit, channels),
  open: serialTransport(systemClock),
  clock: systemClock,
  opened: () => say(`${driver} board with ${channels} relays on ${options.port}`),
  down: (detail) => say(`no line: ${detail}`),
  moved({ relay, on }, order) {
    const atMs = Date.now();
    say(`relay ${relay} ${on ? 'ON' : 'OFF'}`, atMs);
    const bytesHex = Buffer.from(order).toString('hex');
    if (options.record) appendFileSync(options.record, `${JSON.stringify({ atMs, relay, on, bytesHex })}\n`);
  },
});
createInterface({ input: process.stdin }).on('line', command);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(0));

function command(text: string): void {
  const [verb, ...words] = text.trim().split(/\s+/);
  if (verb === 'fault') return setFaults(words);
  if (verb === 'input') return setInput(words);
  help();
}

function setFaults(names: readonly string[]): void {
  const faults = names.filter((name) => name !== 'none');
  if (names.length === 0 || !faults.every(isSimFault)) return help();
  board.setFaults(faults);
  say(`fault ${names.join(' ')}`);
}

function setInput([number, state, how]: readonly string[]): void {
  const input = Number(number);
  if (!(input >= 1 && input <= MOST_INPUTS) || (state !== 'on' && state !== 'off')) return help();
  board.setInput(input, state === 'on', how === 'bouncing');
  say(`input ${input} ${state.toUpperCase()}`);
}

const MORE = [
  '  fault none            all is well again',
  '  input 1 on            closes the circuit of an input; off opens it; "bouncing" behind it lets the contact chatter',
  '  help',
];

function help(): void {
  const faults = Object.entries(SIM_FAULTS).map(([name, what]) => `  fault ${name.padEnd(15)} ${what}`);
  console.log(['Commands:', ...faults, ...MORE].join('\n'));
}

function say(what: string, atMs = Date.now()): void {
  console.log(`${new Date(atMs).toISOString().slice(11, 23)} ${what}`);
}

function readOptions() {
  const { values } = parseArgs({
    options: {
      port: { type: 'string' },
      driver: { type: 'string', default: 'lcus' },
      channels: { type: 'string' },
      unit: { type: 'string', default: '1' },
      fault: { type: 'string', multiple: true, default: [] },
      record: { type: 'string' },
    },
  });
  const driver = SERIAL_DRIVERS.find((name) => name === values.driver);
  const faults = values.fault.filter((name): name is SimFault => isSimFault(name));
  const unit = Number(values.unit);
  if (!values.port) return stopWith('Name the serial port: --port /dev/pts/7');
  if (!driver) return stopWith(`Name one of the drivers: ${SERIAL_DRIVERS.join(', ')}`);
  if (faults.length < values.fault.length) return stopWith(`Faults are: ${Object.keys(SIM_FAULTS).join(', ')}`);
  const most = DRIVER_FACTS[driver].relays;
  const channels = Number(values.channels ?? (driver === 'kmtronic-8' ? most : Math.min(4, most)));
  if (!(channels >= 1 && channels <= most)) return stopWith(`--channels takes 1 to ${most}`);
  if (!(unit >= 1 && unit <= 255)) return stopWith('--unit takes 1 to 255');
  return { port: values.port, driver, channels, unit, faults, record: values.record };
}

function stopWith(message: string): never {
  console.error(message);
  process.exit(2);
}
