/** An input as it was read last, and as it counts. A contact bounces: it counts once it has read the same for 50 ms. */
export interface Debounced {
  /** Undefined until it has been steady for the first time. */
  readonly steady: boolean | undefined;
  readonly reads: boolean | undefined;
  readonly sinceMs: number;
}

export const DEBOUNCE_MS = 50;
export const NOT_READ: Debounced = { steady: undefined, reads: undefined, sinceMs: 0 };

/** One more reading. `sinceMs` of the result is when the change that now counts was first read. */
export function debounce(before: Debounced, reads: boolean, atMs: number): Debounced {
  if (reads !== before.reads) return { ...before, reads, sinceMs: atMs };
  return atMs - before.sinceMs >= DEBOUNCE_MS ? { ...before, steady: reads } : before;
}
