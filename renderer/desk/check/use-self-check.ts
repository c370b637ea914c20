import { useEffect, useState } from 'react';
import type { SelfCheck } from '../../../preload/device-views.ts';
import { useDesk } from '../data/desk.tsx';

export interface SelfCheckReading {
  /** Undefined until the first answer. */
  readonly check: SelfCheck | undefined;
  readonly unanswered: boolean;
  readonly start: () => void;
  readonly stop: () => void;
  readonly print: () => void;
}

/** The last self-check, or the one that runs now. */
export function useSelfCheck(): SelfCheckReading {
  const { bridge } = useDesk();
  const [check, setCheck] = useState<SelfCheck>();
  const [unanswered, setUnanswered] = useState(false);
  useEffect(() => {
    // A push that overtook the answer is the newer one.
    let isTold = false;
    const stopListening = bridge.onSelfCheck((told) => {
      isTold = true;
      setCheck(told);
    });
    bridge.getSelfCheck().then(
      (answer) => !isTold && setCheck(answer),
      () => setUnanswered(true),
    );
    return stopListening;
  }, [bridge]);
  const ask = (asked: Promise<unknown>): void => {
    asked.then(
      () => setUnanswered(false),
      () => setUnanswered(true),
    );
  };
  return {
    check,
    unanswered,
    start: () => ask(bridge.startSelfCheck()),
    stop: () => ask(bridge.stopSelfCheck()),
    print: () => ask(bridge.printPage()),
  };
}
