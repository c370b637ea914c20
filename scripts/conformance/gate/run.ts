import type { Check } from '../check.ts';
import { look, type Found } from '../run.ts';
import { beginChecks, lastChecks, pullChecks } from './checks.ts';
import { startOwnGate } from './own-gate.ts';
import { pushChecks } from './push-checks.ts';
import { CODE, GateTrial, playCentral, type TriedGate } from './trial.ts';

/** In the order in which they are run: the first meet a gate that begins, the last withdraw it. */
export const GATE_CHECKS: readonly Check<GateTrial>[] = [...beginChecks, ...pushChecks, ...pullChecks, ...lastChecks];

export interface GateRun {
  /** Undefined: this project's own gate, without windows. Otherwise a port where any gate may enrol. */
  readonly port?: number | undefined;
  readonly patienceMs: number;
  readonly told: (found: Found) => void;
  /** Where and with which code another's gate is to enrol. */
  readonly waiting: (url: string, code: string) => void;
  readonly start?: (url: string) => Promise<TriedGate>;
  readonly checks?: readonly Check<GateTrial>[];
}

/** Plays a central to a gate and looks at what the gate does: every check once, one after the other. */
export async function runGateChecks(run: GateRun): Promise<readonly Found[]> {
  const { port, patienceMs, start = startOwnGate, checks = GATE_CHECKS } = run;
  const central = playCentral();
  const url = await central.listen(port);
  let gate: TriedGate | undefined;
  try {
    if (port === undefined) gate = await start(url);
    else run.waiting(url, CODE);
    const trial = new GateTrial(central, gate ?? { stop: () => undefined }, patienceMs);
    const all: Found[] = [];
    for (const check of checks) {
      const found = await look(check, trial);
      run.told(found);
      all.push(found);
    }
    return all;
  } finally {
    gate?.stop();
    central.stop();
  }
}
