import { paperEveryMinutes } from '../../core/muster/paper.ts';
import type { PaperListView, paperListCalls } from '../../preload/muster-views.ts';
import type { Handlers } from '../ipc.ts';
import type { SettingsFile } from '../settings.ts';
import type { Station } from '../station.ts';
import type { PaperList } from './paper-list.ts';

export interface PaperListHandlerParts {
  readonly station: () => Station | undefined;
  readonly settings: Pick<SettingsFile, 'get' | 'saved' | 'set'>;
  readonly paperList: PaperList;
}

/** The desk's calls about the list of people inside that becomes paper by itself. */
export function paperListHandlers({
  station,
  settings,
  paperList,
}: PaperListHandlerParts): Pick<Handlers<'desk'>, keyof typeof paperListCalls> {
  const view = (): PaperListView | null => {
    const here = station();
    if (!here) return null;
    const { paperMinutes: own, paperTo: to } = settings.get().muster;
    const ofLocation = here.policy().musterPaperMinutes;
    const last = paperList.last();
    return {
      own: own === undefined ? 'location' : own,
      ofLocation,
      everyMinutes: paperEveryMinutes(own, ofLocation),
      to,
      folder: paperList.folder,
      ...(last ? { last } : {}),
    };
  };
  return {
    getPaperList: view,
    setPaperList({ own, to }) {
      const { paperMinutes, ...saved } = settings.saved().muster;
      const next = own === undefined ? paperMinutes : own;
      const minutes = next === 'location' || next === undefined ? {} : { paperMinutes: next };
      settings.set('muster', { ...saved, ...minutes, ...(to === undefined ? {} : { paperTo: to }) });
      return view();
    },
    async putPaperList() {
      await paperList.now();
      return view();
    },
  };
}
