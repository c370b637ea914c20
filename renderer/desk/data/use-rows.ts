import { useCallback, useEffect, useRef, useState } from 'react';
import type { RowsInView } from '../list/grid.tsx';
import { useDesk } from './desk.tsx';

/** Rows that main is asked for at once. */
const PAGE_ROWS = 100;
/** Changes come in bursts; one question after them is enough. */
const AFTER_MS = 100;

interface Page<R> {
  readonly rows: readonly R[];
  readonly total: number;
}
export interface UsedRows<R extends object, A extends Page<R>> extends RowsInView<R> {
  /** The newest answer, for what it says besides its rows. */
  readonly answer: A | undefined;
}

/**
 * Any list of main's, as long as it is on screen: asks for the visible rows alone, and again whenever some list changes.
 * @param ask must stay the same function as long as the question is the same
 */
export function useRows<R extends object, A extends Page<R>>(
  ask: (offset: number, limit: number) => Promise<A>,
): UsedRows<R, A> {
  const { bridge } = useDesk();
  const [answered, setAnswered] = useState<{ readonly answer: A; readonly offset: number }>();
  const [unanswered, setUnanswered] = useState(false);
  const visible = useRef({ start: 0, end: 1 });
  const known = useRef({ from: 0, to: 0 });
  const refresh = useRef<() => void>(() => undefined);
  useEffect(() => {
    let wanted = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let asked = 0;
    const go = (): void => {
      timer = undefined;
      asked += 1;
      const at = asked;
      const offset = Math.floor(visible.current.start / PAGE_ROWS) * PAGE_ROWS;
      const limit = Math.min(5, Math.ceil((visible.current.end - offset) / PAGE_ROWS)) * PAGE_ROWS;
      ask(offset, limit).then(
        (answer) => {
          if (!wanted || at !== asked) return;
          known.current = { from: offset, to: offset + answer.rows.length };
          setAnswered({ answer, offset });
          setUnanswered(false);
        },
        () => wanted && setUnanswered(true),
      );
    };
    const soon = (): void => void (timer ??= setTimeout(go, AFTER_MS));
    refresh.current = soon;
    go();
    const stop = bridge.onListsChanged(soon);
    return () => {
      wanted = false;
      clearTimeout(timer);
      // The grid shows before the next question is put: it must not put this one again.
      refresh.current = () => undefined;
      stop();
    };
  }, [bridge, ask]);

  const rowAt = (index: number): R | undefined => answered && answered.answer.rows[index - answered.offset];
  const show = useCallback((start: number, end: number) => {
    visible.current = { start, end: Math.max(end, start + 1) };
    if (start < known.current.from || end > known.current.to) refresh.current();
  }, []);
  return { view: { total: answered?.answer.total, unanswered }, rowAt, show, answer: answered?.answer };
}
