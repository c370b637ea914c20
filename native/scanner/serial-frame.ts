/**
 * Bytes of a serial or CDC scanner to texts. Scanners are set up in many ways, so a text ends at whatever comes first:
 * CR, LF, both, ETX or EOT (after an STX in front), or 300 ms of silence where the scanner sends no ending at all.
 */

/** Longest text; what is longer is no badge. */
export const MAX_TEXT_BYTES = 4096;
/** Silence after which a text without an ending is complete. At 9600 baud, bytes of one scan are 1 ms apart. */
export const SILENCE_MS = 300;

const STX = 0x02;
const ENDINGS: ReadonlySet<number> = new Set([0x0d, 0x0a, 0x03, 0x04]);

export type ScanOutcome =
  | { readonly kind: 'text'; readonly bytes: Uint8Array }
  /** Over `MAX_TEXT_BYTES`; skipped up to its ending. `length` counts what was skipped. */
  | { readonly kind: 'too_long'; readonly length: number }
  /** Bytes before an STX: the start of a text whose end never came. */
  | { readonly kind: 'cut'; readonly length: number };

/** What is held of a text that has not ended; never more than `MAX_TEXT_BYTES`. `length` also counts bytes not held. */
export interface ScanInHand {
  readonly bytes: Uint8Array;
  readonly length: number;
}

export const NO_SCAN: ScanInHand = { bytes: new Uint8Array(), length: 0 };

export interface Scanned {
  readonly outcomes: readonly ScanOutcome[];
  readonly inHand: ScanInHand;
}

export function feedScan(before: ScanInHand, chunk: Uint8Array): Scanned {
  const outcomes: ScanOutcome[] = [];
  let inHand = before;
  let from = 0;
  for (let at = 0; at < chunk.length; at++) {
    const byte = chunk[at]!;
    if (byte !== STX && !ENDINGS.has(byte)) continue;
    inHand = grown(inHand, chunk.subarray(from, at));
    if (byte !== STX) outcomes.push(...ended(inHand));
    else if (inHand.length > 0) outcomes.push({ kind: 'cut', length: inHand.length });
    inHand = NO_SCAN;
    from = at + 1;
  }
  return { outcomes, inHand: grown(inHand, chunk.subarray(from)) };
}

/** Nothing came for `SILENCE_MS`: what is in hand is all there is. */
export function endScanOnSilence(inHand: ScanInHand): Scanned {
  return { outcomes: ended(inHand), inHand: NO_SCAN };
}

/** An ending with nothing before it (the LF of a CRLF) is no scan. */
function ended({ bytes, length }: ScanInHand): readonly ScanOutcome[] {
  if (length === 0) return [];
  return [length > MAX_TEXT_BYTES ? { kind: 'too_long', length } : { kind: 'text', bytes }];
}

function grown(inHand: ScanInHand, more: Uint8Array): ScanInHand {
  if (more.length === 0) return inHand;
  const length = inHand.length + more.length;
  if (length > MAX_TEXT_BYTES) return { bytes: NO_SCAN.bytes, length };
  const bytes = new Uint8Array(length);
  bytes.set(inHand.bytes);
  bytes.set(more, inHand.length);
  return { bytes, length };
}
