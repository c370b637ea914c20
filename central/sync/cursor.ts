import { z } from 'zod';
import type { Rows } from '../store/store.ts';

/**
 * A place in a location's feed. It names the store's own epoch, so that a cursor from before a restore of an old backup is
 * noticed, and the location, so that a gate that moved starts from the beginning. Opaque outside: base64url.
 */
export interface Cursor {
  readonly epoch: string;
  readonly locationId: string;
  readonly rev: number;
  /** The head when this copy was begun: nothing that it holds was deleted before. */
  readonly begunAtRev: number;
}

export const formatCursor = ({ epoch, locationId, rev, begunAtRev }: Cursor): string =>
  Buffer.from(JSON.stringify([epoch, locationId, rev, begunAtRev])).toString('base64url');

/** Undefined: the cursor leads nowhere, or deletions that its copy needs are no longer kept. */
export async function followCursor(
  rows: Rows,
  text: string,
  epoch: string,
  locationId: string,
): Promise<Cursor | undefined> {
  const parsed = cursorSchema.safeParse(parseJson(Buffer.from(text, 'base64url').toString()));
  if (!parsed.success) return undefined;
  const [itsEpoch, itsLocationId, rev, begunAtRev] = parsed.data;
  if (itsEpoch !== epoch || itsLocationId !== locationId) return undefined;
  if (rev > (await rows.feed.headRev(locationId))) return undefined;
  if (Math.max(rev, begunAtRev) < (await rows.feed.floorRev(locationId))) return undefined;
  return { epoch, locationId, rev, begunAtRev };
}

const cursorSchema = z.tuple([z.string(), z.string(), z.int().min(0), z.int().min(0)]);

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
