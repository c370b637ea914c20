/** Pieces that several entities share. */
import { z } from 'zod';

export const id = z.string().min(1).max(64);
export const time = z.iso.datetime({ precision: 3 });
export const name = z.string().min(1).max(200);
/** Content hash of a blob (PROTOCOL "Files"). */
export const blobHash = z.string().regex(/^[0-9a-f]{64}$/);
/** An X25519 public key (RFC 7748): 32 bytes, base64url. */
export const peerKeySchema = z.string().regex(/^[\w-]{43}$/);
