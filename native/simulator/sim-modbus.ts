import { crcHolds, withCrc } from '../relay/crc16.ts';
import type { Match } from '../serial/framing.ts';
import { NOTHING_HELD } from '../serial/framing.ts';
import type { SimFault, SimLanguage, SimOrder, SimRelay } from './sim-board.ts';

const REQUEST_BYTES = 8;
const READ_COILS = 0x01;
const WRITE_COIL = 0x05;
const EXCEPTION = 0x80;
const FLASH_ON = 0x0200;
const FLASH_UNIT_MS = 100;
const ILLEGAL_FUNCTION = 1;
const ILLEGAL_ADDRESS = 2;

/** A Modbus RTU board at this unit address: writes are echoed, coils can be read, flash-on is timed by the board. */
export const simModbus =
  (unit: number, channels: number): SimLanguage =>
  (faults) => ({ maxBytes: REQUEST_BYTES, match: (bytes) => match(bytes, { unit, channels, faults }) });

interface Board {
  readonly unit: number;
  readonly channels: number;
  readonly faults: readonly SimFault[];
}

function match(bytes: Uint8Array, board: Board): Match<SimOrder> {
  const [unit, code] = bytes;
  if (code !== undefined && code !== READ_COILS && code !== WRITE_COIL) return { kind: 'none' };
  if (bytes.length < REQUEST_BYTES) return { kind: 'more' };
  if (!crcHolds(bytes)) return { kind: 'none' };
  const request = { address: word(bytes, 2), value: word(bytes, 4), body: [...bytes.subarray(1, 6)] };
  return {
    kind: 'frame',
    frame: unit === board.unit ? order(code!, request, board) : FOR_ANOTHER,
    length: REQUEST_BYTES,
  };
}

const FOR_ANOTHER: SimOrder = { answer: () => NOTHING_HELD };

const word = (bytes: Uint8Array, at: number): number => (bytes[at]! << 8) | bytes[at + 1]!;

interface Request {
  readonly address: number;
  readonly value: number;
  /** Code, address and value as they came. */
  readonly body: readonly number[];
}

function order(code: number, { address, value, body }: Request, { unit, channels, faults }: Board): SimOrder {
  const from = faults.includes('renumbered') ? unit + 1 : unit;
  const refuse = (why: number): SimOrder => ({ answer: () => withCrc(from, EXCEPTION | code, why) });
  if (code === READ_COILS) {
    if (faults.includes('no_readback')) return refuse(ILLEGAL_FUNCTION);
    return { answer: (relays) => withCrc(from, code, Math.ceil(value / 8), ...coils(relays, address, value)) };
  }
  const flash = address >= FLASH_ON;
  const relay = (flash ? address - FLASH_ON : address) + 1;
  if (relay > channels || (flash && faults.includes('no_flash'))) return refuse(ILLEGAL_ADDRESS);
  const echo = () => withCrc(from, ...body);
  return flash
    ? { relay, on: true, pulseMs: value * FLASH_UNIT_MS, answer: echo }
    : { relay, on: value === 0xff00, answer: echo };
}

function coils(relays: readonly SimRelay[], first: number, count: number): readonly number[] {
  const bytes = Array.from({ length: Math.ceil(count / 8) }, () => 0);
  for (let coil = 0; coil < count; coil++) {
    if (relays[first + coil]?.on) bytes[coil >> 3]! |= 1 << (coil & 7);
  }
  return bytes;
}
