import { stalenessLevel } from '../../core/decide/checks/staleness.ts';
import type { Policy } from '../../core/site/entities.ts';
import type { DeskStatus } from '../../preload/views.ts';

/** How old the data are against the location's limits (G3); `never`: nothing was ever pulled. */
export function staleness(policy: Policy, completeAtMs: number | undefined, nowMs: number): DeskStatus['staleness'] {
  if (completeAtMs === undefined) return { level: 'never' };
  const ageMs = Math.max(0, nowMs - completeAtMs);
  return { ageMs, level: stalenessLevel(policy, ageMs) };
}
