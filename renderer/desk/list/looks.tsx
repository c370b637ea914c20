import { createContext, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { ListLook, ListLooks, LookName } from '../../../preload/list-views.ts';
import { useDesk } from '../data/desk.tsx';

interface Looks {
  readonly looks: ListLooks;
  readonly keep: (list: LookName, look: ListLook) => void;
}

const LooksContext = createContext<Looks>({ looks: {}, keep: () => undefined });

/** How each list is shown, as whoever works here left it. Signing out leaves what is on screen as it is. */
export function LooksProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const { bridge, status } = useDesk();
  const userId = status.session.user?.userId;
  const [looks, setLooks] = useState<ListLooks>({});
  const wasRead = useRef(false);
  useEffect(() => {
    if (userId === undefined && wasRead.current) return;
    let wanted = true;
    bridge.getListLooks().then(
      (read) => {
        if (!wanted) return;
        wasRead.current = true;
        setLooks(read);
      },
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [bridge, userId]);
  const value = useMemo(
    () => ({
      looks,
      keep(list: LookName, look: ListLook) {
        setLooks((known) => ({ ...known, [list]: look }));
        void bridge.keepListLook({ list, look }).catch(() => undefined);
      },
    }),
    [bridge, looks],
  );
  return <LooksContext value={value}>{children}</LooksContext>;
}

export const useLooks = (): Looks => useContext(LooksContext);
