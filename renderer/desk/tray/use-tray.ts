import { useEffect, useState } from 'react';
import type { TrayPage } from '../../../preload/tray-views.ts';
import { useDesk } from '../data/desk.tsx';

export type TrayShow = 'open' | 'cleared';
/** The cards of one side of the tray; undefined: not here yet, null: main does not answer. */
export type TrayView = TrayPage | null | undefined;

/** Read again whenever something at the gate changes. */
export function useTray(show: TrayShow): TrayView {
  const { bridge } = useDesk();
  const [read, setRead] = useState<{ readonly show: TrayShow; readonly page: TrayPage | null }>();
  useEffect(() => {
    let wanted = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = (): void => {
      timer = undefined;
      bridge.getTray({ show }).then(
        (page) => wanted && setRead({ show, page }),
        () => wanted && setRead((known) => (known?.show === show ? known : { show, page: null })),
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
  }, [bridge, show]);
  return read?.show === show ? read.page : undefined;
}
