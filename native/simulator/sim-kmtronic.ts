import type { Match } from '../serial/framing.ts';
import { NOTHING_HELD } from '../serial/framing.ts';
import type { SimLanguage, SimOrder } from './sim-board.ts';

const ORDER_BYTES = 3;

/** A KMTronic board: FF n 01 and FF n 00 get no answer; up to two relays answer FF n 03, more of them FF 09 00. */
export const simKmtronic =
  (channels: number): SimLanguage =>
  () => ({ maxBytes: ORDER_BYTES, match: (bytes) => match(bytes, channels) });

function match([header, relay, what]: Uint8Array, channels: number): Match<SimOrder> {
  if (header !== 0xff) return { kind: 'none' };
  if (relay === undefined || what === undefined) return { kind: 'more' };
  if (relay === 9 && what === 0 && channels > 2) {
    return frame({ answer: (relays) => Uint8Array.from(relays, ({ on }) => (on ? 1 : 0)) });
  }
  if (relay < 1 || relay > channels) return { kind: 'none' };
  if (what <= 1) return frame({ relay, on: what === 1, answer: () => NOTHING_HELD });
  if (what !== 3 || channels > 2) return { kind: 'none' };
  return frame({ answer: (relays) => Uint8Array.of(0xff, relay, relays[relay - 1]?.on ? 1 : 0) });
}

const frame = (order: SimOrder): Match<SimOrder> => ({ kind: 'frame', frame: order, length: ORDER_BYTES });
