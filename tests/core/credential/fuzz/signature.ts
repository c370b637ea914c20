import { fromHex, toHex } from '../../../../core/credential/hex.ts';

/** Order of P-256 (FIPS 186-4 D.1.2.3) and of the group of Ed25519 (RFC 8032 section 5.1). */
const P256_ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
const ED25519_ORDER = 2n ** 252n + 27742317777372353535851937790883648493n;

const numberOf = (bytes: Uint8Array): bigint => BigInt(`0x${toHex(bytes)}`);
const bytesOf = (number: bigint): Uint8Array => fromHex((number % 2n ** 256n).toString(16).padStart(64, '0'));

/** Of an ES256 signature (r, s), the other true one: (r, n - s). Of anything else, something untrue. */
export function otherOfPair(signature: Uint8Array): Uint8Array {
  const s = numberOf(signature.subarray(32)) % P256_ORDER;
  return Uint8Array.of(...signature.subarray(0, 32), ...bytesOf(P256_ORDER - s));
}

/** Of an Ed25519 signature (R, S), the one with S + L, which a lax verifier takes for true (RFC 8032 section 8.4). S is little-endian. */
export function plusOrder(signature: Uint8Array): Uint8Array {
  const s = numberOf(signature.slice(32).reverse());
  return Uint8Array.of(...signature.subarray(0, 32), ...bytesOf(s + ED25519_ORDER).reverse());
}
