/** Time that passes only when a test says so. */
export interface VirtualTime {
  readonly nowMs: () => number;
  readonly setTimer: (run: () => void, ms: number) => () => void;
  /** Lets time pass, ringing every timer on its way, and lets promises settle between them. */
  readonly pass: (ms: number) => Promise<void>;
}

export function virtualTime(startMs = 0): VirtualTime {
  let nowMs = startMs;
  let timers: { atMs: number; run: () => void }[] = [];
  const settle = async (): Promise<void> => {
    for (let i = 0; i < 20; i += 1) await Promise.resolve();
  };
  return {
    nowMs: () => nowMs,
    setTimer(run, ms) {
      const timer = { atMs: nowMs + Math.max(0, ms), run };
      timers.push(timer);
      return () => void (timers = timers.filter((each) => each !== timer));
    },
    async pass(ms) {
      const untilMs = nowMs + ms;
      await settle();
      for (;;) {
        const next = timers.filter(({ atMs }) => atMs <= untilMs).sort((a, b) => a.atMs - b.atMs)[0];
        if (!next) break;
        timers = timers.filter((each) => each !== next);
        nowMs = Math.max(nowMs, next.atMs);
        next.run();
        await settle();
      }
      nowMs = untilMs;
    },
  };
}
