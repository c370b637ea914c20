/**
 * Bytes to frames for protocols whose frames are known by their content. The manners are the same for all:
 * a byte at which no frame can start is skipped and counted, a frame that does not hold is left by one byte (never by
 * the length that it claims), nothing is held beyond the longest frame, and silence ends what was cut short.
 */

/** What a grammar makes of the bytes in front of it. */
export type Match<F> =
  | { readonly kind: 'frame'; readonly frame: F; readonly length: number }
  /** Could be the start of a frame. */
  | { readonly kind: 'more' }
  /** One byte between frames that means nothing, a line end for instance. */
  | { readonly kind: 'filler' }
  /** No frame starts here; `length` where it is known that none starts in the next bytes either, otherwise 1. */
  | { readonly kind: 'none'; readonly length?: number };

export interface Grammar<F> {
  /** Length of the longest frame. */
  readonly maxBytes: number;
  /** Looks at 1 to `maxBytes` bytes. `silent`: the line went quiet behind them, which is all that ends some frames. */
  match(bytes: Uint8Array, silent: boolean): Match<F>;
}

export interface Framed<F> {
  readonly frames: readonly F[];
  /** Bytes that belonged to no frame. */
  readonly rubbish: number;
  /** Bytes to be put before the next ones. */
  readonly held: Uint8Array;
}

export const NOTHING_HELD = new Uint8Array();

/** Takes bytes as they came, in chunks of any size. */
export function feed<F>(grammar: Grammar<F>, held: Uint8Array, bytes: Uint8Array): Framed<F> {
  return scan(grammar, joined(held, bytes), false);
}

/** The line has been silent: a frame that was begun won't be finished, but a whole one may hide behind a false start. */
export function endOnSilence<F>(grammar: Grammar<F>, held: Uint8Array): Framed<F> {
  return scan(grammar, held, true);
}

function scan<F>(grammar: Grammar<F>, bytes: Uint8Array, silent: boolean): Framed<F> {
  const frames: F[] = [];
  let rubbish = 0;
  let at = 0;
  while (at < bytes.length) {
    const window = bytes.subarray(at, at + grammar.maxBytes);
    const match = grammar.match(window, silent);
    if (match.kind === 'more' && !silent && window.length < grammar.maxBytes) break;
    const length = match.kind === 'frame' ? match.length : match.kind === 'none' ? (match.length ?? 1) : 1;
    if (match.kind === 'frame') frames.push(match.frame);
    else if (match.kind !== 'filler') rubbish += length;
    at += length;
  }
  return { frames, rubbish, held: bytes.slice(at) };
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const all = new Uint8Array(first.length + second.length);
  all.set(first);
  all.set(second, first.length);
  return all;
}
