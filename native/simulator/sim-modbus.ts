import { crcHolds, withCrc } from '../relay/crc16.ts';
import { line, lrc } from '../relay/modbus-ascii.ts';
import { READ_COILS, READ_INPUTS, STANDARD_HABITS, WRITE_COIL, type ModbusHabits } from '../relay/modbus-pdu.ts';
import type { Match } from '../serial/framing.ts';
import { NOTHING_HELD } from '../serial/framing.ts';
import type { SimFault, SimLanguage, SimOrder } from './sim-board.ts';

const RTU_BYTES = 8;
const ASCII_LINE = /^:((?:[0-9A-F]{2}){7})\r\n/;
const ASCII_BYTES = 17;
const EXCEPTION = 0x80;
const FLASH_ON = 0x0200;
const FLASH_UNIT_MS = 100;
const ILLEGAL_FUNCTION = 1;
const ILLEGAL_ADDRESS = 2;

/** What a simulated Modbus board is. `flash`: it knows the pulse that the board itself times. */
export interface SimModbusBoard {
  readonly unit: number;
  readonly channels: number;
  readonly habits?: ModbusHabits;
  readonly flash?: boolean;
}

interface Hearer extends SimModbusBoard {
  readonly faults: readonly SimFault[];
  /** Puts an answer into what it travels in. */
  readonly wrap: (...bytes: readonly number[]) => Uint8Array;
}

/** A Modbus RTU board at this unit address: writes are echoed, coils and inputs can be read. */
export const simModbusRtu =
  (board: SimModbusBoard): SimLanguage =>
  (faults) => ({ maxBytes: RTU_BYTES, match: (bytes) => matchRtu(bytes, { ...board, faults, wrap: withCrc }) });

/** The same in Modbus ASCII. */
export const simModbusAscii =
  (board: SimModbusBoard): SimLanguage =>
  (faults) => ({ maxBytes: ASCII_BYTES, match: (bytes) => matchAscii(bytes, { ...board, faults, wrap: line }) });

function matchRtu(bytes: Uint8Array, hearer: Hearer): Match<SimOrder> {
  const [, code] = bytes;
  if (code !== undefined && !isKnown(code)) return { kind: 'none' };
  if (bytes.length < RTU_BYTES) return { kind: 'more' };
  if (!crcHolds(bytes)) return { kind: 'none' };
  return { kind: 'frame', frame: order(bytes, hearer), length: RTU_BYTES };
}

function matchAscii(bytes: Uint8Array, hearer: Hearer): Match<SimOrder> {
  if (bytes[0] !== 0x3a) return { kind: 'none' };
  const [whole, digits] = ASCII_LINE.exec(String.fromCharCode(...bytes)) ?? [];
  if (whole === undefined || digits === undefined) return { kind: bytes.length < ASCII_BYTES ? 'more' : 'none' };
  const body = Buffer.from(digits, 'hex');
  if (lrc(body) !== 0 || !isKnown(body[1]!)) return { kind: 'none' };
  return { kind: 'frame', frame: order(body, hearer), length: whole.length };
}

const isKnown = (code: number): boolean => code === READ_COILS || code === READ_INPUTS || code === WRITE_COIL;

const word = (bytes: Uint8Array, at: number): number => (bytes[at]! << 8) | bytes[at + 1]!;

/** A request: unit, function code, address, value; whatever stands behind it is its check. */
function order(request: Uint8Array, hearer: Hearer): SimOrder {
  const { unit, faults, wrap } = hearer;
  if (request[0] !== unit) return { answer: () => NOTHING_HELD };
  const from = faults.includes('renumbered') ? (unit % 255) + 1 : unit;
  const code = request[1]!;
  const refuse = (why: number): SimOrder => ({ answer: () => wrap(from, EXCEPTION | code, why) });
  if (code === WRITE_COIL) return writeOrder(request, hearer, from, refuse);
  if (faults.includes(code === READ_COILS ? 'no_readback' : 'no_inputs')) return refuse(ILLEGAL_FUNCTION);
  const count = word(request, 4);
  const first = word(request, 2) - (code === READ_COILS ? (hearer.habits ?? STANDARD_HABITS).firstCoil : 0);
  return {
    answer: (relays, inputs) => {
      const states = code === READ_COILS ? relays.map(({ on }) => on) : inputs;
      return wrap(from, code, Math.ceil(count / 8), ...packed(states, first, count));
    },
  };
}

function writeOrder(
  request: Uint8Array,
  { channels, faults, wrap, habits = STANDARD_HABITS, flash = false }: Hearer,
  from: number,
  refuse: (why: number) => SimOrder,
): SimOrder {
  const address = word(request, 2);
  const value = word(request, 4);
  const flashes = address >= FLASH_ON;
  const relay = flashes ? address - FLASH_ON + 1 : address - habits.firstCoil + 1;
  if (relay < 1 || relay > channels || (flashes && (!flash || faults.includes('no_flash'))))
    return refuse(ILLEGAL_ADDRESS);
  const echo = () => wrap(from, ...request.subarray(1, 6));
  return flashes
    ? { relay, on: true, pulseMs: value * FLASH_UNIT_MS, answer: echo }
    : { relay, on: value === habits.onValue, answer: echo };
}

/** Bits of these states as bytes, the lowest bit first. */
export function packed(states: readonly boolean[], first: number, count: number): readonly number[] {
  const bytes = Array.from({ length: Math.ceil(count / 8) }, () => 0);
  for (let bit = 0; bit < count; bit++) if (states[first + bit]) bytes[bit >> 3]! |= 1 << (bit & 7);
  return bytes;
}
