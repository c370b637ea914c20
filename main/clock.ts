import { randomUUID } from 'node:crypto';
import { uptime } from 'node:os';

/** The device's clocks. A wrong wall clock never stops recording: order comes from the sequence, not from the time. */
export interface Clock {
  /** Unix milliseconds. */
  readonly nowMs: () => number;
  /** Milliseconds since this start of the program; never goes back. */
  readonly monotonicMs: () => number;
  /** One id per start of the program. */
  readonly bootId: string;
  /** Central's clock minus this one's, as last learnt; null: never learnt. */
  readonly offsetMs: () => number | null;
  readonly learnOffset: (serverTime: string, sentMs: number, receivedMs: number) => void;
}

/** Two clocks of this PC at one moment. */
export interface Moment {
  /** Unix milliseconds, as somebody may set them. */
  readonly wallMs: number;
  /** Milliseconds that nobody sets and that go on while the PC sleeps. */
  readonly monotonicMs: number;
}

/** The program's own clock: what it has learnt of central's can be put away and taken up again. */
export interface OwnClock extends Clock {
  readonly moment: () => Moment;
  /** What an earlier start had learnt; an answer that came since is worth more. */
  readonly recall: (offsetMs: number) => void;
  /** Moves the offset against a jump of the wall clock since it was learnt: central's clock did not jump with it. */
  readonly settle: () => void;
}

const systemMoment = (): Moment => ({ wallMs: Date.now(), monotonicMs: uptime() * 1000 });

export function createClock(moment: () => Moment = systemMoment): OwnClock {
  let offset: number | null = null;
  let learnt = moment();
  return {
    moment,
    nowMs: () => Date.now(),
    monotonicMs: () => Math.floor(performance.now()),
    bootId: randomUUID(),
    offsetMs: () => offset,
    learnOffset(serverTime, sentMs, receivedMs) {
      offset = offsetAfter(offset, Date.parse(serverTime), sentMs, receivedMs);
      learnt = moment();
    },
    recall(offsetMs) {
      offset ??= offsetMs;
    },
    settle() {
      const now = moment();
      const byMs = clockJump(learnt, now);
      if (byMs === undefined) return;
      if (offset !== null) offset -= byMs;
      learnt = now;
    },
  };
}

/** An answer that was slower than this says less of the time than a quicker one before it. */
export const SLOW_ANSWER_MS = 1000;

/**
 * Central's clock minus this one's after an answer that gives central's time somewhere between sending and receiving. A slow answer
 * changes the offset only when it contradicts it; one that came back before it was sent met a jump of the clock and says nothing.
 */
export function offsetAfter(
  offsetMs: number | null,
  serverMs: number,
  sentMs: number,
  receivedMs: number,
): number | null {
  if (receivedMs < sentMs) return offsetMs;
  const agrees = offsetMs !== null && serverMs - receivedMs <= offsetMs && offsetMs <= serverMs - sentMs;
  if (agrees && receivedMs - sentMs > SLOW_ANSWER_MS) return offsetMs;
  return Math.round(serverMs - (sentMs + receivedMs) / 2);
}

/** How far the wall clock and the monotonic clock have parted since `last`; a jump beyond the tolerance is an event. */
export const JUMP_TOLERANCE_MS = 2000;
export function clockJump(last: Moment, now: Moment): number | undefined {
  const byMs = Math.round(now.wallMs - last.wallMs - (now.monotonicMs - last.monotonicMs));
  return Math.abs(byMs) > JUMP_TOLERANCE_MS ? byMs : undefined;
}
