import type { Fact } from '../event/event.ts';

/** One stay that the location's rule has ended. Times by the device's clock, Unix milliseconds. */
export interface Forgotten {
  readonly workerId: string;
  readonly sinceMs: number;
  /** When the rule takes the person to have left. */
  readonly leftAtMs: number;
}

/** G7: written as what it is: done by the rule, an estimate, and no door moves for it. */
export const forgottenFact = ({ workerId, sinceMs, leftAtMs }: Forgotten): Fact => ({
  type: 'presence.checked_out',
  actor: { kind: 'system' },
  data: {
    workerId,
    mode: 'auto',
    code: 'closed_by_rule',
    notes: [],
    estimated: true,
    assumedAt: new Date(leftAtMs).toISOString(),
    insideMs: Math.max(0, Math.round(leftAtMs - sinceMs)),
  },
});
