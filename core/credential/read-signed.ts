import { fail, ok, type Result } from '../result.ts';
import type { VerifySignature } from '../ports.ts';
import type { IssuerKey } from '../site/entities.ts';
import { decodeBase45 } from './base45.ts';
import { decodeClaims } from './claims.ts';
import { decodeCoseSign1 } from './cose-sign1.ts';
import type { CredentialFault, SignedCredential } from './credential.ts';

/** Whom a gate believes, and when. */
export interface Trust {
  /** All issuer keys that the gate knows; several may share an id. */
  readonly keys: readonly IssuerKey[];
  readonly verify: VerifySignature;
  /** Unix milliseconds. A key counts only between its `validFrom` and `validUntil`, whatever date the badge gives itself. */
  readonly nowMs: number;
}

/**
 * A signed badge from the Base45 text behind its prefix. Claims are looked at only after the signature is known to be true.
 * - `unreadable`: not the bytes of a badge; or truly signed, but not saying what a badge must say.
 * - `unknown_issuer`: no key with this id is trusted at this time.
 * - `bad_signature`: a trusted key has this id, but did not sign this; or the header names another algorithm than the key's own.
 *
 * Of an ES256 signature (r, s) the twin (r, n - s) is true as well, and anybody can make it; it is accepted, as RFC 9053 and most signers
 * know no low-s rule. A badge is its claims: nothing may be keyed on the text or the signature as if it were unique.
 */
export function readSigned(base45: string, trust: Trust): Result<SignedCredential, CredentialFault> {
  const bytes = decodeBase45(base45);
  if (!bytes.ok) return fail('unreadable');
  const message = decodeCoseSign1(bytes.value);
  if (!message.ok || message.value.keyId === undefined) return fail('unreadable');
  const { alg, keyId, payload, signature, signed } = message.value;

  const candidates = trust.keys.filter((key) => key.id === keyId && isValidAt(key, trust.nowMs));
  if (candidates.length === 0) return fail('unknown_issuer');
  if (!candidates.some((key) => key.alg === alg && trust.verify(key, signed, signature))) return fail('bad_signature');

  const claims = decodeClaims(payload);
  if (claims === undefined) return fail('unreadable');
  const { issuedMs: _, ...known } = claims;
  return ok({ kind: 'signed', keyId, ...known });
}

const isValidAt = (key: IssuerKey, nowMs: number): boolean =>
  (key.validFrom === undefined || Date.parse(key.validFrom) <= nowMs) &&
  (key.validUntil === undefined || nowMs < Date.parse(key.validUntil));
