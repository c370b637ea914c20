import { useEffect, useState } from 'react';
import type { PassView } from '../../../preload/pass-views.ts';
import { useDesk } from '../data/desk.tsx';

/** The passes of this gate, read again whenever something changes; undefined: not here yet. */
export function usePasses(): readonly PassView[] | undefined {
  const { bridge } = useDesk();
  const [passes, setPasses] = useState<readonly PassView[]>();
  useEffect(() => {
    let wanted = true;
    const ask = (): void => {
      bridge.getPasses().then(
        (read) => wanted && setPasses(read),
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
  return passes;
}
