import type { Fact } from '../core/event/event.ts';
import { clockJump, type Clock } from './clock.ts';

const LOOK_EVERY_MS = 5000;

/** Writes it down when somebody, or a time server, moves the wall clock. Recording goes on whatever the clock says. */
export function watchClock(
  clock: Clock,
  record: (fact: Fact) => void,
  setTimer: (run: () => void, ms: number) => () => void,
): () => void {
  let cancel = (): void => {};
  const look = (last: { wallMs: number; monotonicMs: number }): void => {
    cancel = setTimer(() => {
      const now = { wallMs: clock.nowMs(), monotonicMs: clock.monotonicMs() };
      const byMs = clockJump(last, now);
      if (byMs !== undefined) record({ type: 'clock.jumped', actor: { kind: 'system' }, data: { byMs } });
      look(now);
    }, LOOK_EVERY_MS);
  };
  look({ wallMs: clock.nowMs(), monotonicMs: clock.monotonicMs() });
  return () => cancel();
}
