/**
 * CBOR (RFC 8949) as badges use it, and no more: shortest lengths, definite sizes, each map key once, no tags, no floats, no undefined,
 * nothing after the item. Refusing the rest leaves a badge few spellings and the code behind this few cases.
 */
import { decode, encode, Tokenizer, Type, type DecodeOptions, type Token } from 'cborg';

/** The longest badge measured has 231 bytes; a kilobyte leaves room for a dozen locations. */
export const MAX_CBOR_BYTES = 1024;
/** Arrays and maps in one item, nested or not: a signed badge needs two outside and two in its claims. */
export const MAX_CONTAINERS = 8;

const STRICT: DecodeOptions = {
  strict: true,
  useMaps: true,
  rejectDuplicateMapKeys: true,
  allowIndefinite: false,
  allowUndefined: false,
  allowBigInt: false,
  allowNaN: false,
  allowInfinity: false,
};

/** Counting containers bounds their depth too: a kilobyte of `[[[[…` stops at the ninth. */
class BoundedTokenizer extends Tokenizer {
  #containers = 0;

  override next(): Token {
    const token = super.next();
    if (Type.equals(token.type, Type.float)) throw new Error('a float');
    if (Type.equals(token.type, Type.array) || Type.equals(token.type, Type.map)) {
      if (++this.#containers > MAX_CONTAINERS) throw new Error('too many containers');
    }
    return token;
  }
}

/** The item that the bytes hold (maps as Map), or undefined when they hold anything but exactly one item of the kind above. */
export function decodeCbor(bytes: Uint8Array): unknown {
  if (bytes.length > MAX_CBOR_BYTES) return undefined;
  try {
    return decode(bytes, { ...STRICT, tokenizer: new BoundedTokenizer(bytes, STRICT) });
  } catch {
    return undefined;
  }
}

/** Maps are given as Map, so that their keys can be integers; keys are sorted (RFC 8949 section 4.2.1). */
export const encodeCbor = (value: unknown): Uint8Array => encode(value);
