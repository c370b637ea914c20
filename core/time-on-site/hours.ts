import type { Policy } from '../site/policy.ts';
import type { Stay } from './stays.ts';

const MINUTE_MS = 60_000;

/** What a day's stays come to, in whole minutes. */
export interface Hours {
  /** From coming in to going out, breaks included; a stay that goes on counts until now. */
  readonly onSiteMinutes: number;
  /** Recorded breaks, or the one that the location takes off when nobody recorded any. */
  readonly breakMinutes: number;
  /** What counts as work, rounded as the location says (C4). */
  readonly workedMinutes: number;
  /** G7: in stays that only the rule has ended. Not in `workedMinutes`: a person has to confirm them. */
  readonly unconfirmedMinutes: number;
  /** B7: some end is an estimate: say "about". */
  readonly estimated: boolean;
  /** Somebody is still inside. */
  readonly open: boolean;
}

export type HourRules = Pick<Policy, 'rounding' | 'automaticBreak'>;

/** The stays of one person and day, as `staysBegunOn` gives them. Elapsed time counts: daylight saving neither adds nor takes an hour. */
export function hoursOf(stays: readonly Stay[], { rounding, automaticBreak }: HourRules, nowMs: number): Hours {
  const counted = stays.filter(({ ending }) => ending !== 'rule');
  const onSiteMs = total(stays, (stay) => lengthMs(stay, nowMs));
  const countedMs = total(counted, (stay) => lengthMs(stay, nowMs));
  const recordedMs = total(counted, ({ breaks, toMs = nowMs }) =>
    total(breaks, (each) => lengthMs({ fromMs: each.fromMs, toMs: each.toMs ?? toMs }, nowMs)),
  );
  const isOwed = automaticBreak !== null && recordedMs === 0 && countedMs > automaticBreak.afterHours * 60 * MINUTE_MS;
  const breakMs = isOwed ? Math.min(automaticBreak.minutes * MINUTE_MS, countedMs) : recordedMs;
  return {
    onSiteMinutes: minutes(onSiteMs),
    breakMinutes: minutes(breakMs),
    workedMinutes: rounded((countedMs - breakMs) / MINUTE_MS, rounding),
    unconfirmedMinutes: minutes(onSiteMs - countedMs),
    estimated: stays.some(({ ending }) => ending === 'told' || ending === 'rule'),
    open: stays.some(({ toMs }) => toMs === undefined),
  };
}

const lengthMs = ({ fromMs, toMs }: { fromMs: number; toMs?: number }, nowMs: number): number =>
  Math.max(0, (toMs ?? nowMs) - fromMs);
const total = <T>(of: readonly T[], ms: (one: T) => number): number => of.reduce((sum, one) => sum + ms(one), 0);
const minutes = (ms: number): number => Math.round(ms / MINUTE_MS);

/** C4. Seconds are left out first, so that rounding up does not charge a step for them. */
export function rounded(exactMinutes: number, { stepMinutes, towards }: Policy['rounding']): number {
  const steps = Math.round(exactMinutes) / stepMinutes;
  const way = { nearest: Math.round, less: Math.floor, more: Math.ceil }[towards];
  return way(steps) * stepMinutes;
}
