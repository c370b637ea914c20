/** The cryptography that core asks for, over node:crypto. Only what BoringSSL has too is used, so it runs in every Electron. */
import { createHash, createPublicKey, hash, verify, type KeyObject } from 'node:crypto';
import type { Sha256Hex, VerifySignature } from '../core/ports.ts';
import type { IssuerKey } from '../core/site/entities.ts';

/** Node 20.12 and later have it in one call, which is twice as fast for something as short as an event. */
const inOneCall: typeof hash | undefined = hash;
export const sha256Hex: Sha256Hex = (bytes) =>
  inOneCall ? inOneCall('sha256', bytes, 'hex') : createHash('sha256').update(bytes).digest('hex');

/** What the key must be for its algorithm (RFC 8037, RFC 7518 section 6.2). */
const KEY_KINDS = {
  EdDSA: { kty: 'OKP', crv: 'Ed25519' },
  ES256: { kty: 'EC', crv: 'P-256' },
} as const satisfies Record<IssuerKey['alg'], object>;
/** A site has a handful of keys; more than this at once is somebody's mistake, not a reason to grow. */
const MAX_CACHED_KEYS = 256;

/**
 * A verifier that imports each key once. A key that is not what its algorithm needs, or not a point of its curve, verifies nothing.
 * ES256 signatures are the raw pair r, s (IEEE P1363), as COSE has them.
 */
export function createVerifySignature(): VerifySignature {
  const imported = new Map<string, KeyObject | undefined>();
  const keyObjectOf = (key: IssuerKey): KeyObject | undefined => {
    const { kty, crv, x, y } = key.jwk;
    const name = JSON.stringify([key.id, key.alg, kty, crv, x, y]);
    if (!imported.has(name)) {
      if (imported.size >= MAX_CACHED_KEYS) imported.clear();
      imported.set(name, importKey(key));
    }
    return imported.get(name);
  };

  return (key, data, signature) => {
    const keyObject = keyObjectOf(key);
    if (keyObject === undefined) return false;
    return key.alg === 'EdDSA'
      ? verify(null, data, keyObject, signature)
      : verify('sha256', data, { key: keyObject, dsaEncoding: 'ieee-p1363' }, signature);
  };
}

function importKey({ alg, jwk }: IssuerKey): KeyObject | undefined {
  const kind = KEY_KINDS[alg];
  if (jwk.kty !== kind.kty || jwk.crv !== kind.crv) return undefined;
  const { kty, crv, x, y } = jwk;
  try {
    return createPublicKey({ key: { kty, crv, x, ...(y === undefined ? {} : { y }) }, format: 'jwk' });
  } catch {
    return undefined;
  }
}
