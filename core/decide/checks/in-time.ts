import { fail, ok } from '../../result.ts';
import type { Narrowing } from '../candidates.ts';
import { finding } from '../finding.ts';
import { isTimely } from '../grant.ts';
import { byEndLatestFirst, byStart, timeMs, windowOf } from '../time.ts';

/** D2: at the right time. If not, the next time helps more than the last. */
export const inTime: Narrowing = (dossier, candidates) => {
  const { nowMs, policy } = dossier;
  const timely = candidates.filter(({ work }) => work && isTimely(dossier, work));
  if (timely.length > 0) return ok(timely);

  const works = candidates.flatMap(({ work }) => work ?? []);
  const next = works.filter((work) => windowOf(work, policy).fromMs > nowMs).sort(byStart)[0];
  if (next) return fail(finding('too_early', { startsAtMs: timeMs(next.startsAt), ...next.called }));
  const last = [...works].sort(byEndLatestFirst)[0];
  if (last) return fail(finding('too_late', { endsAtMs: timeMs(last.endsAt), ...last.called }));
  return fail(finding('not_assigned', { locationName: dossier.location.name }));
};
