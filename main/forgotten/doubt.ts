import { clockJump } from '../clock.ts';
import type { Ground } from '../ground.ts';

const HOUR_MS = 3_600_000;
/** The wall clock moving by more than this is no correction any more. */
const JUMP_MS = HOUR_MS / 6;
/** No event for so long before the start: the site was shut, or the clock is far ahead. */
const SILENT_MS = 48 * HOUR_MS;

/**
 * Whether this PC's clock may be trusted with closing stays: one that is days ahead would empty the roll call. After a jump, or a start
 * that comes long after the last event, it may not until central was heard, which tells the time.
 */
export interface Doubt {
  readonly isOpen: () => boolean;
}

export function createDoubt({ cache, clock, journal }: Pick<Ground, 'cache' | 'clock' | 'journal'>): Doubt {
  const readClocks = () => ({ wallMs: clock.nowMs(), monotonicMs: clock.monotonicMs() });
  let last = readClocks();
  const [newest] = journal.read(Math.max(0, journal.lastSeq() - 1), 1);
  const isLate = newest !== undefined && last.wallMs - Date.parse(newest.occurredAt) > SILENT_MS;
  /** When central was last heard before the doubt; a later time settles it. */
  let heardBefore = isLate ? { atMs: cache.completeAtMs() } : undefined;
  return {
    isOpen() {
      const now = readClocks();
      if (Math.abs(clockJump(last, now) ?? 0) > JUMP_MS) heardBefore = { atMs: cache.completeAtMs() };
      last = now;
      if (heardBefore && cache.completeAtMs() !== heardBefore.atMs) heardBefore = undefined;
      return heardBefore !== undefined;
    },
  };
}
