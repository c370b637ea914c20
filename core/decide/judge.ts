import type { Code } from '../codes.ts';
import type { Override } from '../event/overrides.ts';
import { decide } from './decide.ts';
import type { Decision, DecisionFacts } from './decision.ts';
import type { Dossier } from './dossier.ts';
import { mayBeOverridden, overrideAgainst } from './overridable.ts';

export type OverridesOf = (workerId: string, nowMs: number) => readonly Override[];

/** Decides; only when a rule refuses somebody are the overrides looked up that may be against that rule (G6). */
export function judge(dossier: Dossier, overridesOf: OverridesOf): Decision {
  const decision = decide(dossier);
  if (decision.kind !== 'refuse' || decision.workerId === undefined || !mayBeOverridden(decision.code)) return decision;
  const papers = { ...dossier, overrides: overridesOf(decision.workerId, dossier.nowMs) };
  const override = overrideAgainst(papers, decision.code);
  if (!override) return decision;
  const second = decide(papers);
  return second.kind === 'admit' ? { ...second, overrideId: override.eventId } : second;
}

export interface Prospect {
  /** Every refusal that would have to be answered for, in the order in which they come up. */
  readonly codes: readonly Code[];
  /** What the words of each code speak of. */
  readonly facts: readonly DecisionFacts[];
  /** What would come of it: a refusal here is one that nobody may override. */
  readonly end: Decision;
}

/** What a supervisor would answer for by letting this person in: nothing is hidden behind the first refusal. */
export function prospect(dossier: Dossier, given: readonly Override[] = []): Prospect {
  const codes: Code[] = [];
  const facts: DecisionFacts[] = [];
  const supposed = [...given];
  for (;;) {
    const end = decide({ ...dossier, overrides: supposed });
    if (end.kind !== 'refuse' || !mayBeOverridden(end.code) || codes.includes(end.code)) {
      return { codes, facts, end };
    }
    codes.push(end.code);
    facts.push(end.facts);
    supposed.push({ workerId: end.workerId ?? '', code: end.code, untilMs: Infinity, eventId: '' });
  }
}
