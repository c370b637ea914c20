/** What a badge's text means once it is understood. Whether it may pass is another question: see decide. */

/** `GH1:`, its signature already verified. Times are Unix milliseconds. */
export interface SignedCredential {
  readonly kind: 'signed';
  readonly badgeId: string;
  readonly workerId: string;
  readonly keyId: string;
  readonly displayName?: string;
  /** Locations that the issuer vouches for; absent: the cache decides. */
  readonly locationIds?: readonly string[];
  readonly notBeforeMs?: number;
  readonly expiresMs?: number;
}
/** An id that only the cache can explain (another system's card). */
export interface OpaqueCredential {
  readonly kind: 'opaque';
  readonly code: string;
}
/** Staff tapped a person on the screen. */
export interface TapCredential {
  readonly kind: 'tap';
  readonly workerId: string;
  /** The badge that was shown and refused before staff acted on it; absent: none was shown. */
  readonly badgeId?: string;
}
export type Credential = SignedCredential | OpaqueCredential | TapCredential;

/** Codes for the gate itself: never a person. */
export type ServiceCode =
  | { readonly kind: 'enrol'; readonly centralUrl: string; readonly enrolmentCode: string }
  | { readonly kind: 'unlock'; readonly text: string }
  | { readonly kind: 'calibrate'; readonly text: string };

export type ScannedText =
  | { readonly kind: 'credential'; readonly credential: Credential }
  | { readonly kind: 'service'; readonly service: ServiceCode };

/** Why a text is not a credential. Each has words of its own: unreadable, forged and not-ours are different answers. */
export const CREDENTIAL_FAULTS = ['unreadable', 'unknown_format', 'unknown_issuer', 'bad_signature'] as const;
export type CredentialFault = (typeof CREDENTIAL_FAULTS)[number];
