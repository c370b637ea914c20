/**
 * The pipe up. It sends ranges of a gapless sequence and learns, from the answers alone, where it stands. What the numbers stand
 * for is not its business.
 *
 *     1 ........ settledTo | ........ range in flight ........ | ........ headSeq
 *       └ taken by central, or set aside with a time to try again
 *
 * A range that central stumbles over is halved until the culprit is alone; alone, it is set aside, and the next goes on.
 */
import type { FaultCode } from '../codes.ts';
import { backoffMs } from './backoff.ts';
import { judge, type Failure } from './answer.ts';
import { restAsTold, restUntil, type At, type Pause } from './pause.ts';
import { MAX_EVENTS_PER_PUSH } from './wire.ts';

/** First and longest time that something stays set aside before it is tried again; it doubles with every try. */
export const SET_ASIDE_MIN_MS = 5_000;
export const SET_ASIDE_MAX_MS = 300_000;
/** After a try of something set aside failed, the next of them waits at least this long. */
export const SET_ASIDE_SPACING_MS = 1_000;

/** A batch that was taken within this time may be followed by a larger one; after the other, by a smaller one. */
export const QUICK_PUSH_MS = 3_000;
export const SLOW_PUSH_MS = 8_000;

export interface SetAside {
  readonly seq: number;
  readonly tries: number;
  readonly retryAtMs: number;
}

/** Both ends included. */
export interface SeqRange {
  readonly fromSeq: number;
  readonly toSeq: number;
}

export interface PushPipe {
  readonly settledTo: number;
  readonly headSeq: number;
  /** Most to send at once: halved by trouble, doubled by success. */
  readonly limit: number;
  readonly inFlight?: SeqRange;
  readonly sentMs?: number;
  readonly setAside: readonly SetAside[];
  readonly pause?: Pause;
  /** Failures in a row of the pipe. */
  readonly failures: number;
  /** Items in a row that central would not take even alone, with nothing taken between. */
  readonly lonelyFailures: number;
  readonly fault?: FaultCode;
  readonly lastGoodMs?: number;
}

export const newPushPipe = (settledTo: number, setAside: readonly number[], nowMs: number): PushPipe => ({
  settledTo,
  headSeq: settledTo,
  limit: MAX_EVENTS_PER_PUSH,
  setAside: setAside.map((seq) => retryLater(seq, 1, nowMs)),
  failures: 0,
  lonelyFailures: 0,
});

/** What to send now: new things before second tries. Undefined: nothing, or not yet. */
export function nextRange(pipe: PushPipe, nowMs: number): SeqRange | undefined {
  if (pipe.inFlight || (pipe.pause && pipe.pause.untilMs > nowMs)) return undefined;
  const { settledTo, headSeq, limit } = pipe;
  if (headSeq > settledTo) return { fromSeq: settledTo + 1, toSeq: Math.min(headSeq, settledTo + limit) };
  const due = pipe.setAside.find((item) => item.retryAtMs <= nowMs);
  return due && { fromSeq: due.seq, toSeq: due.seq };
}

export const pushSent = (pipe: PushPipe, range: SeqRange, nowMs: number): PushPipe => ({
  ...pipe,
  inFlight: range,
  sentMs: nowMs,
});

/** When `nextRange` will have something without any further input; undefined: not before one. */
export function nextPushMs(pipe: PushPipe): number | undefined {
  if (pipe.inFlight) return undefined;
  const secondTryMs = pipe.setAside.reduce((soonest, item) => Math.min(soonest, item.retryAtMs), Infinity);
  const dueMs = pipe.headSeq > pipe.settledTo ? -Infinity : secondTryMs;
  return dueMs === Infinity ? undefined : Math.max(dueMs, pipe.pause?.untilMs ?? -Infinity);
}

/** Central gave a result for the first `taken` of what was sent: accepted, duplicate, flagged and rejected are all settled. */
export function pushTaken(pipe: PushPipe, range: SeqRange, taken: number, nowMs: number): PushPipe {
  const { pause: _pause, fault: _fault, inFlight: _sent, ...rest } = pipe;
  const settled = {
    ...rest,
    limit: limitAfter(pipe.limit, nowMs - (pipe.sentMs ?? nowMs)),
    failures: 0,
    lonelyFailures: 0,
    lastGoodMs: nowMs,
  };
  return isSecondTry(pipe, range)
    ? // What troubled central is over for one: it may be over for all.
      retrySoon({ ...settled, setAside: pipe.setAside.filter((item) => item.seq !== range.fromSeq) }, nowMs)
    : { ...settled, settledTo: Math.min(range.toSeq, pipe.settledTo + taken) };
}

/** What central says that it has, and what it had acknowledged when it was asked. */
export interface Held {
  readonly eventsTo: number;
  readonly settledTo: number;
}

/**
 * Central has less than it once acknowledged: it was put back to an older state, and gets the rest again. What it never took (set aside)
 * it need not have; while a batch is on its way its answer is waited for, and central says the same again at the next pull.
 */
