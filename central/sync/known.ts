import type { Rows } from '../store/store.ts';

/**
 * Whether this store still has what central once answered for: one that was put back to an older state has not.
 * @param after number of the last event of the device that was answered for, as its gate knows it
 * @returns undefined: it has; else the last event that is here, from which the gate goes on
 */
export async function knowsTo(rows: Rows, deviceId: string, after: number | undefined): Promise<number | undefined> {
  if (after === undefined) return undefined;
  const seq = await rows.events.highestSeq(deviceId);
  return seq < after ? seq : undefined;
}
