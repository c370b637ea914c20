import type { Policy } from './policy.ts';

/** C3: where somebody is with today's work. */
export const ATTENDANCE = ['scheduled', 'in', 'on_break', 'out', 'late', 'no_show'] as const;
export type Attendance = (typeof ATTENDANCE)[number];

export interface AttendanceFacts {
  /** The work that they are expected at; absent for somebody inside without any today. Unix milliseconds. */
  readonly startsAtMs?: number | undefined;
  readonly endsAtMs?: number | undefined;
  /** Where they were last seen going, and when. */
  readonly inside?: boolean | undefined;
  readonly sinceMs?: number | undefined;
  readonly breakSinceMs?: number | undefined;
  readonly nowMs: number;
}
export interface AttendanceRules {
  /** Not in so long after the start is late. */
  readonly lateAfterMs: number;
  /** Not in so long after the start will not come any more. */
  readonly noShowAfterMs: number;
}

const MINUTE_MS = 60_000;
/** A location's own limits. Whoever will not come any more is not late as well. */
export function attendanceRules({
  lateMinutes,
  noShowMinutes,
}: Pick<Policy, 'lateMinutes' | 'noShowMinutes'>): AttendanceRules {
  const noShowAfterMs = noShowMinutes * MINUTE_MS;
  return { lateAfterMs: Math.min(lateMinutes * MINUTE_MS, noShowAfterMs - 1), noShowAfterMs };
}

/** What acts alone say about somebody's part in some work, whatever the time is. */
export const TURNOUTS = ['absent', 'inside', 'left'] as const;
export type Turnout = (typeof TURNOUTS)[number];

/** Whoever is inside is inside, whatever the plan says; who went out after the start has left; who never came is absent. */
export function turnout({ startsAtMs, inside, sinceMs }: Omit<AttendanceFacts, 'nowMs'>): Turnout {
  if (inside) return 'inside';
  if (startsAtMs === undefined) return 'left';
  return sinceMs !== undefined && sinceMs > startsAtMs ? 'left' : 'absent';
}

/** C3. Whoever is inside is in; who left is out; who never came is late, and in the end a no-show. */
export function attendance(facts: AttendanceFacts, rules: AttendanceRules): Attendance {
  const { startsAtMs = 0, endsAtMs, nowMs } = facts;
  const seen = turnout(facts);
  if (seen === 'inside') return facts.breakSinceMs === undefined ? 'in' : 'on_break';
  if (seen === 'left') return 'out';
  const lateByMs = nowMs - startsAtMs;
  if (lateByMs >= rules.noShowAfterMs || (endsAtMs !== undefined && nowMs >= endsAtMs)) return 'no_show';
  return lateByMs > rules.lateAfterMs ? 'late' : 'scheduled';
}
