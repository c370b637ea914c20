import { encodeBase45 } from './base45.ts';
import { encodeClaims, type BadgeClaims } from './claims.ts';
import { encodeCoseSign1, type SignatureAlg } from './cose-sign1.ts';

/** Starts the text of a signed badge. */
export const SIGNED_PREFIX = 'GH1:';

/** A private key, seen from here. `keyId` is the id of its IssuerKey; `sign` gives 64 bytes (of ES256 the raw pair, IEEE P1363). */
export interface BadgeSigner {
  readonly keyId: string;
  readonly alg: SignatureAlg;
  readonly sign: (bytes: Uint8Array) => Uint8Array;
}

/**
 * The text of a signed badge, to be drawn as a QR in alphanumeric mode: 220 to 350 characters. It is not compressed: deflate makes
 * so few bytes longer.
 */
export const encodeSignedBadge = (claims: BadgeClaims, signer: BadgeSigner): string =>
  SIGNED_PREFIX + encodeBase45(encodeCoseSign1(encodeClaims(claims), signer));
