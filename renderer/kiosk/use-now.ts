import { useEffect, useState } from 'react';

/** The time, for a clock that shows minutes: told anew once a second, so that the minute turns when it turns. */
export function useNow(): number {
  const [nowMs, setNowMs] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return nowMs;
}
