/** The shortest and the longest pause between two tries. */
export const BACKOFF_MIN_MS = 500;
export const BACKOFF_MAX_MS = 60_000;

/**
 * How long to wait after `failures` failures in a row (from 1): somewhere between the shortest pause and a ceiling that doubles
 * with every failure. The whole width is random, so that a fleet of gates that lost central together does not return together.
 * @param random a number in [0, 1)
 */
export function backoffMs(failures: number, random: number): number {
  const ceilingMs = Math.min(BACKOFF_MAX_MS, BACKOFF_MIN_MS * 2 ** failures);
  return Math.round(BACKOFF_MIN_MS + random * (ceilingMs - BACKOFF_MIN_MS));
}
