import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  endScanOnSilence,
  feedScan,
  MAX_TEXT_BYTES,
  NO_SCAN,
  type ScanOutcome,
} from '../../../native/scanner/serial-frame.ts';
import { ascii } from '../fake-port.ts';

const inWords = (outcome: ScanOutcome): string =>
  outcome.kind === 'text' ? new TextDecoder().decode(outcome.bytes) : `${outcome.kind} ${outcome.length}`;

/** Feeds chunks, then silence. */
function read(...chunks: Uint8Array[]): string[] {
  let inHand = NO_SCAN;
  const outcomes: ScanOutcome[] = [];
  for (const chunk of chunks) {
    const scanned = feedScan(inHand, chunk);
    outcomes.push(...scanned.outcomes);
    inHand = scanned.inHand;
  }
  return [...outcomes, ...endScanOnSilence(inHand).outcomes].map(inWords);
}

const LONG = 'x'.repeat(MAX_TEXT_BYTES);

describe('a serial scan', () => {
  test.for([
    ['ends at CR', ['GH1:ABC\r'], ['GH1:ABC']],
    ['ends at LF', ['GH1:ABC\n'], ['GH1:ABC']],
    ['ends at CRLF, once', ['GH1:ABC\r\n'], ['GH1:ABC']],
    ['ends at CRLF that comes in two chunks, once', ['GH1:ABC\r', '\nGH1:DEF\r\n'], ['GH1:ABC', 'GH1:DEF']],
    ['stands between STX and ETX', ['\x02GH1:ABC\x03'], ['GH1:ABC']],
    ['stands between STX and EOT', ['\x02GH1:ABC\x04'], ['GH1:ABC']],
    ['may have STX in front and CR behind', ['\x02GH1:ABC\r'], ['GH1:ABC']],
    ['ends by silence', ['GH1:ABC'], ['GH1:ABC']],
    ['comes whole from two chunks', ['GH1:', 'ABC\r'], ['GH1:ABC']],
    ['is one of two in one chunk', ['ONE\rTWO\r'], ['ONE', 'TWO']],
    ['that is doubled is two', ['ONE\rONE\r'], ['ONE', 'ONE']],
    ['is not made of endings alone', ['\r\n\r\n\x02\x03'], []],
    ['cut off by the next STX is no text', ['GH1:AB\x02GH1:ABC\x03'], ['cut 6', 'GH1:ABC']],
    ['keeps noise inside, for others to judge', ['GH1:\u0001\u001dABC\r'], ['GH1:\u0001\u001dABC']],
    ['may be as long as the limit', [`${LONG}\r`], [LONG]],
    [
      'over the limit is skipped up to its ending',
      [`${LONG}y\rGH1:ABC\r`],
      [`too_long ${MAX_TEXT_BYTES + 1}`, 'GH1:ABC'],
    ],
    ['over the limit ends by silence too', [LONG, 'yy'], [`too_long ${MAX_TEXT_BYTES + 2}`]],
  ] as const)('%s', ([, chunks, texts]) => {
    expect(read(...chunks.map(ascii))).toEqual(texts);
  });

  test('never holds more than the limit', () => {
    let inHand = NO_SCAN;
    for (let chunk = 0; chunk < 1000; chunk++) {
      inHand = feedScan(inHand, new Uint8Array(1024).fill(0x41)).inHand;
      expect(inHand.bytes.length).toBeLessThanOrEqual(MAX_TEXT_BYTES);
    }
  });

  test('reads the same however the bytes are cut into chunks', () => {
    const stream = fc.array(fc.constantFrom(0x02, 0x03, 0x0d, 0x0a, 0x41, 0x42, 0xc3), { maxLength: 60 });
    fc.assert(
      fc.property(stream, (bytes) => {
        const whole = read(Uint8Array.from(bytes));
        expect(read(...bytes.map((byte) => Uint8Array.of(byte)))).toEqual(whole);
      }),
    );
  });
});
