/** Issuer keys: made, kept and used by central. The private half never leaves it. */
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  type JsonWebKey,
  type KeyObject,
} from 'node:crypto';
import type { BadgeSigner } from '../core/credential/issue.ts';
import type { IssuerKey } from '../core/site/entities.ts';

type Alg = IssuerKey['alg'];
type Validity = Pick<IssuerKey, 'validFrom' | 'validUntil'>;

/** An issuer key that can sign. `issuerKey` is the entity that gates pull. */
export interface IssuerSigner extends BadgeSigner {
  readonly issuerKey: IssuerKey;
  /** PKCS #8 in PEM: how central stores it. */
  readonly privatePem: string;
  /** The same as a private JWK (RFC 7517). */
  readonly privateJwk: JsonWebKey;
}

/** A new key pair. */
export function generateIssuerKey(alg: Alg, validity: Validity = {}): IssuerSigner {
  const { privateKey } =
    alg === 'EdDSA' ? generateKeyPairSync('ed25519') : generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return signerOf(privateKey, validity);
}

/** A kept key, from its PKCS #8 PEM or its private JWK. Throws when it is neither an Ed25519 nor a P-256 key. */
export const openIssuerKey = (stored: string | JsonWebKey, validity: Validity = {}): IssuerSigner =>
  signerOf(
    typeof stored === 'string' ? createPrivateKey(stored) : createPrivateKey({ key: stored, format: 'jwk' }),
    validity,
  );

function signerOf(privateKey: KeyObject, validity: Validity): IssuerSigner {
  const jwk = publicJwk(privateKey);
  const alg: Alg = jwk.kty === 'OKP' ? 'EdDSA' : 'ES256';
  const id = keyIdOf(jwk);
  return {
    keyId: id,
    alg,
    issuerKey: { id, alg, jwk, ...validity },
    privatePem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    privateJwk: privateKey.export({ format: 'jwk' }),
    sign: (bytes) =>
      alg === 'EdDSA'
        ? sign(null, bytes, privateKey)
        : sign('sha256', bytes, { key: privateKey, dsaEncoding: 'ieee-p1363' }),
  };
}

function publicJwk(privateKey: KeyObject): IssuerKey['jwk'] {
  const { kty, crv, x, y } = createPublicKey(privateKey).export({ format: 'jwk' });
  if (kty === 'OKP' && crv === 'Ed25519' && x !== undefined) return { kty, crv, x };
  if (kty === 'EC' && crv === 'P-256' && x !== undefined && y !== undefined) return { kty, crv, x, y };
  throw new Error(`an issuer key is Ed25519 or P-256, not ${String(crv ?? kty)}`);
}

/** The first 8 bytes of the key's thumbprint (RFC 7638: SHA-256 over the required members, in this order), as hex. */
export function keyIdOf({ kty, crv, x, y }: IssuerKey['jwk']): string {
  const members = kty === 'OKP' ? { crv, kty, x } : { crv, kty, x, y };
  return createHash('sha256').update(JSON.stringify(members)).digest('hex').slice(0, 16);
}
