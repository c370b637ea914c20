import type { trayCalls } from '../../preload/tray-views.ts';
import type { Handlers } from '../ipc.ts';
import type { Station } from '../station.ts';

export interface TrayHandlerParts {
  readonly station: () => Station | undefined;
  readonly deskChanged: () => void;
}

/** The desk's calls about what waits for staff to look at. */
export function trayHandlers(parts: TrayHandlerParts): Pick<Handlers<'desk'>, keyof typeof trayCalls> {
  const tray = () => parts.station()?.areas.tray;
  return {
    getNotices: () => parts.station()?.areas.notices.list() ?? [],
    dismissNotice({ noticeId }) {
      const fault = parts.station()?.areas.notices.dismiss(noticeId) ?? null;
      parts.deskChanged();
      return { fault };
    },
    getTray: ({ show }) => tray()?.page(show) ?? { cards: [], total: 0 },
    clearTray(ask) {
      const fault = tray()?.clear(ask) ?? null;
      if (fault === null) parts.deskChanged();
      return { fault };
    },
  };
}
