/**
 * How often a secret may be tried (DESIGN 8): each wrong try makes the next one wait longer, and from the fifth on the account is
 * locked for a time. A right one clears it. Times are Unix milliseconds, durations milliseconds.
 */
export interface Tries {
  /** Wrong ones since the last right one. */
  readonly wrong: number;
  /** When the last of them was. */
  readonly atMs: number;
}

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
/** How long to wait after so many wrong tries. A slip of a gloved finger costs a second. */
const WAIT_MS = [0, SECOND_MS, 2 * SECOND_MS, 4 * SECOND_MS, 8 * SECOND_MS] as const;
export const LOCKED_FROM = WAIT_MS.length;
const FIRST_LOCK_MS = 5 * MINUTE_MS;
const LONGEST_LOCK_MS = 60 * MINUTE_MS;
/** Wrong tries of yesterday's shift say nothing about today's. */
const FORGOTTEN_AFTER_MS = 12 * 60 * MINUTE_MS;

/** What a wrong try makes of those before it. */
export function afterWrong(before: Tries | undefined, nowMs: number): Tries {
  return { wrong: (current(before, nowMs)?.wrong ?? 0) + 1, atMs: nowMs };
}

/** Until when no further try is looked at; undefined: one may be made now. A clock that was set back makes nobody wait longer. */
export function waitUntilMs(tries: Tries | undefined, nowMs: number): number | undefined {
  const counted = current(tries, nowMs);
  if (!counted) return undefined;
  const waitMs = waitAfter(counted.wrong);
  const untilMs = Math.min(counted.atMs, nowMs) + waitMs;
  return untilMs > nowMs ? untilMs : undefined;
}

/** True from the try on that locks the account: this is for the record, the waits before it are not. */
export const isLocked = ({ wrong }: Tries): boolean => wrong >= LOCKED_FROM;

function waitAfter(wrong: number): number {
  const short = WAIT_MS[wrong];
  if (short !== undefined) return short;
  return Math.min(LONGEST_LOCK_MS, FIRST_LOCK_MS * 2 ** (wrong - LOCKED_FROM));
}

const current = (tries: Tries | undefined, nowMs: number): Tries | undefined =>
  tries && nowMs - tries.atMs < FORGOTTEN_AFTER_MS ? tries : undefined;
