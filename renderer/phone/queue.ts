/** Marks wait here until the gate has them: Wi-Fi comes and goes between huts. Each has an id, so that it counts once. */
export interface PhoneMark {
  readonly musterId: string;
  readonly person: { readonly workerId: string } | { readonly name: string };
  readonly mark: 'safe' | 'missing' | 'found_unlisted' | 'unmarked';
  readonly markId: string;
  readonly by: string;
}
export type Sent = 'taken' | 'later' | 'over';

export interface MarkQueue {
  readonly waiting: () => readonly PhoneMark[];
  readonly add: (mark: PhoneMark) => void;
  /** Sends what waits, in order, until one does not get through. False: the roll call is over. */
  readonly flush: () => Promise<boolean>;
}

export function createQueue(send: (mark: PhoneMark) => Promise<Sent>): MarkQueue {
  let waiting: readonly PhoneMark[] = [];
  let busy = false;
  return {
    waiting: () => waiting,
    add: (mark) => void (waiting = [...waiting, mark]),
    async flush() {
      if (busy) return true;
      busy = true;
      try {
        for (let [first] = waiting; first; [first] = waiting) {
          const sent = await send(first);
          if (sent === 'over') return false;
          if (sent === 'later') return true;
          waiting = waiting.slice(1);
        }
        return true;
      } finally {
        busy = false;
      }
    },
  };
}
