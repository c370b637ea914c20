/**
 * What is said in Modbus, whatever it is wrapped in: function 05 writes a coil (relay n is coil n-1) and is echoed,
 * function 01 reads coils, function 02 reads discrete inputs. Waveshare's flash-on is function 05 at 0200 + coil with the
 * time in units of 100 ms: the board itself ends the pulse, whatever becomes of the host. Sources: Modbus Application
 * Protocol 1.1b3 (6.1, 6.2, 6.5, 7), Waveshare's "Modbus RTU Relay" command list.
 */
import { bitsOf, inputsFrom, relaysFrom, type Reply } from './dialect.ts';

export const READ_COILS = 0x01;
export const READ_INPUTS = 0x02;
export const WRITE_COIL = 0x05;
const EXCEPTION = 0x80;
const FLASH_ON = 0x0200;
const FLASH_UNIT_MS = 100;
/** Two bytes of states: no board here has more than 16 relays or inputs, and a false header can claim no more than that. */
const MAX_STATE_BYTES = 2;

/** Function code and data of a request, without unit address and check. */
export type Pdu = readonly number[];

/** Copies differ in the value that means "on" and in the number of the first coil. */
export interface ModbusHabits {
  readonly onValue: number;
  readonly firstCoil: number;
}
export const STANDARD_HABITS: ModbusHabits = { onValue: 0xff00, firstCoil: 0 };

export const writeCoil = (channel: number, on: boolean, { onValue, firstCoil }: ModbusHabits): Pdu =>
  request(WRITE_COIL, firstCoil + channel - 1, on ? onValue : 0);

export const flashCoil = (channel: number, pulseMs: number): Pdu =>
  request(WRITE_COIL, FLASH_ON + channel - 1, Math.ceil(pulseMs / FLASH_UNIT_MS));

export const readStates = (code: typeof READ_COILS | typeof READ_INPUTS, first: number, last: number): Pdu =>
  request(code, first, last <= 8 ? 8 : 16);

const request = (code: number, address: number, value: number): Pdu => [
  code,
  address >> 8,
  address & 0xff,
  value >> 8,
  value & 0xff,
];

/**
 * Bytes of a reply with its unit address and without its check; more than there are while its header is incomplete;
 * undefined if no reply starts so.
 */
export function replyBytes([unit, code, count]: ArrayLike<number> & Iterable<number>): number | undefined {
  if (unit === 0) return undefined;
  if (code === undefined || code === WRITE_COIL) return 6;
  if (code > EXCEPTION) return isKnown(code & ~EXCEPTION) ? 3 : undefined;
  if (!isKnown(code)) return undefined;
  if (count === undefined) return 4;
  return count >= 1 && count <= MAX_STATE_BYTES ? 3 + count : undefined;
}

const isKnown = (code: number): boolean => code === READ_COILS || code === READ_INPUTS || code === WRITE_COIL;

/** What a reply says. `body` is as `replyBytes` counts it, `asSent` the same with all that it was wrapped in. */
export function replyOf(body: Uint8Array, asSent: Uint8Array): Reply {
  const unit = body[0]!;
  const code = body[1]!;
  if (code === WRITE_COIL) return { kind: 'echo', unit, order: asSent };
  if (code === READ_COILS) return { kind: 'states', unit, states: relaysFrom(bitsOf(body.subarray(3))) };
  if (code === READ_INPUTS) return { kind: 'inputs', unit, inputs: inputsFrom(bitsOf(body.subarray(3))) };
  return { kind: 'refused', unit, what: asked(code & ~EXCEPTION), detail: `Modbus exception ${body[2]}` };
}

const asked = (code: number): 'query' | 'inputs' | 'order' =>
  code === READ_COILS ? 'query' : code === READ_INPUTS ? 'inputs' : 'order';
