import { openIssuerKey } from '../../../../central/sign.ts';
import { decodeBase45 } from '../../../../core/credential/base45.ts';
import { decodeCbor } from '../../../../core/credential/cbor.ts';
import type { BadgeClaims } from '../../../../core/credential/claims.ts';
import { decodeCoseSign1, type CoseSign1 } from '../../../../core/credential/cose-sign1.ts';
import { toHex, uuidFromBytes } from '../../../../core/credential/hex.ts';
import { encodeSignedBadge } from '../../../../core/credential/issue.ts';
import { TEST_KEYS } from '../../../fixtures/badges/index.ts';
import type { Random } from './random.ts';

/** The four items of a COSE_Sign1. */
export type Parts = readonly [Uint8Array, Map<unknown, unknown>, Uint8Array, Uint8Array];

/** A true badge, and all that a mutation may want to take it apart. */
export interface Original {
  readonly text: string;
  readonly claims: BadgeClaims;
  readonly bytes: Uint8Array;
  readonly parts: Parts;
  readonly message: CoseSign1;
  /** Signed bytes in hex: what makes it this badge. */
  readonly identity: string;
}

export const NOW_MS = Date.parse('2026-06-01T12:00:00.000Z');

/** Forty badges of different people, half under each algorithm. */
export function makeOriginals(random: Random): readonly Original[] {
  const signers = [openIssuerKey(TEST_KEYS.ed25519.privateJwk), openIssuerKey(TEST_KEYS.es256.privateJwk)];
  return Array.from({ length: 40 }, (_, at) => {
    const claims = randomClaims(random);
    return takeApart(encodeSignedBadge(claims, signers[at % signers.length]!), claims);
  });
}

function randomClaims(random: Random): BadgeClaims {
  const uuid = () => uuidFromBytes(Uint8Array.from({ length: 16 }, () => random.below(256)));
  const claims = { badgeId: uuid(), workerId: uuid() };
  if (random.below(4) === 0) return claims;
  return {
    ...claims,
    displayName: random.pick(['Zofia', 'Jan', 'Łukasz', 'محمد', 'Anne-Marie']),
    locationIds: Array.from({ length: 1 + random.below(3) }, uuid),
    expiresMs: NOW_MS + random.below(1_000_000) * 1000,
  };
}

function takeApart(text: string, claims: BadgeClaims): Original {
  const bytes = decodeBase45(text.slice(4));
  const message = bytes.ok ? decodeCoseSign1(bytes.value) : bytes;
  if (!bytes.ok || !message.ok) throw new Error(`not a badge: ${text}`);
  return {
    text,
    claims,
    bytes: bytes.value,
    parts: decodeCbor(bytes.value.subarray(1)) as Parts,
    message: message.value,
    identity: toHex(message.value.signed),
  };
}
