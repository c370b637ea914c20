/** The pipe down: asks for changes when told that there are some, and every so often in case that news was lost. */
import type { FaultCode } from '../codes.ts';
import { judge, type Failure } from './answer.ts';
import { backoffMs } from './backoff.ts';
import { restAsTold, restUntil, type At, type Pause } from './pause.ts';

/** How often to ask when nobody says that there is something new. */
export const PULL_EVERY_MS = 60_000;

export interface PullPipe {
  readonly inFlight?: { readonly fromStart: boolean };
  readonly dueMs: number;
  /** The next request starts afresh, beside the copy that is in use. */
  readonly fromStart: boolean;
  readonly pause?: Pause;
  readonly failures: number;
  readonly fault?: FaultCode;
  /** When everything that central had was last fetched. */
  readonly lastGoodMs?: number;
}

export const newPullPipe = (nowMs: number): PullPipe => ({ dueMs: nowMs, fromStart: false, failures: 0 });

/** When the next request is due; undefined: one is under way. */
export const nextPullMs = (pipe: PullPipe): number | undefined =>
  pipe.inFlight ? undefined : Math.max(pipe.dueMs, pipe.pause?.untilMs ?? -Infinity);

export const pullSent = (pipe: PullPipe, nowMs: number): PullPipe => ({
  ...pipe,
  inFlight: { fromStart: pipe.fromStart },
  fromStart: false,
  dueMs: nowMs + PULL_EVERY_MS,
});

export function pullAnswered(pipe: PullPipe, hasMore: boolean, nowMs: number): PullPipe {
  const { inFlight: _asked, pause: _pause, fault: _fault, ...rest } = pipe;
  // News that arrived while the answer was on its way may not be in it: `dueMs` is then earlier than the next turn.
  const dueMs = hasMore ? nowMs : Math.min(Math.max(pipe.dueMs, nowMs), nowMs + PULL_EVERY_MS);
  return { ...rest, dueMs, failures: 0, ...(hasMore ? {} : { lastGoodMs: nowMs }) };
}

export function pullFailed(pipe: PullPipe, failure: Failure, { nowMs, random }: At): PullPipe {
  const { blame, code } = judge(failure);
  const { inFlight, pause: _pause, ...rest } = pipe;
  const failed: PullPipe = { ...rest, dueMs: nowMs, failures: pipe.failures + 1, fault: code };
  if (blame === 'cursor_expired' && !inFlight?.fromStart) return { ...failed, fromStart: true };
  const backoff = restUntil(nowMs + backoffMs(failed.failures, random));
  // What could not be begun afresh is still to be begun afresh.
  const again = { ...failed, fromStart: inFlight?.fromStart ?? false };
  if (blame !== 'told_to_wait' || failure.kind !== 'status' || failure.retryAfterMs === undefined) {
    return { ...again, pause: backoff };
  }
  return { ...again, pause: restAsTold(nowMs, failure.retryAfterMs) };
}
