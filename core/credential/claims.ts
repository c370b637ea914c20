/**
 * What a signed badge says, as a CWT (RFC 8392): a CBOR map with integer keys. Claims that a gate does not know are ignored, so that
 * a newer central can add some; claims that it knows must be exactly of their kind, or the badge is unreadable.
 */
import type { SignedCredential } from './credential.ts';
import { decodeCbor, encodeCbor } from './cbor.ts';
import { UUID_BYTES, uuidFromBytes, uuidToBytes } from './hex.ts';

/**
 * The one table of claim keys. Registered ones come from RFC 8392 section 4; ours are below -65536, the range it leaves to private
 * use. There is no `iss` (1): the key id names the issuer in 8 bytes where a URL would take 30.
 */
export const CLAIM = {
  /** Integer, Unix seconds: good until. */
  exp: 4,
  /** Integer, Unix seconds: good from. */
  nbf: 5,
  /** Integer, Unix seconds: when it was made. */
  iat: 6,
  /** Byte string, 16 bytes: the badge's id, a UUID. */
  cti: 7,
  /** Byte string, 16 bytes: the worker's id, a UUID. */
  workerId: -65537,
  /** Text, 1 to 40 characters: what a screen greets this person with, before anything is known from the cache. */
  displayName: -65538,
  /** Array of 1 to 16 byte strings of 16 bytes: the locations' ids, UUIDs. */
  locationIds: -65539,
} as const;

export const MAX_DISPLAY_NAME = 40;
export const MAX_LOCATIONS = 16;
/** 9999-12-31T23:59:59Z: the last second that RFC 3339 can write. */
const MAX_SECONDS = 253_402_300_799;

/** Ids are canonical UUIDs; times are Unix milliseconds, which a badge keeps to the second, cut. */
export type BadgeClaims = Omit<SignedCredential, 'kind' | 'keyId'> & { readonly issuedMs?: number };

/** The claims of a payload, or undefined when it is not a badge's. */
export function decodeClaims(payload: Uint8Array): BadgeClaims | undefined {
  const map = decodeCbor(payload);
  if (!(map instanceof Map)) return undefined;
  try {
    return claimsOf(map);
  } catch (problem) {
    if (problem instanceof NotAClaim) return undefined;
    throw problem;
  }
}

function claimsOf(map: ReadonlyMap<unknown, unknown>): BadgeClaims {
  const required = <T>(key: number, read: (value: unknown) => T): T => read(map.get(key));
  const optional = <K extends keyof BadgeClaims, T>(name: K, key: number, read: (value: unknown) => T) =>
    (map.has(key) ? { [name]: read(map.get(key)) } : {}) as { [P in K]?: T };
  return {
    badgeId: required(CLAIM.cti, uuid),
    workerId: required(CLAIM.workerId, uuid),
    ...optional('displayName', CLAIM.displayName, displayName),
    ...optional('locationIds', CLAIM.locationIds, locationIds),
    ...optional('notBeforeMs', CLAIM.nbf, milliseconds),
    ...optional('expiresMs', CLAIM.exp, milliseconds),
    ...optional('issuedMs', CLAIM.iat, milliseconds),
  };
}

class NotAClaim extends Error {}

function uuid(value: unknown): string {
  if (!(value instanceof Uint8Array) || value.length !== UUID_BYTES) throw new NotAClaim();
  return uuidFromBytes(value);
}

function displayName(value: unknown): string {
  if (typeof value !== 'string' || !isDisplayName(value)) throw new NotAClaim();
  return value;
}

function locationIds(value: unknown): readonly string[] {
  if (!Array.isArray(value) || value.length === 0 || value.length > MAX_LOCATIONS) throw new NotAClaim();
  return value.map(uuid);
}

function milliseconds(value: unknown): number {
  if (!Number.isSafeInteger(value)) throw new NotAClaim();
  const seconds = value as number;
  if (seconds < 0 || seconds > MAX_SECONDS) throw new NotAClaim();
  return seconds * 1000;
}

/** No control, formatting or half characters: the name is put on a screen, next to others. */
const isDisplayName = (text: string): boolean =>
  text.length > 0 && text.length <= MAX_DISPLAY_NAME && !/[\p{C}\p{Zl}\p{Zp}]/u.test(text);

/** The payload of a badge. Claims that no gate would read back are a bug of the caller. */
export function encodeClaims(claims: BadgeClaims): Uint8Array {
  const map = new Map<number, unknown>([
    [CLAIM.cti, uuidToBytes(claims.badgeId)],
    [CLAIM.workerId, uuidToBytes(claims.workerId)],
  ]);
  if (claims.displayName !== undefined) map.set(CLAIM.displayName, claims.displayName);
  if (claims.locationIds !== undefined) map.set(CLAIM.locationIds, claims.locationIds.map(uuidToBytes));
  if (claims.notBeforeMs !== undefined) map.set(CLAIM.nbf, Math.floor(claims.notBeforeMs / 1000));
  if (claims.expiresMs !== undefined) map.set(CLAIM.exp, Math.floor(claims.expiresMs / 1000));
  if (claims.issuedMs !== undefined) map.set(CLAIM.iat, Math.floor(claims.issuedMs / 1000));
  const payload = encodeCbor(map);
  if (decodeClaims(payload) === undefined) throw new Error('claims that no gate would read back');
  return payload;
}
