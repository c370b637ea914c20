import type { Turns } from './turns.ts';

/** Rows that are found by and by. */
export interface Finding {
  /** Rows up to that one are known, or there are no more. */
  readonly reaches: (end: number) => boolean;
  readonly look: (untilMs: number) => void;
  /** All are found. */
  readonly isCounted: () => boolean;
}
/** Waits a while for a page's rows and for the number of all; what is not counted then is counted on, and told. */
export type Patience = (finding: Finding, end: number, isWanted: () => boolean, isAgain?: boolean) => Promise<void>;

/**
 * How long an answer waits for its rows, which may be far down, and for the number of all: whoever types wants to see something; where
 * the same is asked again after an act, it stands there still, and the number is better whole than growing anew.
 */
const PATIENCE_MS = { rows: 3000, count: 30, countAgain: 300 };

/** `changed`: who asks again now is told more. `isWanted`: nothing else was asked for meanwhile. `isAgain`: the same was asked before. */
export function createPatience(turns: Turns, changed: () => void): Patience {
  const counting = new WeakSet<Finding>();
  return async (finding, end, isWanted, isAgain = false) => {
    const startedMs = performance.now();
    finding.look(turns.end());
    await turns.until(() => finding.reaches(end), finding.look, startedMs + PATIENCE_MS.rows);
    const isCounted = await turns.until(
      finding.isCounted,
      finding.look,
      startedMs + (isAgain ? PATIENCE_MS.countAgain : PATIENCE_MS.count),
    );
    if (isCounted || counting.has(finding)) return;
    counting.add(finding);
    void turns
      .until(() => finding.isCounted() || !isWanted(), finding.look)
      .then((isOpen) => {
        counting.delete(finding);
        if (isOpen && finding.isCounted()) changed();
      });
  };
}