export function pushHeld(pipe: PushPipe, { eventsTo, settledTo }: Held): PushPipe {
  if (pipe.inFlight || pipe.settledTo !== settledTo) return pipe;
  const taken = answeredTo({ settledTo, setAside: pipe.setAside.map(({ seq }) => seq) });
  return eventsTo >= taken ? pipe : wentBack(pipe, eventsTo);
}

/** The same, said to a batch of which nothing was taken. */
export function pushBack(pipe: PushPipe, knowsTo: number, nowMs: number): PushPipe {
  const { pause: _pause, fault: _fault, inFlight: _sent, ...rest } = pipe;
  return { ...wentBack(rest, Math.min(pipe.settledTo, knowsTo)), failures: 0, lonelyFailures: 0, lastGoodMs: nowMs };
}

const wentBack = (pipe: PushPipe, settledTo: number): PushPipe => ({
  ...pipe,
  settledTo,
  setAside: pipe.setAside.filter(({ seq }) => seq <= settledTo),
});

/** The last that central has answered for; 0: nothing yet. */
export function answeredTo(at: { readonly settledTo: number; readonly setAside: readonly number[] }): number {
  const aside = new Set(at.setAside);
  let { settledTo } = at;
  while (aside.has(settledTo)) settledTo -= 1;
  return settledTo;
}

/** Tries again at once, in turn, what was set aside: there is reason to think that central has recovered. */
export const retrySoon = (pipe: PushPipe, nowMs: number): PushPipe => ({
  ...pipe,
  setAside: pipe.setAside.map((item) => ({ ...item, retryAtMs: Math.min(item.retryAtMs, nowMs) })),
});

export function pushFailed(pipe: PushPipe, range: SeqRange, failure: Failure, { nowMs, random }: At): PushPipe {
  const { blame, code } = judge(failure);
  const { inFlight: _sent, pause: _pause, ...rest } = pipe;
  const failed: PushPipe = { ...rest, failures: pipe.failures + 1, fault: code };
  const backoff = (failures: number) => restUntil(nowMs + backoffMs(failures, random));
  const size = range.toSeq - range.fromSeq + 1;

  if (blame === 'cargo' || blame === 'too_large') {
    if (isSecondTry(pipe, range)) return putBackAside(failed, range.fromSeq, nowMs);
    if (size === 1) return putAside(failed, range.fromSeq, nowMs, backoff);
    const halved = { ...failed, limit: Math.floor(size / 2) };
    return serverInTrouble(failure) ? { ...halved, pause: backoff(1) } : halved;
  }
  if (blame === 'told_to_wait' && retryAfterOf(failure) !== undefined) {
    return { ...failed, pause: restAsTold(nowMs, retryAfterOf(failure) ?? 0) };
  }
  const paused = { ...failed, pause: backoff(failed.failures) };
  // Once, the same again meets a lost answer; twice in a row, the line may be too slow for so much.
  return blame === 'lost' && failed.failures > 1 && size > 1 ? { ...paused, limit: Math.floor(size / 2) } : paused;
}

function limitAfter(limit: number, tookMs: number): number {
  if (tookMs > SLOW_PUSH_MS) return Math.max(1, Math.floor(limit / 2));
  return tookMs > QUICK_PUSH_MS ? limit : Math.min(MAX_EVENTS_PER_PUSH, limit * 2);
}

/** A server in trouble is not asked again at once, a server that has read and refused may be. */
const serverInTrouble = (failure: Failure): boolean => failure.kind === 'status' && failure.status >= 500;
const retryAfterOf = (failure: Failure): number | undefined =>
  failure.kind === 'status' ? failure.retryAfterMs : undefined;
const isSecondTry = (pipe: PushPipe, range: SeqRange): boolean => range.fromSeq <= pipe.settledTo;

function putAside(pipe: PushPipe, seq: number, nowMs: number, backoff: (failures: number) => Pause): PushPipe {
  const lonelyFailures = pipe.lonelyFailures + 1;
  const aside = { ...pipe, lonelyFailures, settledTo: seq, setAside: [...pipe.setAside, retryLater(seq, 1, nowMs)] };
  // One culprit delays nobody. Several in a row may mean that central itself is ill: go on, but slower.
  return lonelyFailures === 1 ? aside : { ...aside, pause: backoff(lonelyFailures - 1) };
}

function putBackAside(pipe: PushPipe, seq: number, nowMs: number): PushPipe {
  const notBeforeMs = nowMs + SET_ASIDE_SPACING_MS;
  const setAside = pipe.setAside.map((item) =>
    item.seq === seq
      ? retryLater(seq, item.tries + 1, nowMs)
      : { ...item, retryAtMs: Math.max(item.retryAtMs, notBeforeMs) },
  );
  return { ...pipe, setAside };
}

const retryLater = (seq: number, tries: number, nowMs: number): SetAside => ({
  seq,
  tries,
  retryAtMs: nowMs + Math.min(SET_ASIDE_MAX_MS, SET_ASIDE_MIN_MS * 2 ** (tries - 1)),
});
