/** What another gate said that central has of its journal, and when that was heard, by this device's clock. */
export interface Delivered {
  readonly toSeq: number;
  readonly heardAtMs: number;
}

/** A pull that ended so long after that was surely answered after central had them. */
export const SURELY_PULLED_MS = 60_000;

export interface Settling {
  /** Waits until central was pulled once more. */
  readonly waiting: Delivered | undefined;
  /** Up to here central's word stands for what the gate itself told: central is the judge. */
  readonly dropTo: number | undefined;
}

/** @param pulledAtMs when central was last heard to the end */
export function settle(
  waiting: Delivered | undefined,
  toSeq: number,
  nowMs: number,
  pulledAtMs: number | undefined,
): Settling {
  if (!waiting) return { waiting: { toSeq, heardAtMs: nowMs }, dropTo: undefined };
  // A clock that was set back: that moment lies ahead now, and would hold everything up.
  if (waiting.heardAtMs > nowMs) return { waiting: { toSeq: waiting.toSeq, heardAtMs: nowMs }, dropTo: undefined };
  const isPulled = pulledAtMs !== undefined && pulledAtMs - waiting.heardAtMs >= SURELY_PULLED_MS;
  return isPulled ? { waiting: { toSeq, heardAtMs: nowMs }, dropTo: waiting.toSeq } : { waiting, dropTo: undefined };
}
