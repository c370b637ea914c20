import type { Code } from '../../codes.ts';
import type { Dossier } from '../dossier.ts';
import { finding, type Finding } from '../finding.ts';
import { MINUTE_MS } from '../time.ts';

/**
 * What another gate saw is hard enough to refuse on only while central is heard from, or all the place's gates themselves: after this,
 * somebody may have left there unheard.
 */
export const HEARD_FRESH_MS = 5 * MINUTE_MS;

/** G5: somebody who is inside can't come in again; their badge may have been handed over the fence. */
export function notInsideYet(dossier: Dossier): Finding | undefined {
  const { presence, policy } = dossier;
  if (!presence?.inside || policy.antiPassback === 'off') return undefined;
  const { sinceMs, gateId } = presence;
  if (gateId === undefined)
    return finding(hard(policy.antiPassback) ? 'already_inside' : 'passback_warning', { sinceMs });
  const code: Code =
    hard(policy.antiPassback) && holdsBetweenGates(dossier) ? 'inside_other_gate' : 'passback_other_gate';
  return finding(code, { sinceMs, gateName: gateNameOf(dossier, gateId) });
}

const hard = (rule: Dossier['policy']['antiPassback']): boolean => rule === 'refuse';

/** The location decides whether the rule is as hard between its gates; on old data it never is. */
const holdsBetweenGates = ({ policy, dataAgeMs = Infinity, gatesHeardAgoMs = Infinity }: Dossier): boolean =>
  policy.antiPassbackBetweenGates === 'same' && Math.min(dataAgeMs, gatesHeardAgoMs) < HEARD_FRESH_MS;

const gateNameOf = ({ gateNames = {} }: Dossier, gateId: string): string | undefined =>
  Object.hasOwn(gateNames, gateId) ? gateNames[gateId] : undefined;
