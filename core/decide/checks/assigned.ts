import { fail, ok } from '../../result.ts';
import type { WorkOrder } from '../../site/entities.ts';
import type { Narrowing } from '../candidates.ts';
import type { Dossier } from '../dossier.ts';
import { finding } from '../finding.ts';
import { isTimely } from '../grant.ts';
import { placeName } from '../place-name.ts';
import { byEndLatestFirst, byStart, HOUR_MS, timeMs, windowOf } from '../time.ts';

/** An order that starts within this time counts as the one that the person came for. */
export const LOOK_AHEAD_HOURS = 24;

/**
 * D2: assigned to a work order here. Somebody who is only expected here another day, but elsewhere now, is at the wrong place:
 * that helps more than hearing of the other day.
 */
export const assignedHere: Narrowing = (dossier, candidates) => {
  const here = candidates.filter(({ order }) => order !== undefined);
  if (here.some(({ order }) => order && (isTimely(dossier, order) || isAtHand(dossier, order)))) return ok(here);

  const { location, workOrders } = dossier;
  const elsewhere = workOrders
    .filter((order) => order.locationId !== location.id && order.status === 'open' && isAtHand(dossier, order))
    .sort(byStart)[0];
  if (elsewhere) {
    return fail(
      finding('wrong_place', {
        locationName: placeName(dossier, elsewhere.locationId),
        workOrderNumber: elsewhere.number,
        startsAtMs: timeMs(elsewhere.startsAt),
      }),
    );
  }
  if (here.length > 0) return ok(here);

  const closed = workOrders
    .filter((order) => order.locationId === location.id && order.status !== 'open')
    .sort(byEndLatestFirst)[0];
  if (closed) return fail(finding('order_closed', { workOrderNumber: closed.number }));
  return fail(finding('not_assigned', { locationName: location.name }));
};

/** Going on now, or to begin within the look-ahead. */
function isAtHand({ nowMs, policy }: Dossier, order: WorkOrder): boolean {
  const { fromMs, toMs } = windowOf(order, policy);
  return nowMs <= toMs && fromMs <= nowMs + LOOK_AHEAD_HOURS * HOUR_MS;
}
