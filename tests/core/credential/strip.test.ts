import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stripFraming } from '../../../core/credential/strip.ts';

describe('What a scanner adds is taken off', () => {
  it.each([
    ['nothing', 'GH1:ABC', 'GH1:ABC'],
    ['CR', 'GH1:ABC\r', 'GH1:ABC'],
    ['LF', 'GH1:ABC\n', 'GH1:ABC'],
    ['CR LF', 'GH1:ABC\r\n', 'GH1:ABC'],
    ['Tab', 'GH1:ABC\t', 'GH1:ABC'],
    ['STX and ETX', '\u0002GH1:ABC\u0003', 'GH1:ABC'],
    ['STX, EOT and CR', '\u0002GH1:ABC\u0004\r', 'GH1:ABC'],
    ['the line end of the scan before', '\r\nGH1:ABC', 'GH1:ABC'],
    ['AIM for QR model 1', ']Q0GH1:ABC', 'GH1:ABC'],
    ['AIM for QR model 2', ']Q1GH1:ABC', 'GH1:ABC'],
    ['AIM for QR with FNC1 second', ']Q6GH1:ABC', 'GH1:ABC'],
    ['AIM for DataMatrix', ']d1GH1:ABC', 'GH1:ABC'],
    ['AIM for Aztec', ']z0GH1:ABC', 'GH1:ABC'],
    ['AIM for PDF417', ']L0GH1:ABC', 'GH1:ABC'],
    ['ECI', '\\000026GH1:ABC', 'GH1:ABC'],
    ['AIM and ECI', ']Q2\\000026GH1:ABC', 'GH1:ABC'],
    ['a byte order mark', '\uFEFFGH1:ABC', 'GH1:ABC'],
    ['a byte order mark read as Latin-1', '\u00EF\u00BB\u00BFGH1:ABC', 'GH1:ABC'],
    ['all of them', '\u0002]Q2\\000026\uFEFFGH1:ABC\u0003\r\n', 'GH1:ABC'],
  ])('%s', (_name, raw, text) => expect(stripFraming(raw)).toBe(text));
});

describe('What belongs to the code stays', () => {
  it.each([
    ['a space at the end', 'GH1:AB '],
    ['a space at the start', ' AB'],
    ['a bracket with no letter', ']1AB'],
    ['a bracket with two letters', ']QAB'],
    ['a backslash with five digits', '\\00026AB'],
    ['an identifier inside', 'AB]Q1CD'],
    ['a line end inside', 'AB\r\nCD'],
    ['nothing at all', ''],
  ])('%s', (_name, text) => expect(stripFraming(text)).toBe(text));

  it('takes an identifier off once', () => expect(stripFraming(']Q1]Q1AB')).toBe(']Q1AB'));

  it('gives any printable text back from inside any framing', () => {
    const inside = fc.string({ unit: fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)) });
    const plain = inside.filter((text) => !/^[\]\\]/.test(text));
    const before = fc.constantFrom('', '\u0002', ']Q1', ']Q2\\000026', '\u0002]d1', '\uFEFF');
    const after = fc.constantFrom('', '\r', '\r\n', '\t', '\u0003', '\u0003\r\n');
    fc.assert(
      fc.property(plain, before, after, (text, start, end) => {
        expect(stripFraming(start + text + end)).toBe(text);
      }),
    );
  });
});
