/**
 * Devantech USB-RLY02, 08, 16, 16L and USB-OPTO-RLY88, 816 (USB CDC, any speed). One byte switches one relay and gets no
 * reply: 65 to 6C on, 6F to 76 off. 5B is answered by the mask of the relays, 19 by that of the inputs (OPTO boards), 5A
 * by the module's id and version. A bare mask could be any stray byte, so 5A is asked before and after it, and the inputs
 * twice: an answer counts between two equal ids. Sources: Devantech's data sheets and its own sample program for the
 * OPTO-RLY88 (inputs), its tester for the ids 12 and 13.
 */
import type { Match } from '../serial/framing.ts';
import { bitsOf, inputsFrom, relaysFrom, type RelayDialect, type Reply } from './dialect.ts';

const ON = 0x65;
const OFF = 0x6f;
const IDENTITY = 0x5a;
const RELAYS = 0x5b;
const INPUTS = 0x19;
/** RLY08, RLY16, RLY02, OPTO-RLY88, OPTO-RLY816, RLY16L. */
const MODULES: ReadonlySet<number> = new Set([8, 9, 10, 12, 13, 15]);
const RELAY_BYTES = 5;
const INPUT_BYTES = 6;

export const devantech: RelayDialect = {
  grammar: { maxBytes: INPUT_BYTES, match: matchReply },
  gapMs: 10,
  echoes: false,
  maybeBlind: false,
  hasUnits: false,
  order: ({ channel }, on) => Uint8Array.of((on ? ON : OFF) + channel - 1),
  query: () => Uint8Array.of(IDENTITY, RELAYS, IDENTITY),
  queryInputs: () => Uint8Array.of(IDENTITY, INPUTS, INPUTS, IDENTITY),
};

/** Relays: id, version, mask, id, version. Inputs: id, version, mask, mask, id, version. */
function matchReply(bytes: Uint8Array): Match<Reply> {
  const [id, version, mask] = bytes;
  if (!MODULES.has(id!)) return { kind: 'none' };
  const closes = (at: number) => fits(bytes[at], id) && fits(bytes[at + 1], version);
  const relays = closes(3);
  const inputs = fits(bytes[3], mask) && closes(4);
  if (relays && bytes.length >= RELAY_BYTES) {
    return {
      kind: 'frame',
      frame: { kind: 'states', unit: 1, states: relaysFrom(bitsOf([mask!])) },
      length: RELAY_BYTES,
    };
  }
  if (inputs && bytes.length >= INPUT_BYTES) {
    return {
      kind: 'frame',
      frame: { kind: 'inputs', unit: 1, inputs: inputsFrom(bitsOf([mask!])) },
      length: INPUT_BYTES,
    };
  }
  return { kind: relays || inputs ? 'more' : 'none' };
}

/** A byte that has not come yet fits anything. */
const fits = (byte: number | undefined, wanted: number | undefined): boolean =>
  byte === undefined || wanted === undefined || byte === wanted;
