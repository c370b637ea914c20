/**
 * The sync loop's next move, as a pure function: no clock, no network, no cargo.
 *
 *                      ┌─────────────── main/sync/loop ───────────────┐
 *     journal ─nudge──▶│                                              │──push a..b──▶ central
 *     timer ───tick───▶│  input ──▶  step(state, input, at) ──▶ effects│──pull───────▶ central
 *     central ─answer─▶│                 │                            │──wait───────▶ timer
 *                      └─────────────────┼────────────────────────────┘──report─────▶ screens
 *                                      state
 *
 * The runner keeps the state, performs the effects, and feeds back what becomes of them:
 *
 * - `push`    send the events `fromSeq..toSeq` (ends included); answer with `pushAnswer`, exactly once.
 * - `pull`    fetch at most `limit` changes after the stored cursor, or from the start; store them, then answer with `pullAnswer`, exactly once.
 * - `remember` write down what a restart goes on from; hand it to `startSync` then. Losing the last one only sends something twice.
 * - `wait`    set the one timer to `untilMs`, in place of any earlier; when it rings, `tick`.
 * - `report`  the status changed: show it.
 *
 * Two pipes, each with its own failures and pauses: a trouble on the way up never stops what comes down. Uploading goes first: a
 * due pull lets the batch that is ready or under way finish, one batch and no more.
 */
import { judge, type Failure } from './answer.ts';
import { isComingBack, lineAfter, lineDoubted, lineRevoked, type Line } from './line.ts';
import { eagerly, type At } from './pause.ts';
import { newPullPipe, nextPullMs, pullAnswered, pullFailed, pullSent, type PullPipe } from './pull-pipe.ts';
import {
  newPushPipe,
  nextPushMs,
  nextRange,
  pushBack,
  pushFailed,
  pushHeld,
  pushSent,
  pushTaken,
  retrySoon,
  type Held,
  type PushPipe,
} from './push-pipe.ts';
import { reportOf, sameReport, type SyncReport } from './report.ts';

export type { Failure } from './answer.ts';
export type { At } from './pause.ts';
export type { SyncReport } from './report.ts';

export type SyncInput =
  /** There are events up to `headSeq`. Also said once at the start. */
  | { readonly type: 'nudge'; readonly headSeq: number }
  /** The timer rang. */
  | { readonly type: 'tick' }
  /** The system says that the network is back, or staff want it tried now. */
  | { readonly type: 'online' }
  /** The system says that the network is gone. A hint is never believed: the next request shows what is true. */
  | { readonly type: 'offline' }
  /** Central's stream says that there is something to pull. */
  | { readonly type: 'streamNudge' }
  /** `taken`: for how many of the batch, from its start, central gave a result, whatever it is. */
  | { readonly type: 'pushAnswer'; readonly taken: number }
  | { readonly type: 'pushAnswer'; readonly failure: Failure }
  /** Central took nothing of the batch: of what it has answered for, it knows no more than up to `knowsTo`. */
  | { readonly type: 'pushAnswer'; readonly knowsTo: number }
  /** `held`: how much of what was sent up central says that it has. */
  | { readonly type: 'pullAnswer'; readonly hasMore: boolean; readonly held?: Held }
  | { readonly type: 'pullAnswer'; readonly failure: Failure };

export type SyncEffect =
  | { readonly type: 'push'; readonly fromSeq: number; readonly toSeq: number }
  | { readonly type: 'pull'; readonly fromStart: boolean; readonly limit: number }
  | ({ readonly type: 'remember' } & Remembered)
  | { readonly type: 'wait'; readonly untilMs: number }
  | { readonly type: 'report'; readonly report: SyncReport };

/** Up to `settledTo` central has answered for everything but what is in `setAside`. */
export interface Remembered {
  readonly settledTo: number;
  readonly setAside: readonly number[];
}

export interface SyncState {
  readonly line: Line;
  readonly push: PushPipe;
  readonly pull: PullPipe;
  readonly remembered: Remembered;
  /** Central takes nothing from this device any more, not even what it did before it was revoked. */
  readonly isClosed?: true;
  readonly timerMs?: number;
  readonly reported?: SyncReport;
}

export interface Step {
  readonly state: SyncState;
  readonly effects: readonly SyncEffect[];
}

/** Nothing is under way yet. Feed a `nudge` to set it going. What was set aside before is tried again soon. */
export function startSync(settledTo: number, nowMs: number, setAside: readonly number[] = []): SyncState {
  return {
    line: { state: 'connecting', sinceMs: nowMs, failures: 0, answers: 0 },
    push: newPushPipe(settledTo, setAside, nowMs),
    pull: newPullPipe(nowMs),
    remembered: { settledTo, setAside },
  };
}

export function step(state: SyncState, input: SyncInput, at: At): Step {
  if (state.isClosed) return { state, effects: [] };
  return act(afterReturn(state, learn(state, input, at), input, at.nowMs), input, at.nowMs);
}

