/**
 * LCUS-1/2/4/8 boards (CH340, 9600 8N1) and the many that copy them. An order is A0, channel, state, and the low byte
 * of their sum; it gets no reply. FF asks for the states, which come as a line of text per relay: "CH1: ON", CR LF.
 * Some copies put no blank or no colon there; some never answer at all. Sources: the makers' command sheets for
 * LCUS-4 and LCUS-8.
 */
import type { Match } from '../serial/framing.ts';
import type { RelayDialect, Reply } from './dialect.ts';

const HEADER = 0xa0;
const QUERY = 0xff;
const MAX_CHANNEL = 16;
/** "CH16:   OFF" */
const MAX_LINE_BYTES = 11;

const LINE = /^CH(\d{1,2}):? {0,3}(ON|OFF)/i;
/** Any beginning of a LINE. */
const LINE_BEGUN = /^C(?:H(?:\d{1,2}:? {0,3}(?:OF?)?)?)?$/i;

export const lcus: RelayDialect = {
  grammar: { maxBytes: MAX_LINE_BYTES, match: matchLine },
  gapMs: 100,
  echoes: false,
  maybeBlind: true,
  hasUnits: false,
  order: ({ channel }, on) => lcusOrder(channel, on),
  query: () => Uint8Array.of(QUERY),
};

export function lcusOrder(channel: number, on: boolean): Uint8Array {
  const state = on ? 1 : 0;
  return Uint8Array.of(HEADER, channel, state, (HEADER + channel + state) & 0xff);
}

function matchLine(bytes: Uint8Array): Match<Reply> {
  if (bytes[0] === 0x0d || bytes[0] === 0x0a || bytes[0] === 0x20) return { kind: 'filler' };
  const text = String.fromCharCode(...bytes);
  const line = LINE.exec(text);
  if (!line) return { kind: LINE_BEGUN.test(text) ? 'more' : 'none' };
  const channel = Number(line[1]);
  if (channel < 1 || channel > MAX_CHANNEL) return { kind: 'none' };
  const reading = { channel, on: line[2]!.toUpperCase() === 'ON' };
  return { kind: 'frame', frame: { kind: 'states', unit: 1, states: [reading] }, length: line[0].length };
}
