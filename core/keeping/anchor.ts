import canonicalize from 'canonicalize';
import { z } from 'zod';
import { GENESIS_HASH } from '../event/chain.ts';
import { hash, id } from '../event/data/pieces.ts';

/** An event that stays though what was around it has left: something still needs it. */
const keptSchema = z.object({
  seq: z.number().int().min(1),
  hash,
  /** The newest of its kind stays, and the one before it leaves: a door's mode, a hand-over. Absent: needed for itself. */
  newestOf: z.string().max(200).optional(),
});
export type KeptEvent = z.infer<typeof keptSchema>;

/**
 * What stands for the events that have left a journal: the chain goes on from it. Its signature is by a key of the device (Ed25519), so
 * nobody who can only write to the file makes one; central has the same hash of the same number.
 */
export const anchorSchema = z.object({
  deviceId: id,
  /** All events up to this number have left, but for `kept`. */
  throughSeq: z.number().int().min(1),
  /** The hash of that event. */
  hash,
  /** How many have left since the first. */
  count: z.number().int().min(0),
  /** When this one was made, and when the journal's first was. Unix milliseconds. */
  atMs: z.number().int(),
  firstAtMs: z.number().int(),
  kept: z.array(keptSchema),
  /** 32 bytes, base64url. */
  publicKey: z.string().max(64),
  /** 64 bytes, base64url. */
  signature: z.string().max(128),
});
export type Anchor = z.infer<typeof anchorSchema>;
export type UnsignedAnchor = Omit<Anchor, 'signature'>;

/** What the signature covers, as canonical JSON (RFC 8785). */
export function anchorText(anchor: UnsignedAnchor): string {
  const { signature: _, ...unsigned } = anchor as Anchor;
  return `gatehouse.anchor.1 ${canonicalize(unsigned) ?? ''}`;
}

/** Where the chain that is still here begins. */
export const linkBefore = (anchor: Pick<Anchor, 'throughSeq' | 'hash'> | undefined): { seq: number; hash: string } =>
  anchor ? { seq: anchor.throughSeq, hash: anchor.hash } : { seq: 0, hash: GENESIS_HASH };