/** What the input changes, before anything is done about it. */
function learn(state: SyncState, input: SyncInput, at: At): SyncState {
  const { push, pull, line } = state;
  const { nowMs } = at;
  switch (input.type) {
    case 'nudge':
      return { ...state, push: { ...push, headSeq: Math.max(push.headSeq, input.headSeq) } };
    case 'tick': {
      // The timer has rung, even if a little early: it has to be set again.
      const { timerMs: _rang, ...rest } = state;
      return rest;
    }
    case 'online':
      return lookNow(state, nowMs);
    case 'offline':
      return { ...lookNow(state, nowMs), line: lineDoubted(line) };
    case 'streamNudge':
      return { ...state, pull: { ...pull, dueMs: Math.min(pull.dueMs, nowMs) } };
    case 'pushAnswer': {
      const range = push.inFlight;
      if (!range) return state;
      if ('knowsTo' in input)
        return { ...state, push: pushBack(push, input.knowsTo, nowMs), line: lineAfter(line, 'reached', nowMs) };
      if (!('failure' in input) && input.taken > 0) {
        return { ...state, push: pushTaken(push, range, input.taken, nowMs), line: lineAfter(line, 'reached', nowMs) };
      }
      const failure = 'failure' in input ? input.failure : NO_RESULTS;
      return {
        ...state,
        push: pushFailed(push, range, failure, at),
        line: lineAfterFailure(line, failure, nowMs),
        ...(judge(failure).blame === 'device_revoked' ? { isClosed: true } : {}),
      };
    }
    case 'pullAnswer':
      if (!pull.inFlight) return state;
      return 'failure' in input
        ? { ...state, pull: pullFailed(pull, input.failure, at), line: lineAfterFailure(line, input.failure, nowMs) }
        : {
            ...state,
            push: input.held ? pushHeld(push, input.held) : push,
            pull: pullAnswered(pull, input.hasMore, nowMs),
            line: lineAfter(line, 'reached', nowMs),
          };
  }
}

/**
 * What being back, or nearly, makes worthwhile: a second answer to be sure of it (its pause kept), another try of what was set aside,
 * and, unless a pull has just brought it, what changed in the meantime, at once.
 */
function afterReturn(before: SyncState, state: SyncState, input: SyncInput, nowMs: number): SyncState {
  if (isComingBack(state.line) && !isComingBack(before.line))
    return { ...state, pull: { ...state.pull, dueMs: Math.min(state.pull.dueMs, nowMs) } };
  const isBack = before.line.state === 'offline' && state.line.state === 'online';
  if (!isBack) return state;
  const pull = input.type === 'pullAnswer' ? state.pull : pullNow(state.pull, nowMs);
  return { ...state, push: retrySoon(state.push, nowMs), pull };
}

/** What is to be done now, and when to look again. */
function act(learnt: SyncState, input: SyncInput, nowMs: number): Step {
  const remembered = rememberedOf(learnt.push);
  const isNews = !sameMemory(remembered, learnt.remembered);
  const effects: SyncEffect[] = isNews ? [{ type: 'remember', ...remembered }] : [];
  let state: SyncState = isNews ? { ...learnt, remembered } : learnt;
  if (!state.isClosed) {
    // A revoked device fetches nothing, and hands over what it has (PROTOCOL "Devices").
    const isRevoked = state.line.state === 'revoked';
    const range = nextRange(state.push, nowMs);
    if (range) {
      effects.push({ type: 'push', ...range });
      state = { ...state, push: pushSent(state.push, range, nowMs) };
    }
    if (!isRevoked && isPast(nextPullMs(state.pull), nowMs) && (input.type === 'pushAnswer' || !state.push.inFlight)) {
      effects.push({ type: 'pull', fromStart: state.pull.fromStart, limit: state.pull.limit });
      state = { ...state, pull: pullSent(state.pull, nowMs) };
    }
    const wakeMs = soonestAfter(nowMs, [nextPushMs(state.push), isRevoked ? undefined : nextPullMs(state.pull)]);
    if (wakeMs !== undefined && wakeMs !== state.timerMs) {
      effects.push({ type: 'wait', untilMs: wakeMs });
      state = { ...state, timerMs: wakeMs };
    }
  }
  const report = reportOf(state);
  if (sameReport(report, state.reported)) return { state, effects };
  return { state: { ...state, reported: report }, effects: [...effects, { type: 'report', report }] };
}

const rememberedOf = ({ settledTo, setAside }: PushPipe): Remembered => ({
  settledTo,
  setAside: setAside.map(({ seq }) => seq),
});
const sameMemory = (a: Remembered, b: Remembered): boolean =>
  a.settledTo === b.settledTo && a.setAside.join() === b.setAside.join();

/** A success that answers for nothing is not an answer of this protocol. */
const NO_RESULTS: Failure = { kind: 'status', status: 200, ours: false };

const lookNow = (state: SyncState, nowMs: number): SyncState => ({
  ...state,
  push: eagerly(state.push),
  pull: pullNow(state.pull, nowMs),
});

/** Without waiting for the next turn, or for a pause that central did not ask for. */
const pullNow = (pull: PullPipe, nowMs: number): PullPipe => eagerly({ ...pull, dueMs: Math.min(pull.dueMs, nowMs) });

function lineAfterFailure(line: Line, failure: Failure, nowMs: number): Line {
  const { blame, line: news } = judge(failure);
  return blame === 'device_revoked' ? lineRevoked(line, nowMs) : lineAfter(line, news, nowMs);
}

const isPast = (ms: number | undefined, nowMs: number): boolean => ms !== undefined && ms <= nowMs;

function soonestAfter(nowMs: number, times: readonly (number | undefined)[]): number | undefined {
  return times.reduce(
    (soonest, ms) => (ms === undefined || ms <= nowMs || (soonest ?? Infinity) <= ms ? soonest : ms),
    undefined,
  );
}
