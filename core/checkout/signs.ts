/** Why somebody on the list may have left long ago, or why not. */
export const LEFT_SIGNS = ['shift_over', 'long_inside', 'at_work'] as const;
export type LeftSign = (typeof LEFT_SIGNS)[number];

/** Without any work planned here, nobody is taken to stay longer than this. */
const LONG_DAY_MS = 10 * 3_600_000;

/** Times are Unix milliseconds by one clock. */
export interface Seen {
  readonly nowMs: number;
  /** When the person was last seen coming in. */
  readonly lastSeenMs: number;
  /** The end of the work that they came for; absent: none is known. */
  readonly shiftEndsAtMs?: number | undefined;
}

/**
 * How likely somebody has left (B2): for how long there has been no reason to be here. Negative: there still is one. Whoever was seen
 * after their shift had ended counts from then.
 */
export function overdueMs({ nowMs, lastSeenMs, shiftEndsAtMs }: Seen): number {
  if (shiftEndsAtMs === undefined) return nowMs - lastSeenMs - LONG_DAY_MS;
  return nowMs - Math.max(shiftEndsAtMs, lastSeenMs);
}

export function leftSign(seen: Seen): LeftSign {
  if (seen.shiftEndsAtMs === undefined) return overdueMs(seen) > 0 ? 'long_inside' : 'at_work';
  return seen.nowMs > seen.shiftEndsAtMs ? 'shift_over' : 'at_work';
}
