import { useEffect, useMemo } from 'react';
import type { ListName } from '../../../preload/views.ts';
import { useDesk, useSignal } from './desk.tsx';
import { makeListWindow, type Arranged, type ListView, type ListWindow } from './list-window.ts';

export interface UsedList<L extends ListName> extends Pick<ListWindow<L>, 'show'> {
  readonly view: ListView<L>;
  readonly rowAt: ListWindow<L>['rowAt'];
}

const AS_IT_IS: Arranged = {};

/** One list as long as it is on screen: follows the search and main's news of changes. */
export function useList<L extends ListName>(
  list: L,
  query = '',
  pageRows?: number,
  arranged: Arranged = AS_IT_IS,
): UsedList<L> {
  const { bridge } = useDesk();
  const window = useMemo(() => makeListWindow(bridge, list, pageRows), [bridge, list, pageRows]);
  useEffect(() => {
    window.start();
    const stopListening = bridge.onListsChanged(window.refresh);
    return () => {
      stopListening();
      window.stop();
    };
  }, [bridge, window]);
  useEffect(() => window.search(query), [window, query]);
  useEffect(() => window.arrange(arranged), [window, arranged]);
  const view = useSignal(window.view);
  return { view, show: window.show, rowAt: window.rowAt };
}
