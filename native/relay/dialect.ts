import type { Grammar } from '../serial/framing.ts';

/** A relay on a line: the board's address on its bus, and the relay on the board, both from 1. */
export interface RelayAddress {
  readonly unit: number;
  readonly channel: number;
}

/** What a board said, whatever its language. */
export type Reply =
  /** How relays stand; of one relay or of several. */
  | { readonly kind: 'states'; readonly unit: number; readonly states: readonly RelayReading[] }
  /** The order came back, byte for byte. */
  | { readonly kind: 'echo'; readonly unit: number; readonly order: Uint8Array }
  /** How the board's inputs read. */
  | { readonly kind: 'inputs'; readonly unit: number; readonly inputs: readonly InputReading[] }
  /** The board does not know how to do that. */
  | {
      readonly kind: 'refused';
      readonly unit: number;
      readonly what: 'query' | 'order' | 'inputs';
      readonly detail: string;
    };

export interface RelayReading {
  readonly channel: number;
  readonly on: boolean;
}

/** An input of a board, from 1. `on` is what the board reads, whatever is wired to it. */
export interface InputReading {
  readonly input: number;
  readonly on: boolean;
}

/**
 * The language of one family of boards: what to write, and what the answers mean. It knows nothing of time or of
 * doors; the conversation (conversation.ts) is the same for every family.
 */
export interface RelayDialect {
  readonly grammar: Grammar<Reply>;
  /** Quiet time that the board needs between two orders. */
  readonly gapMs: number;
  /** Whether every order is answered by its echo. */
  readonly echoes: boolean;
  /** Whether boards of this family are sold that never answer a query: silence at the start then means "blind", not "dead". */
  readonly maybeBlind: boolean;
  /** Whether several boards, told apart by their unit address, can share the line. */
  readonly hasUnits: boolean;
  order(relay: RelayAddress, on: boolean): Uint8Array;
  /** An order that switches on and, `pulseMs` later, off again without further help. Absent: the host times the pulse. */
  readonly flash?: (relay: RelayAddress, pulseMs: number) => Uint8Array;
  /** Asks how the relays 1 to `lastChannel` stand. */
  query(unit: number, lastChannel: number): Uint8Array;
  /** Asks how the inputs 1 to `lastInput` read. Absent: boards of this family have none. */
  readonly queryInputs?: (unit: number, lastInput: number) => Uint8Array;
}

/** What the bits of a mask say, the lowest bit being number 1. */
export const bitsOf = (bytes: Iterable<number>): readonly boolean[] =>
  [...bytes].flatMap((byte) => Array.from({ length: 8 }, (_, bit) => (byte & (1 << bit)) !== 0));

export const relaysFrom = (bits: readonly boolean[]): readonly RelayReading[] =>
  bits.map((on, at) => ({ channel: at + 1, on }));

export const inputsFrom = (bits: readonly boolean[]): readonly InputReading[] =>
  bits.map((on, at) => ({ input: at + 1, on }));
