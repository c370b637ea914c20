import type { Code } from '../../core/codes.ts';
import { prospect, type Prospect } from '../../core/decide/judge.ts';
import { knownEvent, type Fact, type GateEvent } from '../../core/event/event.ts';
import type { Answer, Ask } from '../../preload/contract.ts';
import type { PersonActs, ProspectView } from '../../preload/act-views.ts';
import { eventFromRow, type EventRow } from '../journal/journal.ts';
import type { Lane } from '../gate.ts';
import { answerOf, asTap, tapOn, tapReading, wayIn, type ActGround } from './act-ground.ts';
import { createOpenRefusal, isFresh, type Refusal } from './open-refusal.ts';
import type { Undoing } from './undoing.ts';

export interface Overriding {
  /** The person's last refusal on the way in that a supervisor could answer for, unless the person came in since. */
  readonly openRefusal: (workerId: string) => PersonActs['refusal'];
  readonly prospect: (ask: Ask<'desk', 'getProspect'>) => ProspectView | null;
  readonly override: (ask: Ask<'desk', 'overrideRefusal'>) => Answer<'desk', 'overrideRefusal'>;
}

const NEWEST = 50;
const MINUTE_MS = 60_000;

/**
 * G6: a supervisor lets somebody in who was refused, by name, with a reason and for a time. Written first; then the person takes the
 * same line as everybody, and the rules find the override there. An override that admits nobody after all opens nothing.
 */
export function createOverriding(ground: ActGround, undoing: Undoing): Overriding {
  const { append, actor, clock, db, gate, journal, lanes, papers, policy } = ground;
  const newest = db.prepare<[string, number], EventRow>(
    'select seq, body, hash from event where worker_id = ? order by seq desc limit ?',
  );
  const eventsOf = (workerId: string): GateEvent[] =>
    newest.all(workerId, NEWEST).flatMap((row) => knownEvent(eventFromRow(row)) ?? []);
  const openRefusal = createOpenRefusal(db);
  const refusalBy = (workerId: string, refusalId: string): Refusal | undefined =>
    eventsOf(workerId).find(
      (event): event is Refusal =>
        event.type === 'access.refused' && event.id === refusalId && isFresh(event, clock.nowMs()),
    );
  /** The way where the person was refused, if it is still one, and what would be against the person there now. */
  const lookAhead = (workerId: string, { data }: Refusal): (Prospect & { lane: Lane }) | undefined => {
    const lane = wayIn(lanes(), data.laneId);
    const dossier = papers(tapOn(workerId, data.badgeId), lane);
    if (!dossier) return undefined;
    const given = journal.projections.overridesOf(workerId, clock.nowMs());
    return { lane, ...prospect(dossier, given) };
  };
  const untilMs = (): number => clock.nowMs() + policy().overrideMinutes * MINUTE_MS;

  return {
    openRefusal: (workerId) => openRefusal(workerId, clock.nowMs()),
    prospect({ workerId, refusalId }) {
      const refusal = refusalBy(workerId, refusalId);
      const ahead = refusal && lookAhead(workerId, refusal);
      if (!ahead) return null;
      const { codes, facts, end } = ahead;
      const barred = end.kind === 'refuse' ? { barredBy: end.code } : {};
      return { reasons: codes.map((code, at) => ({ code, facts: facts[at] ?? {} })), ...barred, untilMs: untilMs() };
    },
    override({ workerId, refusalId, codes, reason }) {
      const refusal = refusalBy(workerId, refusalId);
      const ahead = refusal && lookAhead(workerId, refusal);
      if (!ahead) return { result: 'refused' };
      if (ahead.end.kind === 'refuse') return { result: 'refused', code: ahead.end.code };
      if (ahead.codes.some((code) => !codes.includes(code))) return { result: 'changed' };

      const until = new Date(untilMs()).toISOString();
      const { lane } = ahead;
      const door = lane.doorId === undefined ? {} : { doorId: lane.doorId };
      const given = ahead.codes.map((code: Code): Fact => {
        const about = { workerId, refusalId, code, until };
        return { type: 'override.given', actor: actor(), data: { ...door, purpose: 'admit_person', reason, ...about } };
      });
      const written = given.length === 0 ? { ok: true as const } : append(given);
      if (!written.ok) return { result: 'refused', code: written.fault };
      const outcome = gate.act({
        reading: tapReading(lane.id, clock.nowMs()),
        lane,
        credential: asTap(workerId, refusal.data.badgeId),
        doing: { mode: 'manual', actor: actor(), reason },
      });
      return answerOf(outcome, undoing);
    },
  };
}
