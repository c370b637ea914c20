import { grantOfPlace } from '../../core/peers/heard-permits.ts';
import type { Clock } from '../clock.ts';
import type { Journal } from '../journal/journal.ts';
import type { PermitStore } from './permit-store.ts';

/** The own journal, with the grants of the place's other gates among its own: a badge is used up at all of them at once (D6). */
export function withHeardGrants(
  journal: Journal,
  heard: Pick<PermitStore, 'grantOf'>,
  clock: Pick<Clock, 'offsetMs'>,
): Journal {
  const { projections } = journal;
  return {
    ...journal,
    projections: {
      ...projections,
      grantOf(workerId, badgeId) {
        const told = heard.grantOf(workerId, badgeId);
        const aheadMs = clock.offsetMs() ?? 0;
        const here = told && {
          ...told,
          grantedAtMs: told.grantedAtMs - aheadMs,
          untilMs: told.untilMs - aheadMs,
        };
        return grantOfPlace(projections.grantOf(workerId, badgeId), here, badgeId !== undefined);
      },
    },
  };
}
