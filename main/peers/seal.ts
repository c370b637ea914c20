import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { PEER_PATH, type AskEnvelope } from '../../core/peers/wire.ts';

/** Which way it goes, and the open part of the ask that it is, or that it answers. */
export interface Sealing {
  readonly way: 'ask' | 'answer';
  readonly ask: Omit<AskEnvelope, 'sealed'>;
}

const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * AES-256-GCM under a key of this one ask, or of its answer alone: HKDF-SHA-256 (RFC 5869) of what the two gates share, salted with the
 * ask's nonce. So an answer opens only for whoever asked, and only as the answer to that very ask. Method, path, both devices, the time
 * and the nonce are covered as well.
 */
export function seal(shared: Buffer, sealing: Sealing, text: string): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', keyOf(shared, sealing), iv);
  cipher.setAAD(coveredBy(sealing));
  return Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString('base64');
}

/** Undefined: it was sealed by somebody else, for something else, or changed on the way. */
export function unseal(shared: Buffer, sealing: Sealing, sealed: string): string | undefined {
  const bytes = Buffer.from(sealed, 'base64');
  if (bytes.length < IV_BYTES + TAG_BYTES) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', keyOf(shared, sealing), bytes.subarray(0, IV_BYTES));
  decipher.setAAD(coveredBy(sealing));
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
  try {
    return decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
  } catch {
    return undefined;
  }
}

const keyOf = (shared: Buffer, { way, ask }: Sealing): Buffer =>
  Buffer.from(hkdfSync('sha256', shared, Buffer.from(ask.nonce, 'base64url'), `gatehouse peers 1 ${way}`, 32));

const coveredBy = ({ way, ask: { from, to, atMs, nonce } }: Sealing): Buffer =>
  Buffer.from(JSON.stringify(['POST', PEER_PATH, way, from, to, atMs, nonce]));

export const newNonce = (): string => randomBytes(16).toString('base64url');
