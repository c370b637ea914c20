import { createPrivateKey, createPublicKey, diffieHellman, generateKeyPairSync } from 'node:crypto';
import type { EnrolledAs } from '../identity.ts';

/** What this gate and another know, and nobody else: from the private key of one and the public key of the other (RFC 7748). */
export interface PeerKeys {
  /** As central hands it round: 32 bytes, base64url. */
  readonly publicKey: string;
  /** 32 bytes; undefined: that is no public key. */
  readonly sharedWith: (publicKey: string) => Buffer | undefined;
}

/** PKCS #8, base64: kept sealed beside the token, and never told to anybody. */
export const newPeerKey = (): string =>
  generateKeyPairSync('x25519').privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64');

/** A gate that was enrolled before there were such keys gets its own at its next start; without room on the disk, at a later one. */
export function withPeerKey(identity: EnrolledAs, keep: (identity: EnrolledAs) => void): EnrolledAs {
  if (identity.peerKey !== undefined) return identity;
  const keyed = { ...identity, peerKey: newPeerKey() };
  try {
    keep(keyed);
    return keyed;
  } catch {
    return identity;
  }
}

export function openPeerKeys(peerKey: string): PeerKeys {
  const privateKey = createPrivateKey({ key: Buffer.from(peerKey, 'base64'), format: 'der', type: 'pkcs8' });
  const shared = new Map<string, Buffer | undefined>();
  return {
    publicKey: String(createPublicKey(privateKey).export({ format: 'jwk' }).x),
    sharedWith(publicKey) {
      if (!shared.has(publicKey)) shared.set(publicKey, agree());
      return shared.get(publicKey);

      function agree(): Buffer | undefined {
        try {
          const jwk = { kty: 'OKP', crv: 'X25519', x: publicKey };
          return diffieHellman({ privateKey, publicKey: createPublicKey({ key: jwk, format: 'jwk' }) });
        } catch {
          return undefined;
        }
      }
    },
  };
}
