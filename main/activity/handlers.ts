import type { activityCalls } from '../../preload/activity-views.ts';
import type { Handlers } from '../ipc.ts';
import { paperPlace } from '../muster/handlers.ts';
import type { SettingsFile } from '../settings.ts';
import type { Station } from '../station.ts';
import { actExportHandlers, type ActExportParts } from './act-export.ts';

const NO_FIGURES = { checkedIn: 0, places: [], arrivals: [], refusals: [], overstaying: 0 };

export interface ActivityHandlerParts extends ActExportParts {
  readonly station: () => Station | undefined;
  readonly settings: Pick<SettingsFile, 'get'>;
  readonly nowMs: () => number;
}

/** The desk's calls about what was done; a gate that is not enrolled yet has done nothing. */
export function activityHandlers(parts: ActivityHandlerParts): Pick<Handlers<'desk'>, keyof typeof activityCalls> {
  const activity = () => parts.station()?.areas.activity;
  return {
    listActs: async (ask) =>
      (await activity()?.listActs(ask)) ?? { rows: [], total: 0, more: false, locations: [], gates: [] },
    getActStory: (ask) => activity()?.getActStory(ask) ?? null,
    ...actExportHandlers(parts, activity, () => paperPlace(parts)),
    getCompliance: async () => (await activity()?.getCompliance()) ?? { ok: 0, ending: 0, bad: 0 },
    getDashboard: (ask) => activity()?.getDashboard(ask) ?? NO_FIGURES,
  };
}
