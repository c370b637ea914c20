/** How much of another gate's journal central has, and up to where its word stands for what the gate itself told. */
export interface Settled {
  readonly toSeq: number;
  /** Central has it up to here, as the gate said then, by this device's clock; it may not have been pulled since. */
  readonly waiting?: { readonly toSeq: number; readonly heardAtMs: number };
}

/** A pull that ended so long after that was surely answered after central had them. */
export const SURELY_PULLED_MS = 60_000;

/**
 * Central is the judge: what it has, and has been asked about since, is as it says, also where it says nothing.
 * @param deliveredTo what the gate says now that central has
 * @param pulledAtMs when central was last heard to the end
 */
export function settle(settled: Settled, deliveredTo: number, nowMs: number, pulledAtMs: number | undefined): Settled {
  const { toSeq, waiting } = settled;
  const next = { waiting: { toSeq: deliveredTo, heardAtMs: nowMs } };
  if (!waiting) return deliveredTo > toSeq ? { toSeq, ...next } : settled;
  // A clock that was set back: that moment lies ahead now, and would hold everything up.
  if (waiting.heardAtMs > nowMs) return { toSeq, waiting: { ...waiting, heardAtMs: nowMs } };
  if (pulledAtMs === undefined || pulledAtMs - waiting.heardAtMs < SURELY_PULLED_MS) return settled;
  return { toSeq: waiting.toSeq, ...(deliveredTo > waiting.toSeq ? next : {}) };
}
