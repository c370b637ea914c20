import {
  startSync,
  step,
  type Remembered,
  type SyncEffect,
  type SyncInput,
  type SyncReport,
} from '../../core/sync/step.ts';
import { answeredTo, type Held } from '../../core/sync/push-pipe.ts';
import type { EventEnvelope, Fact } from '../../core/event/event.ts';
import type { Cache } from '../cache/cache.ts';
import { applyInSlices } from '../cache/slices.ts';
import type { Journal } from '../journal/journal.ts';
import type { CentralClient } from './central-client.ts';
import type { Delivery } from './delivery.ts';
import { lostActs } from './lost-acts.ts';
import { nextTurn } from '../next-turn.ts';

export interface SyncLoopParts {
  readonly client: CentralClient;
  readonly journal: Journal;
  readonly cache: Cache;
  readonly delivery: Delivery;
  readonly nowMs: () => number;
  /** A clock that never jumps: the loop's own time. */
  readonly monotonicMs: () => number;
  readonly random: () => number;
  readonly setTimer: (run: () => void, ms: number) => () => void;
  /** Nothing is sent before: a start after weeks without a line has screens to show first. */
  readonly sendsAfter?: Promise<void>;
  /** Lets scans, doors and screens have their turn; default: the next turn of the event loop. */
  readonly breathe?: () => Promise<void>;
  readonly onReport: (report: SyncReport) => void;
  /** Changes were stored: lists and rules may look different now. */
  readonly onPulled: (refused: readonly { entity: string; id: string; why: string }[]) => void;
  /** A pull came to its end: all that central had to tell is here. True: ask once more at once. */
  readonly onUpToDate?: () => boolean;
  readonly onPushed: () => void;
  /** Central was put back to before acts that it had, and that have left this device since: what is to be on record. */
  readonly onLost?: (fault: Fact) => void;
  /** Central answered, for the first time after a request that came to nothing. */
  readonly onAnsweredAgain?: () => void;
  /** For the log: a request came to nothing. */
  readonly onFailure: (what: 'push' | 'pull', detail: string) => void;
}

export interface SyncLoop {
  /** There may be more to send. Returns at once. */
  readonly nudge: () => void;
  readonly hint: (hint: 'online' | 'offline' | 'streamNudge') => void;
  readonly stop: () => void;
}

