import type { Policy } from '../../core/site/entities.ts';
import type { DeskStatus } from '../../preload/views.ts';

const HOUR_MS = 3_600_000;

/** How old the data are against the location's limits (G3); `never`: nothing was ever pulled. */
export function staleness(policy: Policy, completeAtMs: number | undefined, nowMs: number): DeskStatus['staleness'] {
  if (completeAtMs === undefined) return { level: 'never' };
  const ageMs = Math.max(0, nowMs - completeAtMs);
  const beyond = (hours: number | null): boolean => hours !== null && ageMs > hours * HOUR_MS;
  if (beyond(policy.staleRefuseHours)) return { ageMs, level: 'refuse' };
  if (beyond(policy.staleAskHours)) return { ageMs, level: 'ask' };
  return { ageMs, level: beyond(policy.staleWarnHours) ? 'warn' : 'fresh' };
}
