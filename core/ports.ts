import type { IssuerKey } from './site/entities.ts';

/** What core needs from the outside and never fetches itself. */

/** SHA-256 of the bytes, as 64 lower-case hex digits; of a text: of its UTF-8 bytes. */
export type Sha256Hex = (bytes: Uint8Array | string) => string;

/** True when `signature` over `data` was made with `key`. The algorithm is the key's own, never the message's. */
export type VerifySignature = (key: IssuerKey, data: Uint8Array, signature: Uint8Array) => boolean;
