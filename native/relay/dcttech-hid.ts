/**
 * dcttech "USBRelayN" boards (HID 16c0:05df). An order is a feature report without a number: FF or FD and the relay. The
 * feature report 1 tells the board: five characters of its own name, two bytes that say nothing, the mask of the relays.
 * How reports become writes and bytes, see hid/hid-transport.ts. Sources: usbrelay (libusbrelay.c), libsigrok
 * (hardware/dcttech-usbrelay), pavel-a/usb-relay-hid. A system may put the report's number in front of it: skipped.
 */
import type { Match } from '../serial/framing.ts';
import { bitsOf, relaysFrom, type RelayDialect, type Reply } from './dialect.ts';

const ON = 0xff;
const OFF = 0xfd;
const REPORT_BYTES = 8;
const NAME_BYTES = 5;
const STATE_REPORT = 0x01;

export const dcttechHid: RelayDialect = {
  grammar: { maxBytes: REPORT_BYTES, match: matchReport },
  gapMs: 20,
  echoes: false,
  maybeBlind: false,
  hasUnits: false,
  order: ({ channel }, on) => Uint8Array.of(0, on ? ON : OFF, channel, 0, 0, 0, 0, 0, 0),
  query: () => Uint8Array.of(STATE_REPORT),
};

function matchReport(bytes: Uint8Array): Match<Reply> {
  if (bytes[0] === 0 || bytes[0] === STATE_REPORT) return { kind: 'filler' };
  const name = bytes.subarray(0, NAME_BYTES);
  if (!name.every((byte) => byte > 0x20 && byte < 0x7f) || (bytes[NAME_BYTES] ?? 0) !== 0) return { kind: 'none' };
  if (bytes.length < REPORT_BYTES) return { kind: 'more' };
  const states = relaysFrom(bitsOf([bytes[REPORT_BYTES - 1]!]));
  return { kind: 'frame', frame: { kind: 'states', unit: 1, states }, length: REPORT_BYTES };
}
