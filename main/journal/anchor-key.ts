import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify, type KeyObject } from 'node:crypto';
import { anchorText, type Anchor, type UnsignedAnchor } from '../../core/keeping/anchor.ts';
import type { EnrolledAs } from '../identity.ts';

/** Signs for this device. */
export interface AnchorKey {
  readonly signed: (anchor: Omit<UnsignedAnchor, 'publicKey'>) => Anchor;
  /** 64 bytes, base64url. */
  readonly sign: (text: string) => string;
  /** 32 bytes, base64url. */
  readonly publicKey: string;
}

/** PKCS #8, base64: kept sealed beside the token, and never told to anybody. */
export const newAnchorKey = (): string =>
  generateKeyPairSync('ed25519').privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64');

/** A gate that was enrolled before there were such keys gets its own at its next start; without room on the disk, at a later one. */
export function withAnchorKey(identity: EnrolledAs, keep: (identity: EnrolledAs) => void): EnrolledAs {
  if (identity.anchorKey !== undefined) return identity;
  const keyed = { ...identity, anchorKey: newAnchorKey() };
  try {
    keep(keyed);
    return keyed;
  } catch {
    return identity;
  }
}

export function openAnchorKey(anchorKey: string): AnchorKey {
  const privateKey = createPrivateKey({ key: Buffer.from(anchorKey, 'base64'), format: 'der', type: 'pkcs8' });
  const publicKey = String(createPublicKey(privateKey).export({ format: 'jwk' }).x);
  const signText = (text: string): string => sign(null, Buffer.from(text), privateKey).toString('base64url');
  return {
    publicKey,
    sign: signText,
    signed(anchor) {
      const unsigned = { ...anchor, publicKey };
      return { ...unsigned, signature: signText(anchorText(unsigned)) };
    },
  };
}

export function isSignedBy(publicKey: string, text: string, signature: string): boolean {
  const key = importKey(publicKey);
  return key !== undefined && verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64url'));
}

/** Whether its own key signed it just so. Whose key that is, central knows: the journal told it before the first event left. */
export const anchorHolds = (anchor: Anchor): boolean =>
  isSignedBy(anchor.publicKey, anchorText(anchor), anchor.signature);

function importKey(x: string): KeyObject | undefined {
  try {
    return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  } catch {
    return undefined;
  }
}
