import { greet, type AskFault } from './ask.ts';

/** Addresses that somebody typed: which gate listens there, if one does. */
export interface HandAddresses {
  /** To be called now and then, and when the settings changed. */
  readonly look: () => void;
  /** Where nobody answered, and how. */
  readonly unanswered: () => ReadonlyMap<string, AskFault>;
  readonly stop: () => void;
}

export interface HandAddressParts {
  readonly addresses: () => readonly string[];
  readonly setTimer: (run: () => void, ms: number) => () => void;
  readonly onAnswered: (deviceId: string, address: string) => void;
}

/** A computer behind an address may be exchanged: it is asked again, also when it answered. */
const AGAIN_MS = 15_000;

export function createHandAddresses({ addresses, setTimer, onAnswered }: HandAddressParts): HandAddresses {
  /** Asked a while ago, so not again for now. */
  const resting = new Map<string, () => void>();
  const faults = new Map<string, AskFault>();

  const ask = async (address: string): Promise<void> => {
    const came = await greet(address);
    if (!resting.has(address)) return;
    if (came.ok) faults.delete(address);
    else faults.set(address, came.fault);
    if (came.ok) onAnswered(came.value, address);
  };
  return {
    look() {
      const wanted = addresses();
      for (const address of faults.keys()) if (!wanted.includes(address)) faults.delete(address);
      for (const address of wanted) {
        if (resting.has(address)) continue;
        resting.set(
          address,
          setTimer(() => resting.delete(address), AGAIN_MS),
        );
        void ask(address);
      }
    },
    unanswered: () => faults,
    stop() {
      for (const cancel of resting.values()) cancel();
      resting.clear();
      faults.clear();
    },
  };
}
