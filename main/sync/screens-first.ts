import type { SyncLoopParts } from './loop.ts';

/** A day of a busy gate. */
const LONG_BACKLOG = 1000;
/** By then the windows of a start are up. */
const SCREENS_FIRST_MS = 2500;

/** After days without a line the first seconds of a start belong to whoever stands before it; events that waited for days can wait for them. */
export function screensFirst(
  waiting: number,
  setTimer: (run: () => void, ms: number) => () => void,
): Pick<SyncLoopParts, 'sendsAfter'> {
  if (waiting <= LONG_BACKLOG) return {};
  return { sendsAfter: new Promise((resolve) => void setTimer(resolve, SCREENS_FIRST_MS)) };
}
