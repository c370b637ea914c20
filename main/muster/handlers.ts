import type { musterCalls } from '../../preload/muster-views.ts';
import type { FileDoors } from '../files/open-file.ts';
import type { Handlers } from '../ipc.ts';
import type { SettingsFile } from '../settings.ts';
import type { Station } from '../station.ts';
import type { PaperDoors } from '../windows/paper.ts';
import { createPhones, ownAddress } from './phones.ts';
import { paperPage, paperTable, type PaperPlace } from './paper.ts';

export interface MusterHandlerParts {
  readonly station: () => Station | undefined;
  readonly settings: Pick<SettingsFile, 'get'>;
  readonly nowMs: () => number;
  readonly deskChanged: () => void;
  readonly fileDoors: FileDoors;
  readonly paper: PaperDoors;
  /** Where the built pages are. */
  readonly pagesFolder: string;
}

const NO_PAGE = { roll: null, past: [], insideCount: 0 };

export function paperPlace({
  station,
  settings,
  nowMs,
}: Pick<MusterHandlerParts, 'station' | 'settings' | 'nowMs'>): PaperPlace | undefined {
  const place = station()?.place();
  return place && { ...place, language: settings.get().language, nowMs: nowMs() };
}

/** The desk's calls about the roll call. */
export function musterHandlers(parts: MusterHandlerParts): Pick<Handlers<'desk'>, keyof typeof musterCalls> {
  const muster = () => parts.station()?.areas.muster;
  const phones = createPhones({
    root: parts.pagesFolder,
    muster,
    changed: parts.deskChanged,
    find: async (query) => (await parts.station()?.areas.findHere(query, parts.nowMs())) ?? [],
    async photo(sha256) {
      const got = await parts.station()?.blobs.get(sha256);
      return got?.ok ? got.value : undefined;
    },
    address() {
      const wanted = parts.settings.get().muster;
      return wanted.phones ? (wanted.address ?? ownAddress()) : undefined;
    },
  });
  const changed = <T>(answer: T): T => {
    parts.deskChanged();
    return answer;
  };
  return {
    getMuster: ({ musterId }) => muster()?.page(musterId) ?? NO_PAGE,
    startMuster: ({ kind }) => changed({ fault: muster()?.start(kind) ?? null }),
    markMuster: (ask) => changed({ fault: muster()?.mark(ask) ?? null }),
    endMuster({ musterId }) {
      const fault = muster()?.end(musterId) ?? null;
      if (fault === null) phones.stop();
      return changed({ fault });
    },
    openPhones: async () => ({ url: await phones.open() }),
    async paperMuster({ musterId, how, fileName }) {
      const roll = musterId === undefined ? muster()?.insideNow() : muster()?.page(musterId).roll;
      const place = paperPlace(parts);
      if (!roll || !place) return { came: 'fault' };
      try {
        if (how === 'print')
          return { came: (await parts.paper.print(paperPage(roll, place), 'ask')) ? 'printed' : 'cancelled' };
        const bytes =
          how === 'pdf' ? await parts.paper.pdf(paperPage(roll, place)) : Buffer.from(paperTable(roll, place), 'utf8');
        const saved = await parts.fileDoors.saveAs(`${fileName}.${how}`, bytes);
        return { came: saved ? 'saved' : 'cancelled' };
      } catch {
        // The place that was chosen takes no file, or the page did not become paper. Staff try another way.
        return { came: 'fault' };
      }
    },
  };
}
