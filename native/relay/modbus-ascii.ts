/**
 * Modbus ASCII, as the SainSmart 16-channel board speaks it (slave address FE): what modbus-pdu.ts says, as hexadecimal
 * text between a colon and CR LF, with a longitudinal check. Source: Modbus over Serial Line 1.02, 2.5.2.
 */
import type { Match } from '../serial/framing.ts';
import type { RelayDialect, Reply } from './dialect.ts';
import { READ_COILS, READ_INPUTS, readStates, replyBytes, replyOf, STANDARD_HABITS, writeCoil } from './modbus-pdu.ts';

/** Colon, six bytes and their check as text, CR LF. */
const LONGEST_REPLY_BYTES = 17;
const LINE = /^:((?:[0-9A-F]{2}){4,7})\r\n/i;
const LINE_BEGUN = /^:[0-9A-F]{0,14}\r?$/i;

export const modbusAscii: RelayDialect = {
  grammar: { maxBytes: LONGEST_REPLY_BYTES, match: matchLine },
  gapMs: 20,
  echoes: true,
  maybeBlind: false,
  hasUnits: true,
  order: ({ unit, channel }, on) => line(unit, ...writeCoil(channel, on, STANDARD_HABITS)),
  query: (unit, lastChannel) => line(unit, ...readStates(READ_COILS, 0, lastChannel)),
  queryInputs: (unit, lastInput) => line(unit, ...readStates(READ_INPUTS, 0, lastInput)),
};

/** The bytes as a line of text. */
export function line(...bytes: readonly number[]): Uint8Array {
  const text = Buffer.from([...bytes, lrc(bytes)])
    .toString('hex')
    .toUpperCase();
  return new TextEncoder().encode(`:${text}\r\n`);
}

/** The two's complement of the sum: added to all the bytes it gives nothing (Modbus over Serial Line 1.02, 6.2.1). */
export const lrc = (bytes: Iterable<number>): number => -[...bytes].reduce((sum, byte) => sum + byte, 0) & 0xff;

function matchLine(bytes: Uint8Array): Match<Reply> {
  if (bytes[0] === 0x0d || bytes[0] === 0x0a) return { kind: 'filler' };
  const text = String.fromCharCode(...bytes);
  const [whole, digits] = LINE.exec(text) ?? [];
  if (whole === undefined || digits === undefined) return { kind: LINE_BEGUN.test(text) ? 'more' : 'none' };
  const body = Uint8Array.from(Buffer.from(digits, 'hex'));
  const said = body.subarray(0, -1);
  if (lrc(body) !== 0 || replyBytes(said) !== said.length) return { kind: 'none' };
  return { kind: 'frame', frame: replyOf(said, bytes.slice(0, whole.length)), length: whole.length };
}
