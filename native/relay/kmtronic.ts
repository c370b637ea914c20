/**
 * KMTronic USB relay boards (FTDI, 9600 8N1). An order is FF, relay, 01 or 00 and gets no reply. Boards with one or two
 * relays are asked relay by relay, FF n 03, and answer FF n state; those with four or eight are asked once, FF 09 00, and
 * answer a bare byte 00 or 01 per relay. Source: the maker's command list (info.kmtronic.com).
 */
import type { Match } from '../serial/framing.ts';
import { relaysFrom, type RelayDialect, type Reply } from './dialect.ts';

const HEADER = 0xff;
const READ_ONE = 0x03;
const READ_ALL = Uint8Array.of(HEADER, 0x09, 0x00);
const ANSWER_BYTES = 3;
const SMALL_BOARD = 2;
/** A longer run of bare bytes is noise, whatever its length. */
const LONGEST_RUN = 64;

const order: RelayDialect['order'] = ({ channel }, on) => Uint8Array.of(HEADER, channel, on ? 1 : 0);

const COMMON = { gapMs: 20, echoes: false, maybeBlind: false, hasUnits: false, order } as const;

/** Boards with one or two relays. */
export const kmtronicSmall: RelayDialect = {
  ...COMMON,
  grammar: { maxBytes: ANSWER_BYTES, match: matchOne },
  query: (_unit, lastChannel) =>
    Uint8Array.from({ length: lastChannel }, (_, at) => at + 1).reduce(
      (all, channel) => Uint8Array.of(...all, HEADER, channel, READ_ONE),
      new Uint8Array(),
    ),
};

/** Boards with four or eight relays. */
export const kmtronic = (relays: 4 | 8): RelayDialect => ({
  ...COMMON,
  grammar: { maxBytes: LONGEST_RUN, match: (bytes, silent) => matchAll(bytes, silent, relays) },
  query: () => READ_ALL,
});

function matchOne([header, channel, state]: Uint8Array): Match<Reply> {
  if (header !== HEADER) return { kind: 'none' };
  if (channel === undefined) return { kind: 'more' };
  if (channel < 1 || channel > SMALL_BOARD) return { kind: 'none' };
  if (state === undefined) return { kind: 'more' };
  if (state > 1) return { kind: 'none' };
  const states = [{ channel, on: state === 1 }];
  return { kind: 'frame', frame: { kind: 'states', unit: 1, states }, length: ANSWER_BYTES };
}

/**
 * Nothing marks where such an answer starts. So a run of states counts only as a whole, when something else or silence
 * has ended it, and only if it is made of full answers: one stray 00 in front would otherwise move every relay by one.
 */
function matchAll(bytes: Uint8Array, silent: boolean, relays: number): Match<Reply> {
  const end = bytes.findIndex((byte) => byte > 1);
  const run = end < 0 ? bytes.length : end;
  if (run === 0) return { kind: 'none' };
  if (run === LONGEST_RUN) return { kind: 'none', length: run };
  if (end < 0 && !silent) return { kind: 'more' };
  if (run % relays !== 0) return { kind: 'none', length: run };
  const states = relaysFrom([...bytes.subarray(0, relays)].map((byte) => byte === 1));
  return { kind: 'frame', frame: { kind: 'states', unit: 1, states }, length: relays };
}
