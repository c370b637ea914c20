import { useCallback, useEffect, useState } from 'react';
import type { DeviceSettingsView, DeviceSetup } from '../../../preload/device-views.ts';
import { useDesk } from '../data/desk.tsx';
import { gapsOf, type Problems } from './draft.ts';

export type SaveOutcome = 'saved' | 'problems' | 'unanswered';

export interface SetupDraft {
  readonly view: DeviceSettingsView;
  /** The setup as it is edited; the saved one as long as nothing was changed. */
  readonly draft: DeviceSetup;
  readonly isChanged: boolean;
  readonly problems: Problems;
  readonly change: (draft: DeviceSetup) => void;
  readonly discard: () => void;
  readonly save: () => Promise<SaveOutcome>;
  /** Goes back to the setup before the last save. */
  readonly undo: () => Promise<void>;
}
export type SetupReading = 'reading' | 'unanswered' | SetupDraft;

const NONE: Problems = new Map();

/** The device setup with everything that is changed in it and not saved. */
export function useSetup(): SetupReading {
  const { bridge } = useDesk();
  const [view, setView] = useState<DeviceSettingsView | 'reading' | 'unanswered'>('reading');
  const [draft, setDraft] = useState<DeviceSetup>();
  const [problems, setProblems] = useState<Problems>(NONE);
  const read = useCallback(
    () =>
      bridge.getDeviceSettings().then(setView, () => {
        setView('unanswered');
      }),
    [bridge],
  );
  useEffect(() => void read(), [read]);
  if (typeof view === 'string') return view;

  const setup = draft ?? view.setup;
  const discard = (): void => {
    setDraft(undefined);
    setProblems(NONE);
  };
  return {
    view,
    draft: setup,
    isChanged: draft !== undefined,
    problems,
    discard,
    change(next) {
      // Back where it was saved: nothing to save, and nothing to ask when somebody leaves.
      setDraft(JSON.stringify(next) === JSON.stringify(view.setup) ? undefined : next);
      // What was said about the old draft may be wrong by now; what is still missing is told with the next save.
      setProblems(NONE);
    },
    async save() {
      const gaps = gapsOf(setup);
      setProblems(gaps);
      if (gaps.size > 0) return 'problems';
      try {
        const answer = await bridge.saveDeviceSettings(setup);
        setProblems(new Map(answer.problems.map(({ place, problem }) => [place, problem])));
        if (answer.problems.length > 0) return 'problems';
        await read();
        setDraft(undefined);
        return 'saved';
      } catch {
        return 'unanswered';
      }
    },
    async undo() {
      await bridge.undoDeviceSettings();
      discard();
      await read();
    },
  };
}
