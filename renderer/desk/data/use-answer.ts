import { useEffect, useState } from 'react';
import { useDesk } from './desk.tsx';

/** Changes come in bursts; one question after them is enough. */
const AFTER_MS = 100;

/**
 * What main answers, asked again whenever some list changes. Undefined until the first answer; the old one stays until the next is there.
 * @param ask must stay the same function as long as the question is the same
 */
export function useAnswer<T>(ask: () => Promise<T>): T | undefined {
  const { bridge } = useDesk();
  const [answer, setAnswer] = useState<T>();
  useEffect(() => {
    let wanted = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const go = (): void => {
      timer = undefined;
      ask().then(
        (answered) => wanted && setAnswer(answered),
        () => undefined,
      );
    };
    go();
    const stop = bridge.onListsChanged(() => {
      timer ??= setTimeout(go, AFTER_MS);
    });
    return () => {
      wanted = false;
      clearTimeout(timer);
      stop();
    };
  }, [bridge, ask]);
  return answer;
}
