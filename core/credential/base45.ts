/** Base45 (RFC 9285): two bytes as three characters of the QR alphanumeric set, a last odd byte as two. */
import { fail, ok, type Result } from '../result.ts';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';
const BASE = ALPHABET.length;
const NOT_A_DIGIT = 255;

/** Digit value by character code; the alphabet is ASCII. */
const DIGITS = new Uint8Array(128).fill(NOT_A_DIGIT);
for (let digit = 0; digit < BASE; digit++) DIGITS[ALPHABET.charCodeAt(digit)] = digit;

export type Base45Fault = 'length' | 'character' | 'over_range';

export function encodeBase45(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    const value = bytes[at]! * 256 + bytes[at + 1]!;
    text += digit(value) + digit(value / BASE) + digit(value / (BASE * BASE));
  }
  if (bytes.length % 2 === 1) {
    const last = bytes[bytes.length - 1]!;
    text += digit(last) + digit(last / BASE);
  }
  return text;
}

const digit = (value: number): string => ALPHABET.charAt(Math.floor(value) % BASE);

/**
 * The bytes of a text, strictly: a group over FFFF (or FF for the last two characters) is refused, as section 6 of the RFC demands,
 * so each sequence of bytes has exactly one spelling.
 */
export function decodeBase45(text: string): Result<Uint8Array, Base45Fault> {
  const rest = text.length % 3;
  if (rest === 1) return fail('length');
  const pairs = (text.length - rest) / 3;
  const bytes = new Uint8Array(pairs * 2 + (rest === 2 ? 1 : 0));
  for (let pair = 0; pair < pairs; pair++) {
    const value = groupValue(text, pair * 3, 3);
    if (value === undefined) return fail('character');
    if (value > 0xffff) return fail('over_range');
    bytes[pair * 2] = value >> 8;
    bytes[pair * 2 + 1] = value & 0xff;
  }
  if (rest === 2) {
    const value = groupValue(text, pairs * 3, 2);
    if (value === undefined) return fail('character');
    if (value > 0xff) return fail('over_range');
    bytes[pairs * 2] = value;
  }
  return ok(bytes);
}

/** Least significant digit first. */
function groupValue(text: string, start: number, count: number): number | undefined {
  let value = 0;
  for (let at = start + count - 1; at >= start; at--) {
    const found = DIGITS[text.charCodeAt(at)] ?? NOT_A_DIGIT;
    if (found === NOT_A_DIGIT) return undefined;
    value = value * BASE + found;
  }
  return value;
}
