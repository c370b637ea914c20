/**
 * Modbus RTU relay boards as Waveshare and others make them: function 05 writes a coil (relay n is coil n-1) and is
 * echoed, function 01 reads coils. Waveshare's flash-on is function 05 at 0200 + coil with the time in units of 100 ms:
 * the board itself ends the pulse, whatever becomes of the host. Sources: Modbus Application Protocol 1.1b3 (6.1, 6.5, 7),
 * Waveshare's "Modbus RTU Relay" command list.
 */
import type { Match } from '../serial/framing.ts';
import { crcHolds, withCrc } from './crc16.ts';
import type { RelayDialect, RelayReading, Reply } from './dialect.ts';

const READ_COILS = 0x01;
const WRITE_COIL = 0x05;
const EXCEPTION = 0x80;
const FLASH_ON = 0x0200;
const FLASH_UNIT_MS = 100;
const ECHO_BYTES = 8;
const REFUSAL_BYTES = 5;
/** Two bytes of coils: no board here has more than 16 relays, and a false header can then claim no more than that. */
const MAX_COIL_BYTES = 2;

export const modbusRtu: RelayDialect = {
  grammar: { maxBytes: ECHO_BYTES, match: matchReply },
  gapMs: 20,
  echoes: true,
  maybeBlind: false,
  hasUnits: true,
  order: ({ unit, channel }, on) => writeCoil(unit, channel - 1, on ? 0xff00 : 0),
  flash: ({ unit, channel }, pulseMs) => writeCoil(unit, FLASH_ON + channel - 1, Math.ceil(pulseMs / FLASH_UNIT_MS)),
  query: (unit, lastChannel) => withCrc(unit, READ_COILS, 0, 0, 0, lastChannel <= 8 ? 8 : 16),
};

const writeCoil = (unit: number, address: number, value: number): Uint8Array =>
  withCrc(unit, WRITE_COIL, address >> 8, address & 0xff, value >> 8, value & 0xff);

function matchReply(bytes: Uint8Array): Match<Reply> {
  const length = replyLength(bytes);
  if (length === undefined) return { kind: 'none' };
  if (bytes.length < length) return { kind: 'more' };
  const reply = bytes.slice(0, length);
  return crcHolds(reply) ? { kind: 'frame', frame: replyOf(reply), length } : { kind: 'none' };
}

/** Length that the reply claims; more than there is while its header is incomplete; undefined if no reply starts so. */
function replyLength([unit, code, count]: Uint8Array): number | undefined {
  if (unit === 0) return undefined;
  if (code === undefined || code === WRITE_COIL) return ECHO_BYTES;
  if (code === (EXCEPTION | READ_COILS) || code === (EXCEPTION | WRITE_COIL)) return REFUSAL_BYTES;
  if (code !== READ_COILS) return undefined;
  if (count === undefined) return REFUSAL_BYTES;
  return count >= 1 && count <= MAX_COIL_BYTES ? 5 + count : undefined;
}

function replyOf(reply: Uint8Array): Reply {
  const unit = reply[0]!;
  const code = reply[1]!;
  if (code === WRITE_COIL) return { kind: 'echo', unit, order: reply };
  if (code === READ_COILS) return { kind: 'states', unit, states: coils(reply.subarray(3, -2)) };
  const what = code === (EXCEPTION | READ_COILS) ? 'query' : 'order';
  return { kind: 'refused', unit, what, detail: `Modbus exception ${reply[2]}` };
}

/** Lowest bit of the first byte is the first coil asked for. */
function coils(bytes: Uint8Array): readonly RelayReading[] {
  return [...bytes].flatMap((byte, at) =>
    Array.from({ length: 8 }, (_, bit) => ({ channel: at * 8 + bit + 1, on: (byte & (1 << bit)) !== 0 })),
  );
}
