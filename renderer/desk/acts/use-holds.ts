import { useEffect, useState } from 'react';
import type { HoldView } from '../../../preload/act-views.ts';
import { useDesk } from '../data/desk.tsx';

const NOBODY: readonly HoldView[] = [];

/** Who waits for a look, asked for again whenever something changed. */
export function useHolds(): readonly HoldView[] {
  const { bridge } = useDesk();
  const [holds, setHolds] = useState(NOBODY);
  useEffect(() => {
    let wanted = true;
    const ask = (): void => {
      bridge.getHolds().then(
        (next) => wanted && setHolds(next.length === 0 ? NOBODY : next),
        () => undefined,
      );
    };
    ask();
    const stop = bridge.onListsChanged(ask);
    return () => {
      wanted = false;
      stop();
    };
  }, [bridge]);
  return holds;
}
