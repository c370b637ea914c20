import { useState } from 'react';
import type { WriteFault } from '../../../preload/booking-views.ts';
import { faultWords } from '../bookings/refused-wishes.tsx';
import { useDesk } from '../data/desk.tsx';

interface Write {
  readonly busy: boolean;
  /** Why it could not be written down, and what to do; undefined: nothing is wrong. */
  readonly trouble: string | undefined;
  readonly send: (call: Promise<{ readonly fault: WriteFault | null }>) => void;
}

/** Sends something to be written down, once at a time. @param onDone it is */
export function useWrite(onDone: () => void): Write {
  const { say } = useDesk();
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  const answered = (next: string | undefined): void => {
    setBusy(false);
    setTrouble(next);
    if (next === undefined) onDone();
  };
  return {
    busy,
    trouble,
    send(call) {
      setBusy(true);
      call.then(
        ({ fault }) => answered(fault === null ? undefined : faultWords(say, fault)),
        () => answered(say('bookings.notSaved')),
      );
    },
  };
}
