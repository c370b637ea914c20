import type { Outcome } from '../gate.ts';
import type { actCalls } from '../../preload/act-views.ts';
import type { Answer, Ask } from '../../preload/contract.ts';
import type { ActGround } from './act-ground.ts';
import { createByHand } from './by-hand.ts';
import { createHolding } from './holding.ts';
import { createOverriding } from './overriding.ts';
import { createNobodyPassed } from './nobody-passed.ts';
import { personActs } from './person-acts.ts';
import { createUndoing } from './undoing.ts';

/** What staff do about a person, as the desk asks for it; and what every outcome of the gate is told to. */
export type Acts = {
  readonly [N in keyof typeof actCalls]: (ask: Ask<'desk', N>) => Answer<'desk', N>;
} & {
  readonly notice: (outcome: Outcome) => void;
  /** A door opened for this act, and closed too soon for anybody to pass. */
  readonly nobodyPassed: (causeId: string) => void;
};

export function createActs(ground: ActGround): Acts {
  const undoing = createUndoing(ground);
  const holding = createHolding(ground, undoing);
  const overriding = createOverriding(ground, undoing);
  const byHand = createByHand(ground, undoing);
  return {
    ...byHand,
    setBreak(ask) {
      const answer = byHand.setBreak(ask);
      ground.changed();
      return answer;
    },
    getPersonActs: ({ workerId }) => personActs(ground, undoing, overriding, workerId),
    getProspect: overriding.prospect,
    overrideRefusal: overriding.override,
    undoAct({ workerId, eventId }) {
      const answer = undoing.undo(workerId, eventId);
      ground.changed();
      return answer;
    },
    getHolds: holding.views,
    confirmHold: holding.confirm,
    declineHold({ holdId }) {
      holding.decline(holdId);
      return undefined;
    },
    notice: holding.notice,
    nobodyPassed: createNobodyPassed(ground),
  };
}
