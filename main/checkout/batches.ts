import {
  decideCheckOut,
  type CheckOutBatch,
  type CheckOutDecision,
  type Leaver,
} from '../../core/checkout/check-out.ts';
import type { FaultCode } from '../../core/codes.ts';
import type { Fact } from '../../core/event/event.ts';
import type { Presence } from '../../core/event/occupancy.ts';
import { beforeOf } from '../acts/undoing.ts';
import type { CheckOutBatchView } from '../../preload/checkout-views.ts';
import type { Ground } from '../ground.ts';
import { earlierBatch, type Done, type EarlierBatch } from './earlier-batch.ts';

/** How long a badge that is shown meanwhile may have to wait: no longer than for another badge. */
const SLICE_MS = 6;
/** Written at once: as many as take that long on this machine. Each slice waits for the disk once, so few large ones are soonest done. */
const PEOPLE = { first: 25, least: 10, most: 250 };

type State = CheckOutBatchView['state'];

export interface Batches {
  /** Begins, and goes on by itself; undefined: another one is still at it. */
  readonly start: (leavers: readonly Leaver[], given: Pick<CheckOutBatch, 'reason' | 'mayAt'>) => string | undefined;
  readonly latest: () => CheckOutBatchView | null;
  readonly stop: (batchId: string) => void;
  readonly undo: (batchId: string) => 'started' | 'late';
  /** Until nothing runs any more. */
  readonly settled: () => Promise<void>;
}

export type BatchParts = Pick<
  Ground,
  'append' | 'actor' | 'clock' | 'db' | 'identity' | 'journal' | 'newId' | 'policy' | 'presence'
> & {
  /** Lets whatever waits go first: a badge, above all. */
  readonly breathe: () => Promise<void>;
  /** Something that the desk shows changed. */
  readonly changed: () => void;
};

/** Bulk checkouts, one at a time, in slices between which the gate goes on (B2). */
export function createBatches(parts: BatchParts): Batches {
  let current: Batch | undefined;
  let running: Promise<void> = Promise.resolve();
  let isLookedUp = false;
  /** The program may have been started anew within the time in which a batch can be taken back. */
  const latest = (): Batch | undefined => {
    if (isLookedUp) return current;
    isLookedUp = true;
    const earlier = earlierBatch(parts.db, parts.clock.nowMs() - parts.policy().undoSeconds * 1000);
    current ??= earlier && makeBatch(parts, [], { reason: '', mayAt: () => false }, earlier);
    return current;
  };
  const isBusy = (): boolean => current !== undefined && !['done', 'undone'].includes(current.state);
  return {
    start(leavers, given) {
      if (isBusy()) return undefined;
      const batch = makeBatch(parts, leavers, given);
      current = batch;
      running = batch.checkOut();
      return batch.id;
    },
    latest: () => latest()?.view() ?? null,
    stop(batchId) {
      if (current?.id === batchId) current.stop();
    },
    undo(batchId) {
      const batch = latest();
      if (batch?.id !== batchId || !batch.isUndoable()) return 'late';
      running = batch.takeBack();
      return 'started';
    },
    settled: () => running,
  };
}

/** At most twice as many as before: a slow disk is met slowly. */
function nextSlice(people: number, tookMs: number): number {
  const fitting = Math.min(2 * people, Math.floor((people * SLICE_MS) / tookMs));
  return Math.min(PEOPLE.most, Math.max(PEOPLE.least, fitting));
}

type Batch = ReturnType<typeof makeBatch>;

