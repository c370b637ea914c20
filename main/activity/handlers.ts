import type { activityCalls } from '../../preload/activity-views.ts';
import type { Handlers } from '../ipc.ts';
import type { Station } from '../station.ts';

const NO_FIGURES = { checkedIn: 0, places: [], arrivals: [], refusals: [], overstaying: 0 };

/** The desk's calls about what was done; a gate that is not enrolled yet has done nothing. */
export function activityHandlers(parts: {
  readonly station: () => Station | undefined;
}): Pick<Handlers<'desk'>, keyof typeof activityCalls> {
  const activity = () => parts.station()?.areas.activity;
  return {
    listActs: async (ask) => (await activity()?.listActs(ask)) ?? { rows: [], total: 0, more: false, locations: [] },
    getDashboard: () => activity()?.getDashboard() ?? NO_FIGURES,
  };
}
