import type { Change } from './wire.ts';

/** A badge that was revoked, or a person who is blocked: told first to a gate that begins anew, and counting there at once. */
export const isBarred = (record: {
  readonly entity: string;
  readonly data: Readonly<Record<string, unknown>>;
}): boolean =>
  (record.entity === 'badge' && (record.data['revokedAt'] ?? null) !== null) ||
  (record.entity === 'worker' && (record.data['blocked'] ?? null) !== null);

/**
 * What counts before a copy that comes in beside the one in use is whole: what takes something away, for a wrong green light may cost a
 * life, and where people are, for they come and go meanwhile. All the rest comes in one step, so that nobody's papers are half anew.
 */
export function countsAtOnce({ entity, op, data = {} }: Change): boolean {
  if (op === 'delete' || entity === 'presence') return true;
  return isBarred({ entity, data }) || (entity === 'user' && data['status'] === 'inactive');
}
