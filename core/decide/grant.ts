import type { WorkOrder } from '../site/entities.ts';
import type { Grant } from '../event/grants.ts';
import type { NewGrant } from './decision.ts';
import type { Dossier } from './dossier.ts';
import { HOUR_MS, windowOf } from './time.ts';

/** The grant of this badge that still holds: its last moment is the one before `untilMs` (D6). */
export const goodGrant = ({ grant, nowMs }: Dossier): Grant | undefined =>
  grant && nowMs < grant.untilMs ? grant : undefined;

/** A good grant carries its work orders past their times; one that was made without knowing any carries all. */
function grantCovers(dossier: Dossier, order: WorkOrder): boolean {
  const grant = goodGrant(dossier);
  return grant !== undefined && (grant.workOrderIds.length === 0 || grant.workOrderIds.includes(order.id));
}

/** D2, D6: within the order's time and the grace around it, or carried past it by a good grant. */
export function isTimely(dossier: Dossier, order: WorkOrder): boolean {
  const { fromMs, toMs } = windowOf(order, dossier.policy);
  return (fromMs <= dossier.nowMs && dossier.nowMs <= toMs) || grantCovers(dossier, order);
}

/** The grant that an entry makes, unless an earlier one of the badge still holds. */
export function newGrant(dossier: Dossier, orders: readonly WorkOrder[]): NewGrant | undefined {
  if (goodGrant(dossier)) return undefined;
  const [clientId, ...others] = new Set(orders.map((order) => order.clientId));
  return {
    untilMs: dossier.nowMs + Math.round(dossier.policy.grantHours * HOUR_MS),
    workOrderIds: orders.map((order) => order.id),
    ...(clientId !== undefined && others.length === 0 ? { clientId } : {}),
  };
}
