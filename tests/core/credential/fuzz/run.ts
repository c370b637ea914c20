import { isDeepStrictEqual } from 'node:util';
import type { VerifySignature } from '../../../../core/ports.ts';
import { decodeBase45 } from '../../../../core/credential/base45.ts';
import { MAX_CBOR_BYTES } from '../../../../core/credential/cbor.ts';
import { decodeCoseSign1 } from '../../../../core/credential/cose-sign1.ts';
import type { SignedCredential } from '../../../../core/credential/credential.ts';
import { toHex } from '../../../../core/credential/hex.ts';
import { readText } from '../../../../core/credential/read-text.ts';
import { stripFraming } from '../../../../core/credential/strip.ts';
import { createVerifySignature } from '../../../../main/verify.ts';
import { TRUSTED_KEYS } from '../../../fixtures/badges/index.ts';
import { makeOriginals, NOW_MS, type Original } from './originals.ts';
import { mutate } from './mutations.ts';
import { seededRandom } from './random.ts';
import { otherOfPair } from './signature.ts';

/** How many mutants ended how: by outcome (`signed`, `opaque`, a fault), and how many reached the real signature check. */
export interface FuzzTally {
  readonly outcomes: Record<string, number>;
  readonly verified: number;
  /** The first few mutants that broke a rule, with the rule. */
  readonly broken: readonly string[];
}

const MAX_BROKEN = 5;

/** Reads `count` mutants of true badges, with the real verifier unless the test is about this function. */
export function fuzzBadges(seed: number, count: number, realVerify = createVerifySignature()): FuzzTally {
  const random = seededRandom(seed);
  const originals = makeOriginals(random);
  const byIdentity = new Map(originals.map((original) => [original.identity, original]));
  const outcomes: Record<string, number> = {};
  const broken: string[] = [];
  let verified = 0;
  let tries = 0;
  let longest = 0;
  const verify: VerifySignature = (key, data, signature) => {
    tries++;
    longest = Math.max(longest, data.length);
    return realVerify(key, data, signature);
  };

  for (let left = count; left > 0 && broken.length < MAX_BROKEN; left--) {
    const mutant = mutate(random.pick(originals), random.pick(originals), random);
    tries = 0;
    try {
      const read = readText(mutant, { keys: TRUSTED_KEYS, verify, nowMs: NOW_MS });
      const outcome = !read.ok ? read.fault : read.value.kind === 'service' ? 'service' : read.value.credential.kind;
      outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
      if (read.ok && read.value.kind === 'credential' && read.value.credential.kind === 'signed') {
        const problem = problemOf(mutant, read.value.credential, byIdentity);
        if (problem !== undefined) broken.push(`${problem}: ${JSON.stringify(mutant)}`);
      }
    } catch (thrown) {
      broken.push(`threw ${String(thrown)}: ${JSON.stringify(mutant)}`);
    }
    verified += tries;
    if (tries > 1 || longest > MAX_CBOR_BYTES) broken.push(`unbounded work: ${JSON.stringify(mutant)}`);
  }
  return { outcomes, verified, broken };
}

/**
 * An accepted mutant must be an original spelt otherwise: the same protected header and payload to the byte, the same signature or,
 * under ES256, its one twin; and it must say what the original says.
 */
function problemOf(text: string, read: SignedCredential, originals: ReadonlyMap<string, Original>): string | undefined {
  const bytes = decodeBase45(stripFraming(text).slice(4).toUpperCase());
  const message = bytes.ok ? decodeCoseSign1(bytes.value) : bytes;
  const original = message.ok ? originals.get(toHex(message.value.signed)) : undefined;
  if (!message.ok || original === undefined) return 'accepted, though never signed';

  const { issuedMs: _, ...claims } = original.claims;
  const said: SignedCredential = { kind: 'signed', keyId: original.message.keyId!, ...claims };
  if (!isDeepStrictEqual(read, said)) return 'accepted with other claims';

  const { signature } = original.message;
  const twin = original.message.alg === 'ES256' ? [otherOfPair(signature)] : [];
  const isKnown = [signature, ...twin].some((known) => toHex(known) === toHex(message.value.signature));
  return isKnown ? undefined : 'accepted with another signature';
}