function makeBatch(
  parts: BatchParts,
  leavers: readonly Leaver[],
  given: Pick<CheckOutBatch, 'reason' | 'mayAt'>,
  earlier?: EarlierBatch,
) {
  const { append, actor, breathe, clock, identity, journal, newId, policy, presence } = parts;
  const id = earlier?.id ?? newId();
  const common: CheckOutBatch = {
    batchId: id,
    actor: actor(),
    hereId: identity.locationId,
    mode: leavers.length === 1 ? 'manual' : 'bulk',
    ...given,
  };
  const counts = { checkedOut: earlier?.done.length ?? 0, alreadyOut: 0, notAllowed: 0, undone: 0 };
  const done: Done[] = [...(earlier?.done ?? [])];
  let state: State = earlier ? 'done' : 'running';
  let fault: FaultCode | undefined;
  let endedAtMs = earlier?.endedAtMs;

  /** In one look at the files. `before`: where each of them was last by the own journal. */
  const decideSome = parts.db.transaction((some: readonly Leaver[]) =>
    some.map((leaver): CheckOutDecision & { before?: Presence } => {
      const before = journal.projections.presenceOf(leaver.workerId);
      const sinceMs = presence.insideSince(leaver.workerId, leaver.locationId, before);
      return { ...decideCheckOut(leaver, sinceMs, common, clock.nowMs()), ...(before ? { before } : {}) };
    }),
  );
  /** Judged right before it is written: who has scanned out meanwhile is out already. */
  const checkOutSome = (some: readonly Leaver[]): void => {
    const decisions = decideSome(some);
    const leaving = decisions.filter((each) => each.kind === 'check_out');
    const facts = leaving.map(({ fact }) => fact);
    const written = facts.length === 0 ? undefined : append(facts);
    if (written && !written.ok) {
      fault = written.fault;
      return;
    }
    written?.value.forEach((event, at) => done.push({ event, before: () => leaving[at]?.before }));
    counts.checkedOut += facts.length;
    counts.alreadyOut += decisions.filter(({ kind }) => kind === 'already_out').length;
    counts.notAllowed += decisions.filter(({ kind }) => kind === 'not_allowed').length;
  };
  const undoFact = ({ event, before }: Done): Fact[] => {
    const { workerId, atLocationId } = event.data;
    if (typeof workerId !== 'string') return [];
    const isHere = atLocationId === undefined;
    if (isHere && journal.projections.presenceOf(workerId)?.eventId !== event.id) return [];
    const restored = isHere ? beforeOf(before()) : {};
    const data = { eventId: event.id, what: 'checked_out' as const, workerId, ...restored, reason: '' };
    return [{ type: 'act.undone', actor: actor(), data }];
  };
  const takeBackSome = (some: readonly Done[]): void => {
    const facts = some.flatMap(undoFact);
    const written = facts.length === 0 ? undefined : append(facts);
    if (written && !written.ok) fault = written.fault;
    else counts.undone += facts.length;
  };
  const inSlices = async <T>(all: readonly T[], run: (some: readonly T[]) => void): Promise<void> => {
    let [at, people] = [0, PEOPLE.first];
    while (at < all.length && state !== 'stopping' && fault === undefined) {
      await breathe();
      const startedMs = performance.now();
      run(all.slice(at, at + people));
      at += people;
      people = nextSlice(people, performance.now() - startedMs);
    }
  };
  const undoUntilMs = (): number | undefined =>
    state === 'done' && endedAtMs !== undefined && done.length > 0
      ? endedAtMs + policy().undoSeconds * 1000
      : undefined;

  return {
    id,
    get state() {
      return state;
    },
    async checkOut() {
      await inSlices(leavers, checkOutSome);
      state = 'done';
      endedAtMs = clock.nowMs();
      parts.changed();
    },
    stop() {
      if (state === 'running') state = 'stopping';
    },
    isUndoable: () => clock.nowMs() < (undoUntilMs() ?? 0),
    async takeBack() {
      state = 'undoing';
      await inSlices(done.toReversed(), takeBackSome);
      state = 'undone';
      parts.changed();
    },
    view(): CheckOutBatchView {
      const untilMs = undoUntilMs();
      return {
        batchId: id,
        state,
        asked: earlier?.done.length ?? leavers.length,
        ...counts,
        ...(fault === undefined ? {} : { fault }),
        ...(untilMs === undefined ? {} : { undoUntilMs: untilMs }),
      };
    },
  };
}
