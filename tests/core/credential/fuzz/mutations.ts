/** Ways to damage or forge a signed badge. Each gives a text; some of them spell the same badge in another way, which is no forgery. */
import { encodeBase45 } from '../../../../core/credential/base45.ts';
import { decodeCbor, encodeCbor } from '../../../../core/credential/cbor.ts';
import { CLAIM } from '../../../../core/credential/claims.ts';
import type { Original, Parts } from './originals.ts';
import type { Random } from './random.ts';
import { otherOfPair, plusOrder } from './signature.ts';

type Mutate = (original: Original, other: Original, random: Random) => string;

const BASE45 = [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'];
const ANY = [...BASE45, ...'abcxyz\r\n\t]\\#_', '\u0000', 'Ö', 'ß', '\uFEFF', '\uD800', '\u{1F511}'];

const text = (bytes: Uint8Array): string => `GH1:${encodeBase45(bytes)}`;
const tagged = (parts: readonly unknown[]): string => text(Uint8Array.of(0xd2, ...encodeCbor(parts)));
const signedWith = ({ parts }: Original, signature: Uint8Array): string =>
  tagged([parts[0], parts[1], parts[2], signature]);
const cut = (original: string, at: number, gone: number, added: string): string =>
  original.slice(0, at) + added + original.slice(at + gone);

function flipBits(bytes: Uint8Array, random: Random, from = 0): Uint8Array {
  const changed = bytes.slice();
  for (let flips = 1 + random.below(3); flips > 0; flips--) {
    const at = from + random.below(changed.length - from);
    changed[at] = changed[at]! ^ (1 << random.below(8));
  }
  return changed;
}

/** Changes one claim of the payload and leaves the signature as it was. */
function otherClaims(payload: Uint8Array, other: Uint8Array, random: Random): Uint8Array {
  const claims = new Map(decodeCbor(payload) as Map<unknown, unknown>);
  const key = random.pick(Object.values(CLAIM));
  const values = [
    (decodeCbor(other) as Map<unknown, unknown>).get(key),
    undefined,
    0,
    4_102_444_800,
    'Jan',
    new Uint8Array(16),
    null,
    [],
  ];
  const value = random.pick(values);
  if (value === undefined) claims.delete(key);
  else claims.set(key, value);
  return encodeCbor(claims);
}

/** Damage to the text, as by a dirty code, a lost key press or a clumsy hand. Most of it never gets as far as the signature. */
const TEXT: readonly Mutate[] = [
  ({ text: t }, _, random) => cut(t, random.below(t.length), 1, random.pick(BASE45)),
  ({ text: t }, _, random) =>
    cut(cut(t, random.below(t.length), 1, random.pick(ANY)), random.below(t.length), 1, random.pick(ANY)),
  ({ text: t }, _, random) => cut(t, random.below(t.length), 1 + random.below(3), ''),
  ({ text: t }, _, random) => cut(t, random.below(t.length), 0, random.pick(ANY)),
  ({ text: t }, _, random) => t.slice(0, random.below(t.length)),
  ({ text: t }, _, random) => t.slice(random.below(8)),
  ({ text: t }, { text: o }, random) => t.slice(0, random.below(t.length)) + o.slice(random.below(o.length)),
  ({ text: t }, { text: o }, random) => {
    const at = random.below(Math.min(t.length, o.length));
    return t.slice(0, at) + o.slice(at);
  },
  ({ text: t }, { text: o }) => t + o,
  ({ text: t }, _, random) => {
    const at = random.below(t.length - 1);
    return cut(t, at, 2, t.charAt(at + 1) + t.charAt(at));
  },
  ({ text: t }, _, random) => {
    const at = random.below(t.length);
    return cut(t, at, 1, t.charAt(at).toLowerCase());
  },
];

/** Damage to the bytes behind the Base45. */
const BYTES: readonly Mutate[] = [
  ({ bytes }, _, random) => text(flipBits(bytes, random)),
  ({ bytes }, _, random) => text(flipBits(bytes, random, bytes.length - 64)),
  ({ bytes }, _, random) => text(Uint8Array.from(bytes, (byte) => (random.below(60) === 0 ? random.below(256) : byte))),
  ({ bytes }, _, random) => text(bytes.subarray(0, random.below(bytes.length))),
  ({ bytes }, _, random) => text(bytes.subarray(random.below(bytes.length))),
  ({ bytes }, _, random) =>
    text(Uint8Array.of(...bytes, ...Array.from({ length: random.below(2000) }, () => random.below(256)))),
  ({ bytes }, other, random) => {
    const at = random.below(Math.min(bytes.length, other.bytes.length));
    return text(Uint8Array.of(...bytes.subarray(0, at), ...other.bytes.subarray(at)));
  },
  ({ bytes }, other, random) =>
    text(
      Uint8Array.of(
        ...bytes.subarray(0, random.below(bytes.length)),
        ...other.bytes.subarray(random.below(bytes.length)),
      ),
    ),
  (_, __, random) => text(Uint8Array.from({ length: random.below(700) }, () => random.below(256))),
];

/** Forgery by somebody who knows COSE: parts swapped between true badges, headers and claims changed, signatures bent. */
const PARTS: readonly Mutate[] = [
  ({ parts }, other) => tagged([other.parts[0], parts[1], parts[2], parts[3]]),
  ({ parts }, other) => tagged([parts[0], parts[1], other.parts[2], parts[3]]),
  (original, other) => signedWith(original, other.parts[3]),
  ({ parts }, other, random) => tagged([parts[0], parts[1], otherClaims(parts[2], other.parts[2], random), parts[3]]),
  ({ parts }, other, random) => tagged([otherHeader(parts, other.parts, random), parts[1], parts[2], parts[3]]),
  ({ parts }, other, random) => tagged([parts[0], otherUnprotected(other.parts, random), parts[2], parts[3]]),
  ({ parts }) => text(encodeCbor(parts)),
  ({ parts }, _, random) => tagged(parts.toSpliced(random.below(4), 1)),
  ({ parts }, _, random) =>
    tagged(
      (parts as readonly unknown[]).toSpliced(
        random.below(4),
        1,
        random.pick([null, 0, '', [], new Map(), new Uint8Array(0)]),
      ),
    ),
  ({ parts }, _, random) => tagged(parts.toSorted(() => random.below(3) - 1)),
  ({ bytes }) => text(Uint8Array.of(0xd8, 0x3d, ...bytes)),
  (original) => signedWith(original, otherOfPair(original.parts[3])),
  (original) => signedWith(original, plusOrder(original.parts[3])),
  (original, _, random) => signedWith(original, new Uint8Array(64).fill(random.pick([0, 1, 255]))),
  ({ parts }, _, random) => tagged([parts[0], parts[1], flipBits(parts[2], random), parts[3]]),
];

function otherHeader(parts: Parts, other: Parts, random: Random): Uint8Array {
  const header = new Map(decodeCbor(parts[0]) as Map<unknown, unknown>);
  const keyId = (decodeCbor(other[0]) as Map<unknown, unknown>).get(4);
  header.set(
    ...random.pick<[unknown, unknown]>([
      [1, -7],
      [1, -8],
      [1, -19],
      [1, 0],
      [2, [4]],
      [3, 0],
      [4, keyId],
      [4, 1],
    ]),
  );
  return encodeCbor(header);
}

function otherUnprotected(other: Parts, random: Random): unknown {
  const keyId = (decodeCbor(other[0]) as Map<unknown, unknown>).get(4);
  return new Map(
    random.pick<[unknown, unknown][]>([
      [[4, keyId]],
      [[1, -7]],
      [[2, [1]]],
      [['note', 'x'.repeat(random.below(900))]],
      [[5, [[[[]]]]]],
    ]),
  );
}

/** A third each of damaged text, damaged bytes and forged parts. */
export const mutate: Mutate = (original, other, random) =>
  random.pick(random.pick([TEXT, BYTES, PARTS]))(original, other, random);
