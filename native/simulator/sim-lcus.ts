import type { Match } from '../serial/framing.ts';
import { NOTHING_HELD } from '../serial/framing.ts';
import type { SimFault, SimLanguage, SimOrder, SimRelay } from './sim-board.ts';

const ORDER_BYTES = 4;

/** An LCUS board: orders A0 ch st sum get no answer, FF is answered by a line of text per relay. */
export const simLcus: SimLanguage = (faults) => ({ maxBytes: ORDER_BYTES, match: (bytes) => match(bytes, faults) });

function match(bytes: Uint8Array, faults: readonly SimFault[]): Match<SimOrder> {
  const [header, relay, state, sum] = bytes;
  if (header === 0xff) return { kind: 'frame', frame: { answer: (relays) => lines(relays, faults) }, length: 1 };
  if (header !== 0xa0) return { kind: 'none' };
  if (sum === undefined) return { kind: 'more' };
  if (((header + relay! + state!) & 0xff) !== sum || state! > 1) return { kind: 'none' };
  return { kind: 'frame', frame: { relay: relay!, on: state === 1, answer: () => NOTHING_HELD }, length: ORDER_BYTES };
}

function lines(relays: readonly SimRelay[], faults: readonly SimFault[]): Uint8Array {
  if (faults.includes('no_readback')) return NOTHING_HELD;
  const first = faults.includes('renumbered') ? 2 : 1;
  return new TextEncoder().encode(relays.map(({ on }, at) => `CH${at + first}: ${on ? 'ON' : 'OFF'}\r\n`).join(''));
}