/** Performs what the pure step asks for (core/sync/step) and tells it what came of it. It holds no rule of its own. */
export function createSyncLoop(parts: SyncLoopParts): SyncLoop {
  const { client, journal, cache, delivery, breathe = nextTurn } = parts;
  const { settledTo, setAside } = delivery.remembered();
  let state = startSync(settledTo, parts.monotonicMs(), setAside);
  let cancelTimer = (): void => {};
  let stopped = false;
  let isMissed = false;
  let ahead: Batch | undefined;
  /** What has left this device, as far as it was said that central has lost it. */
  let lostTo = 0;

  const feed = (input: SyncInput): void => {
    if (stopped) return;
    const next = step(state, input, { nowMs: parts.monotonicMs(), random: parts.random() });
    state = next.state;
    const isSending = next.effects.some(({ type }) => type === 'push');
    for (const effect of next.effects) {
      if (effect.type === 'remember' && isSending) rememberSoon(effect);
      else perform(effect);
    }
  };

  const perform = (effect: SyncEffect): void => {
    switch (effect.type) {
      case 'push':
        return void kept('push', push(effect.fromSeq, effect.toSeq));
      case 'pull':
        return void kept('pull', pull(effect.fromStart, effect.limit));
      case 'remember':
        return remember(effect);
      case 'wait':
        cancelTimer();
        cancelTimer = parts.setTimer(() => feed({ type: 'tick' }), Math.max(0, effect.untilMs - parts.monotonicMs()));
        return;
      case 'report':
        return parts.onReport(effect.report);
    }
  };

  /** What throws here is storage: the same is asked again later, for a pipe that waits for an answer for ever is a dead one. */
  const kept = (what: 'push' | 'pull', work: Promise<void>): Promise<void> =>
    work.catch((error: unknown) => {
      parts.onFailure(what, String(error));
      const failure = { kind: 'not_kept' } as const;
      feed(what === 'push' ? { type: 'pushAnswer', failure } : { type: 'pullAnswer', failure });
    });

  const remember = (remembered: Remembered): void => {
    try {
      delivery.remember(remembered);
    } catch (error) {
      // The next one is written again; until then a restart would only send something twice.
      parts.onFailure('push', String(error));
    }
  };

  /** While the next batch is on its way. */
  const rememberSoon = (remembered: Remembered): void => {
    delivery.know(remembered);
    void breathe().then(() => remember(delivery.remembered()));
  };

  const missed = (what: 'push' | 'pull', detail: string): void => {
    isMissed = true;
    parts.onFailure(what, detail);
  };
  const answered = (): void => {
    if (isMissed) parts.onAnsweredAgain?.();
    isMissed = false;
  };

  const batchOf = (fromSeq: number, toSeq: number): Batch => {
    const events = journal.read(fromSeq - 1, toSeq - fromSeq + 1);
    return { fromSeq, toSeq, events, after: askedAbout(fromSeq - 1) };
  };
  /** Of what has left this device nothing could be sent again: central is not asked about it. */
  const askedAbout = (settledTo: number): number | undefined => {
    const seq = answeredTo({ settledTo, setAside: delivery.remembered().setAside });
    return seq > journal.beginsAfter() ? seq : undefined;
  };
  /** While central works on a full batch of a backlog, the one that will most likely follow is made. */
  const makeNext = (fromSeq: number, toSeq: number): void => {
    if (stopped || !client.prepare || toSeq - fromSeq + 1 < AHEAD_FROM || toSeq > journal.lastSeq()) return;
    try {
      ahead = batchOf(fromSeq, toSeq);
      client.prepare(ahead.events, ahead.after);
    } catch (error) {
      // It is read again when it is its turn.
      parts.onFailure('push', String(error));
    }
  };
  const push = async (fromSeq: number, toSeq: number): Promise<void> => {
    if (parts.sendsAfter) await parts.sendsAfter;
    if (stopped) return;
    const isMade = ahead?.fromSeq === fromSeq && ahead.toSeq === toSeq && ahead.after === askedAbout(fromSeq - 1);
    const { events, after } = ahead && isMade ? ahead : batchOf(fromSeq, toSeq);
    ahead = undefined;
    const pushed = client.pushEvents(events, after);
    // Not before this one is on its way.
    void breathe().then(() => makeNext(toSeq + 1, toSeq + events.length));
    const answer = await pushed;
    if (stopped) return;
    if (!answer.ok) {
      missed('push', answer.fault.detail);
      return feed({ type: 'pushAnswer', failure: answer.fault });
    }
    answered();
    // Only results that name our events in our order count: anything beyond the first odd one is sent again.
    const { results, knowsTo } = answer.value;
    if (results.length === 0 && knowsTo !== undefined && after !== undefined && knowsTo < after)
      return feed({ type: 'pushAnswer', knowsTo: heldOf(knowsTo, after).eventsTo });
    const odd = events.findIndex((event, index) => results[index]?.id !== event.id);
    const taken = odd === -1 ? events.length : odd;
    if (taken === 0) {
      parts.onFailure('push', 'the results are not of the events that were sent');
      return feed({ type: 'pushAnswer', failure: { kind: 'status', status: 200, ours: false } });
    }
    delivery.note(fromSeq, results.slice(0, taken), parts.nowMs());
    feed({ type: 'pushAnswer', taken });
    parts.onPushed();
  };

  /** Events that have left this device can't be sent again: central has a gap there, which it flags. */
  const heldOf = (eventsTo: number, settledTo: number): Held => {
    const leftTo = journal.beginsAfter();
    if (eventsTo < leftTo && leftTo <= settledTo && lostTo < leftTo) {
      lostTo = leftTo;
      // Not within the step: it is written down, and goes to central as the next act.
      queueMicrotask(() => !stopped && parts.onLost?.(lostActs(eventsTo, leftTo - eventsTo)));
    }
    return { eventsTo: Math.max(eventsTo, leftTo), settledTo };
  };
  const pull = async (fromStart: boolean, limit: number): Promise<void> => {
    if (fromStart) cache.restart();
    const { settledTo } = state.push;
    const answer = await client.pullChanges(cache.cursor(), limit);
    if (stopped) return;
    if (!answer.ok) {
      missed('pull', answer.fault.detail);
      return feed({ type: 'pullAnswer', failure: answer.fault });
    }
    answered();
    const { changes, cursor, hasMore, eventsTo } = answer.value;
    const slices = { cache, breathe, stopped: () => stopped };
    const applied = await applyInSlices(slices, changes, cursor, !hasMore, parts.nowMs());
    if (!applied || stopped) return;
    feed({ type: 'pullAnswer', hasMore, ...(eventsTo === undefined ? {} : { held: heldOf(eventsTo, settledTo) }) });
    // Or what central has done would be shown as waiting until the next pull, a minute later.
    if (!hasMore && parts.onUpToDate?.()) feed({ type: 'streamNudge' });
    if (changes.length > 0) parts.onPulled(applied.refused);
  };

  feed({ type: 'nudge', headSeq: journal.lastSeq() });
  return {
    nudge: () => feed({ type: 'nudge', headSeq: journal.lastSeq() }),
    hint: (type) => feed({ type }),
    stop() {
      stopped = true;
      cancelTimer();
    },
  };
}

interface Batch {
  readonly fromSeq: number;
  readonly toSeq: number;
  readonly events: EventEnvelope[];
  /** The last before them that central has answered for; undefined: it is not asked about it. */
  readonly after: number | undefined;
}

/** Smaller batches are made in no time. */
const AHEAD_FROM = 50;
