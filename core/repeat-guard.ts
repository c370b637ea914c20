/** G5: a scanner that reads the same code twice has read it once. Times are Unix milliseconds. */
export interface RepeatGuard {
  readonly lastText?: string;
  readonly lastSeenMs: number;
}
export const NOTHING_SEEN: RepeatGuard = { lastSeenMs: Number.NEGATIVE_INFINITY };

/**
 * Whether a text is the one just read at this lane, seen again. Every sighting renews the guard: a card left lying before a
 * scanner is one act however long it lies there. A clock set back counts as a repeat no longer than the window itself.
 */
export function sight(
  guard: RepeatGuard,
  text: string,
  atMs: number,
  windowMs: number,
): { repeat: boolean; guard: RepeatGuard } {
  const sinceMs = atMs - guard.lastSeenMs;
  const repeat = guard.lastText === text && Math.abs(sinceMs) < windowMs;
  return { repeat, guard: { lastText: text, lastSeenMs: atMs } };
}
