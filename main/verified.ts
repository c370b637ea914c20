import type { VerifySignature } from '../core/ports.ts';

/**
 * Remembers which signatures held, so that a badge shown again costs no second look. Only what held is kept, under everything
 * that it depends on: the key, its algorithm, the signed bytes and the signature itself.
 */
export function rememberVerified(verify: VerifySignature, atMost = 5000): VerifySignature {
  const held = new Set<string>();
  return (key, data, signature) => {
    const name = [key.alg, key.jwk.crv, key.jwk.x, key.jwk.y ?? '', latin1(data), latin1(signature)].join('\n');
    if (held.has(name)) return true;
    if (!verify(key, data, signature)) return false;
    if (held.size >= atMost) held.clear();
    held.add(name);
    return true;
  };
}

const latin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
