import type { keepingCalls, KeptView } from '../../preload/keeping-views.ts';
import type { Handlers } from '../ipc.ts';
import type { SettingsFile } from '../settings.ts';
import type { Station } from '../station.ts';

export interface KeepingHandlerParts {
  readonly station: () => Station | undefined;
  readonly settings: SettingsFile;
}

/** The desk's calls about what this PC keeps. */
export function keepingHandlers({
  station,
  settings,
}: KeepingHandlerParts): Pick<Handlers<'desk'>, keyof typeof keepingCalls> {
  const view = async (): Promise<KeptView | null> => (await station()?.kept.view()) ?? null;
  return {
    getKept: view,
    async cleanUp() {
      await station()?.kept.clean();
      return view();
    },
    setKept({ journalDays, wordsDays }) {
      const saved = settings.saved().keeping;
      const next = { journalDays: journalDays ?? saved.journalDays, wordsDays: wordsDays ?? saved.wordsDays };
      settings.set('keeping', { ...saved, ...next });
      return view();
    },
  };
}
