import type { Clock } from '../../native/clock.ts';

/** A clock that moves only when told; what is due runs in order, at its own time. */
export function virtualClock(): Clock & { advance(byMs: number): void } {
  let nowMs = 0;
  let timers: { dueMs: number; run: () => void }[] = [];
  return {
    nowMs: () => nowMs,
    wallMs: () => 1_700_000_000_000 + nowMs,
    after(delayMs, run) {
      const timer = { dueMs: nowMs + delayMs, run };
      timers.push(timer);
      return () => void (timers = timers.filter((one) => one !== timer));
    },
    advance(byMs) {
      const untilMs = nowMs + byMs;
      for (;;) {
        const next = timers.toSorted((a, b) => a.dueMs - b.dueMs)[0];
        if (!next || next.dueMs > untilMs) break;
        timers = timers.filter((one) => one !== next);
        nowMs = next.dueMs;
        next.run();
      }
      nowMs = untilMs;
    },
  };
}
