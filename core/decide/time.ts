import type { Policy } from '../site/entities.ts';

export const MINUTE_MS = 60_000;
export const HOUR_MS = 3_600_000;

/** RFC 3339 to Unix milliseconds. */
export const timeMs = (time: string): number => Date.parse(time);
export const optionalTimeMs = (time: string | undefined): number | undefined =>
  time === undefined ? undefined : timeMs(time);

/** Something with a beginning and an end, both RFC 3339. */
export interface Timed {
  readonly id: string;
  readonly startsAt: string;
  readonly endsAt: string;
}

/** When an order's people may come in, the location's grace included; both ends belong to it. */
export interface Window {
  readonly fromMs: number;
  readonly toMs: number;
}

export const windowOf = (order: Timed, policy: Policy): Window => ({
  fromMs: timeMs(order.startsAt) - policy.graceBeforeMinutes * MINUTE_MS,
  toMs: timeMs(order.endsAt) + policy.graceAfterMinutes * MINUTE_MS,
});

/** Earliest start first; equal starts by id, so that the same people get the same answer. */
export const byStart = (a: Timed, b: Timed): number =>
  timeMs(a.startsAt) - timeMs(b.startsAt) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** Latest end first. */
export const byEndLatestFirst = (a: Timed, b: Timed): number => timeMs(b.endsAt) - timeMs(a.endsAt) || byStart(a, b);
