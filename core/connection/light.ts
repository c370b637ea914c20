import type { Requirement } from '../site/entities.ts';

/** A state that ends within this time is shown as ending: the last chance to mend it before it turns someone away. */
const ENDING_MS = 14 * 24 * 3_600_000;

export interface Light {
  readonly state: 'ok' | 'ending' | 'ended' | 'missing' | 'not_required';
  readonly untilMs?: number;
}

/** One traffic light of the card. */
export function light({ status, validUntil }: Requirement, nowMs: number): Light {
  if (status === 'not_required') return { state: 'not_required' };
  if (status === 'missing') return { state: 'missing' };
  if (validUntil === undefined) return { state: 'ok' };
  const untilMs = Date.parse(validUntil);
  if (untilMs <= nowMs) return { state: 'ended', untilMs };
  return { state: untilMs - nowMs < ENDING_MS ? 'ending' : 'ok', untilMs };
}
