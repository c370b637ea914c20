import { fail, ok } from '../../result.ts';
import type { Narrowing } from '../candidates.ts';
import type { Dossier } from '../dossier.ts';
import { finding } from '../finding.ts';
import { isTimely } from '../grant.ts';
import { placeName } from '../place-name.ts';
import { byEndLatestFirst, byStart, HOUR_MS, timeMs, windowOf } from '../time.ts';
import { worksOf, type Work } from '../work.ts';

/** Work that starts within this time counts as the one that the person came for. */
export const LOOK_AHEAD_HOURS = 24;

/**
 * D2: assigned to a work order here, or on the roster of a confirmed event here (E1). Somebody who is only expected here another day, but
 * elsewhere now, is at the wrong place: that helps more than hearing of the other day. So does an event of today that nobody has confirmed.
 */
export const assignedHere: Narrowing = (dossier, candidates) => {
  const here = candidates.filter(({ work }) => work !== undefined);
  if (here.some(({ work }) => work && (isTimely(dossier, work) || isAtHand(dossier, work)))) return ok(here);

  const { location } = dossier;
  const works = worksOf(dossier);
  const elsewhere = works
    .filter((work) => work.locationId !== location.id && work.status === 'open' && isAtHand(dossier, work))
    .sort(byStart)[0];
  if (elsewhere) {
    return fail(
      finding('wrong_place', {
        locationName: placeName(dossier, elsewhere.locationId),
        ...elsewhere.called,
        startsAtMs: timeMs(elsewhere.startsAt),
      }),
    );
  }
  const notYet = works
    .filter((work) => work.locationId === location.id && work.status === 'unconfirmed' && isAtHand(dossier, work))
    .sort(byStart)[0];
  if (notYet) return fail(finding('event_unconfirmed', { ...notYet.called, startsAtMs: timeMs(notYet.startsAt) }));
  if (here.length > 0) return ok(here);

  const closed = works
    .filter((work) => work.locationId === location.id && work.status === 'closed')
    .sort(byEndLatestFirst)[0];
  if (!closed) return fail(finding('not_assigned', { locationName: location.name }));
  return fail(finding(closed.called.eventName === undefined ? 'order_closed' : 'event_closed', closed.called));
};

/** Going on now, or to begin within the look-ahead. */
function isAtHand({ nowMs, policy }: Dossier, work: Work): boolean {
  const { fromMs, toMs } = windowOf(work, policy);
  return nowMs <= toMs && fromMs <= nowMs + LOOK_AHEAD_HOURS * HOUR_MS;
}
