/** The pipe down: asks for changes when told that there are some, and every so often in case that news was lost. */
import type { FaultCode } from '../codes.ts';
import { judge, type Failure } from './answer.ts';
import { backoffMs } from './backoff.ts';
import { restAsTold, restUntil, type At, type Pause } from './pause.ts';

/** How often to ask when nobody says that there is something new. */
export const PULL_EVERY_MS = 60_000;

/** Changes per page. The most is what a gate can take in without holding up a scan; a page that fails or is slow is followed by a smaller one. */
export const PULL_LIMIT = { least: 50, most: 1000 } as const;
export const SLOW_PULL_MS = 8_000;

export interface PullPipe {
  readonly inFlight?: { readonly fromStart: boolean; readonly sentMs: number };
  readonly limit: number;
  readonly dueMs: number;
  /** The next request starts afresh, beside the copy that is in use. */
  readonly fromStart: boolean;
  readonly pause?: Pause;
  readonly failures: number;
  readonly fault?: FaultCode;
  /** When everything that central had was last fetched. */
  readonly lastGoodMs?: number;
}

export const newPullPipe = (nowMs: number): PullPipe => ({
  limit: PULL_LIMIT.most,
  dueMs: nowMs,
  fromStart: false,
  failures: 0,
});

/** When the next request is due; undefined: one is under way. */
export const nextPullMs = (pipe: PullPipe): number | undefined =>
  pipe.inFlight ? undefined : Math.max(pipe.dueMs, pipe.pause?.untilMs ?? -Infinity);

export const pullSent = (pipe: PullPipe, nowMs: number): PullPipe => ({
  ...pipe,
  inFlight: { fromStart: pipe.fromStart, sentMs: nowMs },
  fromStart: false,
  dueMs: nowMs + PULL_EVERY_MS,
});

export function pullAnswered(pipe: PullPipe, hasMore: boolean, nowMs: number): PullPipe {
  const { inFlight, pause: _pause, fault: _fault, ...rest } = pipe;
  const wasSlow = nowMs - (inFlight?.sentMs ?? nowMs) > SLOW_PULL_MS;
  // News that arrived while the answer was on its way may not be in it: `dueMs` is then earlier than the next turn.
  const dueMs = hasMore ? nowMs : Math.min(Math.max(pipe.dueMs, nowMs), nowMs + PULL_EVERY_MS);
  return {
    ...rest,
    limit: wasSlow ? halved(pipe.limit) : doubled(pipe.limit),
    dueMs,
    failures: 0,
    ...(hasMore ? {} : { lastGoodMs: nowMs }),
  };
}

export function pullFailed(pipe: PullPipe, failure: Failure, { nowMs, random }: At): PullPipe {
  const { blame, code } = judge(failure);
  const { inFlight, pause: _pause, ...rest } = pipe;
  const tooMuch = blame === 'too_large' || (blame === 'lost' && pipe.failures > 0);
  const limit = tooMuch ? halved(pipe.limit) : pipe.limit;
  const failed: PullPipe = { ...rest, limit, dueMs: nowMs, failures: pipe.failures + 1, fault: code };
  if (blame === 'cursor_expired' && !inFlight?.fromStart) return { ...failed, fromStart: true };
  const backoff = restUntil(nowMs + backoffMs(failed.failures, random));
  // What could not be begun afresh is still to be begun afresh.
  const again = { ...failed, fromStart: inFlight?.fromStart ?? false };
  if (blame !== 'told_to_wait' || failure.kind !== 'status' || failure.retryAfterMs === undefined) {
    return { ...again, pause: backoff };
  }
  return { ...again, pause: restAsTold(nowMs, failure.retryAfterMs) };
}

const halved = (limit: number): number => Math.max(PULL_LIMIT.least, Math.floor(limit / 2));
const doubled = (limit: number): number => Math.min(PULL_LIMIT.most, limit * 2);
