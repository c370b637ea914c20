import { showNotification } from '@mantine/notifications';
import { useCallback, useEffect, useState } from 'react';
import type { SavedFile } from '../../../preload/list-views.ts';
import { useDesk } from '../data/desk.tsx';

/** Shorter waits need no progress. */
const LOOK_EVERY_MS = 800;
const OUTCOMES = {
  saved: 'lists.exported',
  stopped: 'lists.exportStopped',
  fault: 'lists.notExported',
  too_many: 'activity.tooMany',
} as const;

/** How far a file is that takes longer than a moment. */
interface SavingProgress {
  readonly rows: number;
  readonly total: number;
}
export interface Saving {
  /** Says what became of the file that the call asks for. */
  readonly save: (call: () => Promise<SavedFile>) => void;
  readonly progress: SavingProgress | undefined;
  readonly stop: () => void;
}

/** B4, C4: a list, acts or hours become a file. */
export function useSaving(): Saving {
  const { bridge, say } = useDesk();
  const [isSaving, setSaving] = useState(false);
  const [progress, setProgress] = useState<SavingProgress>();
  useEffect(() => {
    if (!isSaving) return undefined;
    const look = async (): Promise<void> => setProgress((await bridge.getExport()) ?? undefined);
    const timer = setInterval(() => void look().catch(() => undefined), LOOK_EVERY_MS);
    return () => {
      clearInterval(timer);
      setProgress(undefined);
    };
  }, [bridge, isSaving]);
  const stop = useCallback(() => void bridge.stopExport().catch(() => undefined), [bridge]);
  const save = useCallback<Saving['save']>(
    (call) => {
      setSaving(true);
      void call()
        .catch(() => ({ came: 'fault' as const }))
        .then(({ came }) => {
          setSaving(false);
          if (came !== 'cancelled') showNotification({ message: say(OUTCOMES[came]) });
        });
    },
    [say],
  );
  return { save, progress, stop };
}
