import type { Code } from '../../core/codes.ts';
import type { Decision } from '../../core/decide/decision.ts';
import { BY_BADGE, factsOf, type Doing } from '../../core/event/facts.ts';
import { answersTo, HOLD_MS, holdAfter, type Happening, type Hold } from '../../core/hold/hold.ts';
import type { KeptHold } from '../../core/hold/kept.ts';
import { ok } from '../../core/result.ts';
import type { HoldView } from '../../preload/act-views.ts';
import type { Answer, Ask } from '../../preload/contract.ts';
import type { Outcome } from '../gate.ts';
import { answerOf, tapReading, type ActGround } from './act-ground.ts';
import { holdView, keptHold } from './hold-forms.ts';
import { createKeptHolds } from './kept-holds.ts';
import type { Undoing } from './undoing.ts';

export interface Holding {
  /** Every outcome passes here: one that asks for a look is held, one that answers an earlier wait ends it. */
  readonly notice: (outcome: Outcome) => void;
  readonly views: () => HoldView[];
  readonly confirm: (ask: Ask<'desk', 'confirmHold'>) => Answer<'desk', 'confirmHold'>;
  readonly decline: (holdId: string) => void;
}

interface Held {
  readonly hold: Hold;
  readonly kept: KeptHold;
  readonly stopTimer: () => void;
}

/**
 * People who wait at the gate until a member of staff has looked. A restart of the program does not end a wait, but its time does:
 * whoever is let in is judged anew, by the rules and the papers of that moment.
 */
export function createHolding(ground: ActGround, undoing: Undoing): Holding {
  const { actor, append, cache, clock, gate, lanes, newId, papers, policy, setTimer, changed } = ground;
  const onDisk = createKeptHolds(ground.db);
  const waiting = new Map<string, Held>();

  const wait = (kept: KeptHold): void => {
    const { id, workerId, direction, asks, questions, sinceMs, untilMs } = kept;
    const hold: Hold = { id, workerId, direction, asks, questions, sinceMs, untilMs, state: 'held' };
    const over = (): void => void end(id, { kind: 'time', atMs: Math.max(untilMs, clock.nowMs()) });
    waiting.set(id, { hold, kept, stopTimer: setTimer(over, untilMs - clock.nowMs()) });
  };
  const put = (outcome: Outcome, workerId: string, asks: readonly Code[]): void => {
    const kept = keptHold(outcome, {
      id: newId(),
      workerId,
      asks: [...asks],
      questions: asks.includes('question_asked')
        ? policy().questions.filter(({ at }) => at === outcome.decision.direction)
        : [],
      sinceMs: clock.nowMs(),
      untilMs: clock.nowMs() + HOLD_MS,
    });
    if (!kept) return;
    onDisk.keep(kept);
    wait(kept);
  };
  /** Takes a hold out that has ended, and says how. */
  const end = (holdId: string, happening: Happening): Held | undefined => {
    const held = waiting.get(holdId);
    if (!held) return undefined;
    const ended: Held = { ...held, hold: holdAfter(held.hold, happening) };
    if (ended.hold.state === 'held') return undefined;
    held.stopTimer();
    waiting.delete(holdId);
    onDisk.forget(holdId);
    if (ended.hold.state === 'timed_out' && ended.kept.isUnwritten) turnAway(ended, 'staff_silent');
    changed();
    return ended;
  };
  /** Nobody let the person in: that is on record, and on the worker's screen. */
  const turnAway = ({ kept }: Held, code: 'staff_declined' | 'staff_silent'): void => {
    const { direction, workerId, badgeId, firstName } = kept;
    const who = { workerId, badgeId, firstName };
    const known = Object.fromEntries(Object.entries(who).filter(([, value]) => value !== undefined));
    const decision: Decision = { kind: 'refuse', code, direction, facts: {}, notes: [], ...known };
    const reading = { ...kept.reader, raw: '', atMs: clock.nowMs() };
    const doing: Doing =
      code === 'staff_declined' ? { mode: 'manual', actor: actor() } : { ...BY_BADGE, actor: { kind: 'system' } };
    const written = append(factsOf(decision, reading, '', doing));
    const lane = lanes().find(({ id }) => id === reading.laneId);
    const dossier = lane && papers(kept.credential, lane);
    const events = written.ok ? written.value : [];
    ground.show({ reading, decision, events, ...(dossier ? { dossier } : {}) });
  };

  for (const kept of onDisk.bringBack(clock.nowMs())) wait(kept);

  return {
    notice(outcome) {
      const { decision, dossier, events } = outcome;
      const { kind, code, direction, workerId } = decision;
      if (!dossier || workerId === undefined) return;
      const atMs = clock.nowMs();
      for (const { hold } of waiting.values()) if (hold.workerId === workerId) end(hold.id, { kind: 'again', atMs });
      if (kind === 'ask' && code !== 'not_recorded') put(outcome, workerId, decision.asks ?? [code]);
      const asksLeavers = policy().questions.some(({ at }) => at === 'out');
      if (kind === 'admit' && direction === 'out' && events.length > 0 && asksLeavers)
        put(outcome, workerId, ['question_asked']);
    },
    views: () => [...waiting.values()].map(({ kept }) => holdView(kept, cache)),
    confirm({ holdId, answers: given }) {
      const current = waiting.get(holdId)?.hold;
      const answers = current && answersTo(current, given);
      if (!answers) return { result: 'refused' };
      const held = end(holdId, { kind: 'confirm', atMs: clock.nowMs() });
      if (held?.hold.state !== 'confirmed') return { result: 'refused', code: 'staff_silent' };
      const { kept, hold } = held;
      const { userId } = actor();
      const confirmed = { codes: hold.asks, answers, ...(userId === undefined ? {} : { userId }) };

      if (hold.direction === 'out') {
        const data = {
          eventId: kept.leftEventId ?? '',
          workerId: hold.workerId,
          confirmed: { ...confirmed, codes: [...hold.asks] },
        };
        const written = append([{ type: 'act.answered', actor: actor(), data }]);
        return written.ok ? { result: 'done' } : { result: 'refused', code: written.fault };
      }
      const { reader } = kept;
      const lane = lanes().find(({ id }) => id === reader.laneId);
      if (!lane) return { result: 'refused' };
      const byHand = reader.source === 'guard';
      const again = byHand ? tapReading(lane.id, clock.nowMs()) : { ...reader, raw: '', atMs: clock.nowMs() };
      const doing: Doing = { ...(byHand ? { mode: 'manual' as const, actor: actor() } : BY_BADGE), confirmed };
      const way = { ...lane, direction: 'in' as const };
      const credential = ok(kept.credential);
      return answerOf(gate.act({ reading: again, lane: way, credential, doing, confirmed }), undoing);
    },
    decline(holdId) {
      const held = end(holdId, { kind: 'decline', atMs: clock.nowMs() });
      if (held?.hold.state === 'declined' && held.hold.direction === 'in') turnAway(held, 'staff_declined');
    },
  };
}
