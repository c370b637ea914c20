import { paperEveryMinutes } from '../../core/muster/paper.ts';
import type { SettingsFile } from '../settings.ts';
import type { Station } from '../station.ts';
import { paperPlace } from './handlers.ts';
import { keepPaperList, type PaperList, type PaperListParts } from './paper-list.ts';
import { paperPage } from './paper.ts';

export interface OpenPaperListParts extends Omit<PaperListParts, 'everyMinutes' | 'to' | 'page'> {
  readonly station: () => Station | undefined;
  readonly settings: Pick<SettingsFile, 'get'>;
}

/** The paper list as this gate's settings and its location want it. */
export function openPaperList(parts: OpenPaperListParts): PaperList {
  const { station, settings } = parts;
  const wanted = () => settings.get().muster;
  return keepPaperList({
    ...parts,
    everyMinutes: () =>
      station() ? paperEveryMinutes(wanted().paperMinutes, station()?.policy().musterPaperMinutes ?? null) : null,
    to: () => wanted().paperTo,
    page() {
      const place = paperPlace(parts);
      const inside = station()?.areas.muster.insideNow();
      return place && inside && paperPage(inside, place);
    },
  });
}
