/** What one call cost the process that it ran in, milliseconds. */
export interface Held {
  /** The longest that nothing else had a turn, in time of the processor: a badge would have waited that long. */
  readonly heldMs: number;
  /** The same by the clock on the wall; on a busy machine other programs' turns are in it. */
  readonly wallMs: number;
  readonly tookMs: number;
}

const cpuMs = (): number => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
};

/** Runs a call while a clock ticks in the same event loop, and tells the longest between two ticks. */
export async function holding(call: () => unknown): Promise<Held> {
  let [heldMs, wallMs, running] = [0, 0, true];
  let last = { cpu: 0, wall: 0 };
  const now = () => ({ cpu: cpuMs(), wall: performance.now() });
  const look = (): void => {
    const next = now();
    heldMs = Math.max(heldMs, next.cpu - last.cpu);
    wallMs = Math.max(wallMs, next.wall - last.wall);
    last = next;
  };
  const tick = (): void => {
    if (!running) return;
    look();
    setImmediate(tick);
  };
  await new Promise((resolve) => setImmediate(resolve));
  last = now();
  const startedMs = last.wall;
  setImmediate(tick);
  await call();
  const tookMs = performance.now() - startedMs;
  look();
  running = false;
  return { heldMs, wallMs, tookMs };
}
