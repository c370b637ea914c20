import { useEffect, useState } from 'react';
import type { HandOverView, ShiftSpan } from '../../../preload/handover-views.ts';
import { useDesk } from '../data/desk.tsx';

/** A sheet counts through all of a shift: it need not follow every badge at once. */
const SETTLE_MS = 1000;

/** Undefined: not here yet; null: main does not answer. */
export function useHandOver(span: ShiftSpan): HandOverView | null | undefined {
  const { bridge } = useDesk();
  const [read, setRead] = useState<{ readonly span: ShiftSpan; readonly sheet: HandOverView | null }>();
  useEffect(() => {
    let wanted = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = (): void => {
      timer = undefined;
      bridge.getHandOver({ span }).then(
        (sheet) => wanted && setRead({ span, sheet }),
        () => wanted && setRead({ span, sheet: null }),
      );
    };
    ask();
    const stop = bridge.onListsChanged(() => {
      timer ??= setTimeout(ask, SETTLE_MS);
    });
    return () => {
      wanted = false;
      clearTimeout(timer);
      stop();
    };
  }, [bridge, span]);
  return read?.span === span ? read.sheet : undefined;
}
