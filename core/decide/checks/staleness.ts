import type { Dossier } from '../dossier.ts';
import { finding, type Finding } from '../finding.ts';
import { goodGrant } from '../grant.ts';
import type { Policy } from '../../site/entities.ts';
import { stalenessOf, type StalenessLevel } from '../staleness.ts';

export const stalenessLevel = (policy: Policy, ageMs: number | undefined): StalenessLevel =>
  stalenessOf(policy, { ageMs }).level;

/** Nobody new comes in on data that is too old. Somebody with a good grant is not new: there, a person looks. */
export function dataIsFresh(dossier: Dossier): Finding | undefined {
  const { dataAgeMs, listAgesMs, nowMs, policy } = dossier;
  const { level, ageMs } = stalenessOf(policy, { ageMs: dataAgeMs, lists: listAgesMs });
  const facts = { sinceMs: ageMs === undefined ? undefined : nowMs - ageMs };
  switch (level) {
    case 'fresh':
      return undefined;
    case 'warn':
      return finding('data_stale', facts);
    case 'ask':
      return finding('data_old_ask', facts);
    case 'refuse':
      return finding(goodGrant(dossier) ? 'data_old_ask' : 'data_too_old', facts);
  }
}
