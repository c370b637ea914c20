import type { Fact } from '../core/event/event.ts';
import { clockJump, type Moment, type OwnClock } from './clock.ts';

const LOOK_EVERY_MS = 5000;

/** Writes it down when somebody, or a time server, moves the wall clock. Recording goes on whatever the clock says. */
export function watchClock(
  clock: Pick<OwnClock, 'moment' | 'settle'>,
  record: (fact: Fact) => void,
  setTimer: (run: () => void, ms: number) => () => void,
  looked: () => void,
): () => void {
  let cancel = (): void => {};
  const look = (last: Moment): void => {
    cancel = setTimer(() => {
      const now = clock.moment();
      const byMs = clockJump(last, now);
      // Before it is written down: the event's own time is already of the moved clock.
      clock.settle();
      if (byMs !== undefined) record(jumpedBy(byMs));
      looked();
      look(now);
    }, LOOK_EVERY_MS);
  };
  look(clock.moment());
  return () => cancel();
}

export const jumpedBy = (byMs: number): Fact => ({
  type: 'clock.jumped',
  actor: { kind: 'system' },
  data: { byMs },
});
