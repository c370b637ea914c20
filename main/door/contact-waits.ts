/** Those who wait for a door's contact to open. */
export interface ContactWaits {
  /** True once `opened` is called for the door, false after `waitMs`. */
  readonly wait: (doorId: string, waitMs: number) => Promise<boolean>;
  readonly opened: (doorId: string) => void;
}

export function createContactWaits(setTimer: (run: () => void, ms: number) => () => void): ContactWaits {
  const waiting = new Map<string, Set<() => void>>();
  return {
    wait: (doorId, waitMs) =>
      new Promise((resolve) => {
        const here = waiting.get(doorId) ?? new Set();
        waiting.set(doorId, here);
        const end = (opened: boolean): void => {
          cancel();
          here.delete(onOpen);
          resolve(opened);
        };
        const onOpen = (): void => end(true);
        const cancel = setTimer(() => end(false), waitMs);
        here.add(onOpen);
      }),
    opened(doorId) {
      for (const onOpen of waiting.get(doorId) ?? []) onOpen();
    },
  };
}
