import { fail, ok } from '../../result.ts';
import type { Narrowing } from '../candidates.ts';
import { finding } from '../finding.ts';
import { isTimely } from '../grant.ts';
import { byEndLatestFirst, byStart, timeMs, windowOf } from '../time.ts';

/** D2: at the right time. If not, the next time helps more than the last. */
export const inTime: Narrowing = (dossier, candidates) => {
  const { nowMs, policy } = dossier;
  const timely = candidates.filter(({ order }) => order && isTimely(dossier, order));
  if (timely.length > 0) return ok(timely);

  const orders = candidates.flatMap(({ order }) => order ?? []);
  const next = orders.filter((order) => windowOf(order, policy).fromMs > nowMs).sort(byStart)[0];
  if (next) return fail(finding('too_early', { startsAtMs: timeMs(next.startsAt), workOrderNumber: next.number }));
  const last = [...orders].sort(byEndLatestFirst)[0];
  if (last) return fail(finding('too_late', { endsAtMs: timeMs(last.endsAt), workOrderNumber: last.number }));
  return fail(finding('not_assigned', { locationName: dossier.location.name }));
};
