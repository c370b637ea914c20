import { describe, expect, test } from 'vitest';
import { feedScan, NO_SCAN, type ScanOutcome } from '../../../native/scanner/serial-frame.ts';
import { SCAN_ENDINGS, scanChunks, type ScanEnding, type ScanFault } from '../../../native/simulator/sim-scan.ts';

/** What the host's framer makes of one scan, up to the silence behind it. */
function read(text: string, ending: ScanEnding, ...faults: ScanFault[]): string[] {
  let inHand = NO_SCAN;
  const outcomes: ScanOutcome[] = [];
  for (const { bytes } of scanChunks(text, ending, faults)) {
    const scanned = feedScan(inHand, bytes);
    outcomes.push(...scanned.outcomes);
    inHand = scanned.inHand;
  }
  const texts = outcomes.map((one) => (one.kind === 'text' ? new TextDecoder().decode(one.bytes) : one.kind));
  return inHand.length > 0 ? [...texts, `${inHand.length} in hand`] : texts;
}

describe('a simulated scan', () => {
  test.for(Object.keys(SCAN_ENDINGS).filter((name) => name !== 'none') as ScanEnding[])('ends with %s', (ending) => {
    expect(read('GH1:ABC', ending)).toEqual(['GH1:ABC']);
    expect(read('GH1:ABC', ending, 'slow')).toEqual(['GH1:ABC']);
  });
  test('without an ending stays in hand until silence', () => {
    expect(read('GH1:ABC', 'none')).toEqual(['7 in hand']);
  });
  test.for<[ScanFault, string[]]>([
    ['half', ['4 in hand']],
    ['doubled', ['GH1:ABC', 'GH1:ABC']],
    ['noise', ['\x00\x1c#~GH1:ABC']],
    ['aim', [']Q1GH1:ABC']],
    ['mute', []],
  ])('with the fault %s', ([fault, expected]) => {
    expect(read('GH1:ABC', 'cr', fault)).toEqual(expected);
  });
  test('sent slowly takes the time that 9600 baud take', () => {
    expect(scanChunks('x'.repeat(96), 'none', ['slow']).at(-1)!.afterMs).toBeCloseTo(98.8, 1);
  });
});
