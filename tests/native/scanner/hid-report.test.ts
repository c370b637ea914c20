import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { endReportsOnSilence, feedReport, NO_REPORTS, type ReportsInHand } from '../../../native/scanner/hid-report.ts';
import { MAX_TEXT_BYTES, type ScanOutcome } from '../../../native/scanner/serial-frame.ts';
import { ascii } from '../fake-port.ts';

type Layout = 'aim' | 'shifted' | 'plain';
const DATA_AT = { aim: 5, shifted: 6, plain: 2 } as const;

/** A report as a scanner of this layout sends it. */
function report(layout: Layout, data: string, { more = false, aim = ']Q1' } = {}): Uint8Array {
  const bytes = new Uint8Array(64);
  bytes[0] = 2;
  bytes[1] = data.length;
  if (layout !== 'plain') bytes.set(ascii(aim), layout === 'aim' ? 2 : 3);
  bytes.set(ascii(data), DATA_AT[layout]);
  if (layout !== 'shifted') bytes[61] = 0x73;
  bytes[63] = more ? 1 : 0;
  return bytes;
}

/** A text cut into as many reports as it takes. */
function reports(layout: Layout, text: string): Uint8Array[] {
  const parts = text.match(/[\s\S]{1,56}/g) ?? [''];
  return parts.map((part, at) => report(layout, part, { more: at < parts.length - 1 }));
}

const inWords = (outcome: ScanOutcome): string =>
  outcome.kind === 'text' ? new TextDecoder().decode(outcome.bytes) : `${outcome.kind} ${outcome.length}`;

/** Feeds reports, then silence. */
function read(...raw: readonly Uint8Array[]): string[] {
  let inHand: ReportsInHand = NO_REPORTS;
  const outcomes: ScanOutcome[] = [];
  for (const one of raw) {
    const result = feedReport(inHand, one);
    outcomes.push(...result.outcomes);
    inHand = result.inHand;
  }
  return [...outcomes, ...endReportsOnSilence(inHand).outcomes].map(inWords);
}

/** Captured from a Honeywell Voyager 1602g that was asked for its revision: the first report and the last two. */
const captured = (head: readonly number[], tail: readonly number[]): Uint8Array =>
  Uint8Array.of(...head, ...new Uint8Array(64 - head.length - tail.length), ...tail);
const REVISION_FIRST = Uint8Array.of(
  2,
  56,
  93,
  88,
  48,
  ...ascii('Product Name: Voyager 1602g\r\nBoot Revision: : 8992\r\nSoft'),
  63,
  0,
  1,
);
const REVISION_LAST = captured([2, 9, 93, 88, 48, 117, 109, 58, 32, 78, 47, 65, 13, 10], [63, 0, 0]);
const ACKNOWLEDGED = captured([2, 8, 93, 90, 54, 82, 69, 86, 73, 78, 70, 6, 46], [54, 0, 0]);

describe('a capture of a Honeywell Voyager', () => {
  test('is put together from its reports', () => {
    expect(read(REVISION_FIRST, REVISION_LAST)).toEqual([
      'Product Name: Voyager 1602g\r\nBoot Revision: : 8992\r\nSoftum: N/A\r\n',
    ]);
  });
  test('that answers a command is no scan', () => {
    expect(read(ACKNOWLEDGED)).toEqual([]);
  });
});

describe.for<Layout>(['aim', 'shifted', 'plain'])('layout %s', (layout) => {
  test.for([
    ['a short text', 'GH1:ABC'],
    ['a text of exactly one report', 'x'.repeat(56)],
    ['a badge of 350 characters, in seven reports', 'GH1:'.padEnd(350, 'Z')],
    ['a text whose second report looks like an identifier', `${'x'.repeat(56)}]Q1 and so on`],
  ] as const)('%s', ([, text]) => {
    expect(read(...reports(layout, text))).toEqual([text]);
  });
  test('one CR at the end is taken off', () => {
    expect(read(...reports(layout, 'GH1:ABC\r'))).toEqual(['GH1:ABC']);
  });
  test('a report may come without its number', () => {
    expect(read(...reports(layout, 'GH1:'.padEnd(100, 'Z')).map((one) => one.subarray(1)))).toEqual([
      'GH1:'.padEnd(100, 'Z'),
    ]);
  });
  test('a text of any length is read as it was sent', () => {
    const text = fc.string({ unit: fc.constantFrom(...'0AZ $%*+-./:a'), minLength: 1, maxLength: 400 });
    fc.assert(
      fc.property(text, (sent) => {
        expect(read(...reports(layout, sent))).toEqual([sent]);
      }),
    );
  });
});

describe('the eight ways in which reports go wrong', () => {
  test.for<[string, readonly Uint8Array[], readonly string[]]>([
    ['another report is passed over', [Uint8Array.of(3, ...new Uint8Array(63)), report('aim', 'GH1:A')], ['GH1:A']],
    ['a report of another size is passed over', [new Uint8Array(8), report('aim', 'GH1:A')], ['GH1:A']],
    ['a text whose end is lost is cut', [report('aim', 'x'.repeat(56), { more: true })], ['cut 56']],
    ['a doubled report is two scans', [report('plain', 'GH1:A'), report('plain', 'GH1:A')], ['GH1:A', 'GH1:A']],
    ['a count beyond the report is held to it', [withCount(report('aim', 'x'.repeat(56)), 255)], ['x'.repeat(56)]],
    ['an empty report is no scan', [report('plain', '')], []],
    ['two scans one after the other are two', [...reports('aim', 'ONE'), ...reports('plain', 'TWO')], ['ONE', 'TWO']],
    ['silence alone is nothing', [], []],
  ])('%s', ([, raw, texts]) => {
    expect(read(...raw)).toEqual(texts);
  });

  test('a text without end is not held beyond 4 kB', () => {
    let inHand: ReportsInHand = NO_REPORTS;
    for (let count = 0; count < 1000; count++) {
      inHand = feedReport(inHand, report('aim', 'x'.repeat(56), { more: true })).inHand;
      expect(inHand.bytes.length).toBeLessThanOrEqual(MAX_TEXT_BYTES);
    }
    expect(feedReport(inHand, report('aim', 'x')).outcomes).toEqual([{ kind: 'too_long', length: 56_001 }]);
  });
});

test('a plain scanner that sends the identifier as text keeps it, for main to take off', () => {
  expect(read(report('plain', ']Q1GH1:ABC'))).toEqual([']Q1GH1:ABC']);
});

function withCount(bytes: Uint8Array, count: number): Uint8Array {
  bytes[1] = count;
  return bytes;
}
