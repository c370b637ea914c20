import type { Badge, Worker } from '../../core/site/entities.ts';

/** What the badge page says of a badge, the gravest first. */
export type BadgeStanding = 'withdrawn' | 'blocked' | 'ended' | 'not_yet' | 'good';

export function standingOf(badge: Badge, worker: Worker, nowMs: number): BadgeStanding {
  if (badge.revokedAt !== undefined) return 'withdrawn';
  if (worker.blocked) return 'blocked';
  if (badge.validUntil !== undefined && Date.parse(badge.validUntil) <= nowMs) return 'ended';
  if (badge.validFrom !== undefined && Date.parse(badge.validFrom) > nowMs) return 'not_yet';
  return 'good';
}
