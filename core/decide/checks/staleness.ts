import type { Policy } from '../../site/entities.ts';
import type { Dossier } from '../dossier.ts';
import { finding, type Finding } from '../finding.ts';
import { goodGrant } from '../grant.ts';
import { HOUR_MS } from '../time.ts';

/** G3: how far the age of the data limits what the gate may still decide. */
export type StalenessLevel = 'fresh' | 'warn' | 'ask' | 'refuse';

/** `ageMs` undefined: nothing was ever pulled, which is older than any limit. A limit's own moment belongs to it. */
export function stalenessLevel(policy: Policy, ageMs: number | undefined): StalenessLevel {
  const reached = (hours: number | null) => hours !== null && (ageMs ?? Infinity) >= hours * HOUR_MS;
  if (reached(policy.staleRefuseHours)) return 'refuse';
  if (reached(policy.staleAskHours)) return 'ask';
  return reached(policy.staleWarnHours) ? 'warn' : 'fresh';
}

/** Nobody new comes in on data that is too old. Somebody with a good grant is not new: there, a person looks. */
export function dataIsFresh(dossier: Dossier): Finding | undefined {
  const { dataAgeMs, nowMs, policy } = dossier;
  const facts = { sinceMs: dataAgeMs === undefined ? undefined : nowMs - dataAgeMs };
  switch (stalenessLevel(policy, dataAgeMs)) {
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
