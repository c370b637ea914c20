/**
 * Modbus RTU relay boards as Waveshare and others make them: what modbus-pdu.ts says, between a unit address and a CRC.
 * Source: Modbus over Serial Line 1.02, 2.5.1.
 */
import type { Match } from '../serial/framing.ts';
import { crcHolds, withCrc } from './crc16.ts';
import type { RelayDialect, Reply } from './dialect.ts';
import {
  flashCoil,
  READ_COILS,
  READ_INPUTS,
  readStates,
  replyBytes,
  replyOf,
  STANDARD_HABITS,
  writeCoil,
  type ModbusHabits,
} from './modbus-pdu.ts';

const CRC_BYTES = 2;
const LONGEST_REPLY_BYTES = 8;

const dialect = (habits: ModbusHabits): RelayDialect => ({
  grammar: { maxBytes: LONGEST_REPLY_BYTES, match: matchReply },
  gapMs: 20,
  echoes: true,
  maybeBlind: false,
  hasUnits: true,
  order: ({ unit, channel }, on) => withCrc(unit, ...writeCoil(channel, on, habits)),
  query: (unit, lastChannel) => withCrc(unit, ...readStates(READ_COILS, habits.firstCoil, lastChannel)),
  queryInputs: (unit, lastInput) => withCrc(unit, ...readStates(READ_INPUTS, 0, lastInput)),
});

export const modbusRtu: RelayDialect = {
  ...dialect(STANDARD_HABITS),
  flash: ({ unit, channel }, pulseMs) => withCrc(unit, ...flashCoil(channel, pulseMs)),
};

/** Copies that switch on with 01 00 and count coils from 1. They do not know the pulse that the board times. */
export const modbusRtu0100: RelayDialect = dialect({ onValue: 0x0100, firstCoil: 1 });

function matchReply(bytes: Uint8Array): Match<Reply> {
  const length = replyBytes(bytes);
  if (length === undefined) return { kind: 'none' };
  if (bytes.length < length + CRC_BYTES) return { kind: 'more' };
  const reply = bytes.slice(0, length + CRC_BYTES);
  if (!crcHolds(reply)) return { kind: 'none' };
  return { kind: 'frame', frame: replyOf(reply.subarray(0, length), reply), length: reply.length };
}
