/** Time as the devices see it, passed in so that tests can run on a virtual one. */
export interface Clock {
  /** Milliseconds that only ever grow; for durations and deadlines. */
  nowMs(): number;
  /** Unix milliseconds; for the record of when something was read. */
  wallMs(): number;
  /** Runs once after the delay, unless the returned function is called first. */
  after(delayMs: number, run: () => void): () => void;
}

export const systemClock: Clock = {
  nowMs: () => performance.now(),
  wallMs: () => Date.now(),
  after(delayMs, run) {
    const timer = setTimeout(run, delayMs);
    return () => clearTimeout(timer);
  },
};
