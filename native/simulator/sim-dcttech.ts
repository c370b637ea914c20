import type { Match } from '../serial/framing.ts';
import { NOTHING_HELD } from '../serial/framing.ts';
import type { SimLanguage, SimOrder } from './sim-board.ts';
import { packed } from './sim-modbus.ts';

const REPORT_BYTES = 9;
const NAME = new TextEncoder().encode('GATE1');

/** A dcttech board, its feature reports laid end to end: one of nine bytes is an order, a single 01 asks for report 1. */
export const simDcttech: SimLanguage = () => ({ maxBytes: REPORT_BYTES, match });

function match(bytes: Uint8Array): Match<SimOrder> {
  const [number, what, relay] = bytes;
  if (number === 1) return { kind: 'frame', frame: { answer: report }, length: 1 };
  if (number !== 0) return { kind: 'none' };
  if (bytes.length < REPORT_BYTES) return { kind: 'more' };
  if (what !== 0xff && what !== 0xfd) return { kind: 'none' };
  const order: SimOrder = { relay: relay!, on: what === 0xff, answer: () => NOTHING_HELD };
  return { kind: 'frame', frame: order, length: REPORT_BYTES };
}

const report: SimOrder['answer'] = (relays) =>
  Uint8Array.of(
    ...NAME,
    0,
    0,
    ...packed(
      relays.map(({ on }) => on),
      0,
      8,
    ),
  );
