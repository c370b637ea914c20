import type { Grant } from '../event/grants.ts';
import type { NewGrant } from './decision.ts';
import type { Dossier } from './dossier.ts';
import { HOUR_MS, optionalTimeMs, windowOf } from './time.ts';
import type { Work } from './work.ts';

/** The grant of this badge that still holds: its last moment is the one before `untilMs` (D6). */
export const goodGrant = ({ grant, nowMs }: Dossier): Grant | undefined =>
  grant && nowMs < grant.untilMs ? grant : undefined;

/** A good grant carries its work orders past their times; one that was made without knowing any carries all. */
function grantCovers(dossier: Dossier, work: Work): boolean {
  const grant = goodGrant(dossier);
  return grant !== undefined && (grant.workOrderIds.length === 0 || grant.workOrderIds.includes(work.id));
}

/** D2, D6: within the work's time and the grace around it, or carried past it by a good grant. */
export function isTimely(dossier: Dossier, work: Work): boolean {
  const { fromMs, toMs } = windowOf(work, dossier.policy);
  return (fromMs <= dossier.nowMs && dossier.nowMs <= toMs) || grantCovers(dossier, work);
}

/** The grant that an entry makes, unless an earlier one of the badge still holds. */
export function newGrant(dossier: Dossier, works: readonly Work[]): NewGrant | undefined {
  if (goodGrant(dossier)) return undefined;
  const [clientId, ...others] = new Set(works.map((work) => work.clientId));
  const grantedUntilMs = dossier.nowMs + Math.round(dossier.policy.grantHours * HOUR_MS);
  // A temporary pass ends when it ends, whatever a badge is granted otherwise.
  const passUntilMs = dossier.badge?.pass ? optionalTimeMs(dossier.badge.validUntil) : undefined;
  return {
    untilMs: Math.min(grantedUntilMs, passUntilMs ?? Infinity),
    workOrderIds: works.map((work) => work.id),
    ...(clientId !== undefined && others.length === 0 ? { clientId } : {}),
  };
}
