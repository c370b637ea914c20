import type { Match } from '../serial/framing.ts';
import type { SimFault, SimLanguage, SimOrder, SimRelay } from './sim-board.ts';

const MAX_COMMAND_BYTES = 32;
const CR = 0x0d;
const LF = 0x0a;
const COMMAND = /^(?:relay (on|off) ([0-9A-V])|(relay|gpio) readall)$/;

/** A Numato module: every command comes back, then its answer and the prompt. */
export const simNumato: SimLanguage = (faults) => ({
  maxBytes: MAX_COMMAND_BYTES,
  match: (bytes) => match(bytes, faults),
});

function match(bytes: Uint8Array, faults: readonly SimFault[]): Match<SimOrder> {
  if (bytes[0] === CR || bytes[0] === LF) return { kind: 'filler' };
  const end = bytes.indexOf(CR);
  if (end < 0) return { kind: bytes.length < MAX_COMMAND_BYTES ? 'more' : 'none' };
  const text = String.fromCharCode(...bytes.subarray(0, end));
  return { kind: 'frame', frame: order(text, faults), length: end + 1 };
}

function order(text: string, faults: readonly SimFault[]): SimOrder {
  const [, onOff, index, what] = COMMAND.exec(text) ?? [];
  const plain = () => reply(text);
  if (onOff !== undefined && index !== undefined) {
    return { relay: Number.parseInt(index, 36) + 1, on: onOff === 'on', answer: plain };
  }
  if (what === 'relay' && !faults.includes('no_readback'))
    return { answer: (relays) => reply(text, hex(statesOf(relays))) };
  if (what === 'gpio' && !faults.includes('no_inputs'))
    return { answer: (_relays, inputs) => reply(text, hex(inputs)) };
  return { answer: plain };
}

const statesOf = (relays: readonly SimRelay[]): readonly boolean[] => relays.map(({ on }) => on);

const reply = (...lines: readonly string[]): Uint8Array =>
  new TextEncoder().encode(lines.map((line) => `${line}\n\r`).join('') + '>');

/** As one number, two digits at least, the first state its lowest bit. */
const hex = (states: readonly boolean[]): string =>
  states
    .reduce((sum, on, at) => sum + (on ? 2 ** at : 0), 0)
    .toString(16)
    .padStart(Math.max(2, Math.ceil(states.length / 4)), '0');
