import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBase45, encodeBase45 } from '../../../core/credential/base45.ts';

const ascii = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

describe('Base45, as RFC 9285 has it', () => {
  it.each([
    ['AB', 'BB8'],
    ['Hello!!', '%69 VD92EX0'],
    ['base-45', 'UJCLQE7W581'],
    ['ietf!', 'QED8WEX0'],
    ['', ''],
  ])('%j is %j and back', (plain, text) => {
    expect(encodeBase45(ascii(plain))).toBe(text);
    expect(decodeBase45(text)).toEqual({ ok: true, value: ascii(plain) });
  });

  it.each([
    ['the largest pair', 'FGW', [0xff, 0xff]],
    ['the largest single byte', 'U5', [0xff]],
    ['the smallest pair', '000', [0, 0]],
  ])('%s is read', (_name, text, bytes) => {
    expect(decodeBase45(text)).toEqual({ ok: true, value: Uint8Array.from(bytes) });
  });

  it.each([
    ['one over the largest pair', 'GGW', 'over_range'],
    ['the largest three characters', ':::', 'over_range'],
    ['one over the largest byte', 'V5', 'over_range'],
    ['the largest two characters', '::', 'over_range'],
    ['a pair over the range behind a good one', 'BB8GGW', 'over_range'],
    ['one character', 'A', 'length'],
    ['four characters', 'BB8A', 'length'],
    ['lower case', 'bb8', 'character'],
    ['a character outside the alphabet', 'B_8', 'character'],
    ['a character outside ASCII', 'BB\u0138', 'character'],
    ['a line end', 'BB8\r\n', 'character'],
  ])('%s is refused', (_name, text, fault) => expect(decodeBase45(text)).toEqual({ ok: false, fault }));

  it('gives all bytes back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 600 }), (bytes) => {
        expect(decodeBase45(encodeBase45(bytes))).toEqual({ ok: true, value: bytes });
      }),
    );
  });

  it('has one spelling for each sequence of bytes', () => {
    const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...alphabet), maxLength: 12 }), (text) => {
        const read = decodeBase45(text);
        expect(read.ok ? encodeBase45(read.value) : text).toBe(text);
      }),
    );
  });
});
