import { useEffect, useState } from 'react';
import type { PersonActs } from '../../../preload/act-views.ts';
import { useDesk } from '../data/desk.tsx';

/** What can be done about one person, asked for again whenever something changed; undefined: not known yet, or of nobody. */
export function usePersonActs(workerId: string): PersonActs | undefined {
  const { bridge } = useDesk();
  const [read, setRead] = useState<{ workerId: string; acts: PersonActs | null }>();
  useEffect(() => {
    let wanted = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = (): void => {
      timer = undefined;
      bridge.getPersonActs({ workerId }).then(
        (acts) => wanted && setRead({ workerId, acts }),
        () => undefined,
      );
    };
    ask();
    const stop = bridge.onListsChanged(() => {
      timer ??= setTimeout(ask, 100);
    });
    return () => {
      wanted = false;
      clearTimeout(timer);
      stop();
    };
  }, [bridge, workerId]);
  return read?.workerId === workerId ? (read.acts ?? undefined) : undefined;
}
