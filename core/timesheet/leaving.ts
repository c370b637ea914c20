import type { Timesheet } from '../site/portal.ts';

/** Half a year: what is reported on by month or quarter is at the gate; central keeps all of them. */
export const KEPT_DAYS = 26 * 7;
const DAY_MS = 24 * 3_600_000;

/** The day before which approved hours leave a gate, YYYY-MM-DD. @param nowMs by central's clock */
export const keptFrom = (nowMs: number): string => new Date(nowMs - KEPT_DAYS * DAY_MS).toISOString().slice(0, 10);

/** C4: old hours leave when nobody has anything left to decide about them: they are approved, and the acts say the same. */
export const mayLeave = (
  { status, later, day }: Pick<Timesheet, 'status' | 'later' | 'day'>,
  keptFromDay: string,
): boolean => status === 'approved' && later === undefined && day < keptFromDay;
