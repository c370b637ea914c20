import { randomUUID } from 'node:crypto';

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

export function createClock(storedOffsetMs: number | null = null): Clock {
  let offset = storedOffsetMs;
  return {
    nowMs: () => Date.now(),
    monotonicMs: () => Math.floor(performance.now()),
    bootId: randomUUID(),
    offsetMs: () => offset,
    learnOffset(serverTime, sentMs, receivedMs) {
      offset = offsetAfter(offset, Date.parse(serverTime), sentMs, receivedMs);
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
export function clockJump(
  last: { readonly wallMs: number; readonly monotonicMs: number },
  now: { readonly wallMs: number; readonly monotonicMs: number },
): number | undefined {
  const byMs = Math.round(now.wallMs - last.wallMs - (now.monotonicMs - last.monotonicMs));
  return Math.abs(byMs) > JUMP_TOLERANCE_MS ? byMs : undefined;
}
