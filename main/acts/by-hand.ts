import type { Fact } from '../../core/event/event.ts';
import type { SitePresence } from '../../core/presence/merge.ts';
import type { Ask, Answer } from '../../preload/contract.ts';
import { answerOf, asTap, tapReading, wayIn, wayOut, type ActGround } from './act-ground.ts';
import type { Undoing } from './undoing.ts';

type Act<N extends 'grantAccess' | 'checkOut' | 'setBreak'> = (ask: Ask<'desk', N>) => Answer<'desk', N>;

export interface ByHand {
  readonly grantAccess: Act<'grantAccess'>;
  readonly checkOut: Act<'checkOut'>;
  readonly setBreak: Act<'setBreak'>;
}

/** What staff do about one person by hand. The time is always now (B5), and the doing is theirs on record (B6). */
export function createByHand(ground: ActGround, undoing: Undoing): ByHand {
  const { append, actor, clock, gate, lanes, presence: site } = ground;
  return {
    grantAccess({ workerId, laneId }) {
      const lane = wayIn(lanes(), laneId);
      const reading = tapReading(lane.id, clock.nowMs());
      const doing = { mode: 'manual' as const, actor: actor() };
      return answerOf(gate.act({ reading, lane, credential: asTap(workerId), doing }), undoing);
    },
    checkOut({ workerId, seen }) {
      if (!site.of(workerId)?.inside) return { result: 'refused' };
      const lane = wayOut(lanes());
      const reading = tapReading(lane.id, clock.nowMs());
      const doing = { mode: 'manual' as const, actor: actor(), ...(seen ? {} : { estimated: true }) };
      return answerOf(gate.act({ reading, lane, credential: asTap(workerId), doing }), undoing);
    },
    setBreak({ workerId, onBreak }) {
      const presence = site.of(workerId);
      const isOnBreak = presence?.breakSinceMs !== undefined;
      if (!presence?.inside || isOnBreak === onBreak) return { result: 'refused' };
      const breakMs = Math.max(0, clock.nowMs() - (presence.breakSinceMs ?? 0));
      const fact: Fact = onBreak
        ? { type: 'presence.break_started', actor: actor(), data: { workerId, ...cameIn(presence) } }
        : { type: 'presence.break_ended', actor: actor(), data: { workerId, breakMs } };
      const written = append([fact]);
      const undo = undoing.latest(workerId);
      return written.ok ? { result: 'done', ...(undo ? { undo } : {}) } : { result: 'refused', code: written.fault };
    },
  };
}

/** Whom another gate let in: this journal has to say since when, for it lacks the coming in that the break stands on. */
const cameIn = ({ gateId, sinceMs }: SitePresence): { since?: string } =>
  gateId === undefined ? {} : { since: new Date(sinceMs).toISOString() };
