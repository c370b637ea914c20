/** A timer as a value: the function that is returned cancels it. */
export function setTimer(run: () => void, ms: number): () => void {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
}

/** Runs `run` at most once per `everyMs`, the last call included: for screens, which need the newest and not every state. */
export function coalesce(run: () => void, everyMs: number, timer = setTimer): () => void {
  let waiting = false;
  return () => {
    if (waiting) return;
    waiting = true;
    timer(() => {
      waiting = false;
      run();
    }, everyMs);
  };
}
