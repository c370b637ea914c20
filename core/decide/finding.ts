import { CODES, type Code } from '../codes.ts';
import type { DecisionFacts } from './decision.ts';
import type { Dossier } from './dossier.ts';

/** What a check has to say: a refusal, a wish that a person looks, or a note. The code's kind tells which. */
export interface Finding {
  readonly code: Code;
  readonly facts: DecisionFacts;
}

/** Undefined: nothing to say. */
export type Check = (dossier: Dossier) => Finding | undefined;

type LooseFacts = { readonly [F in keyof DecisionFacts]: DecisionFacts[F] | undefined };

/** A finding with those of its facts that are known. */
export function finding(code: Code, facts: LooseFacts = {}): Finding {
  const known = Object.entries(facts).filter(([, value]) => value !== undefined);
  return { code, facts: Object.fromEntries(known) as DecisionFacts };
}

export const isRefusal = ({ code }: Finding): boolean => CODES[code] === 'refused' || CODES[code] === 'unknown';
export const isQuestion = ({ code }: Finding): boolean => CODES[code] === 'wait';
export const isNote = ({ code }: Finding): boolean => CODES[code] === 'note';
