import type { PulseResult } from '../messages.ts';

/** Remembers pulses by their request, so that one that is asked for twice is done once. */
export interface PulseLedger {
  /** `new`: to be done. `running`: its answer will come. Otherwise the answer that was given. */
  look(requestId: string): 'new' | 'running' | { readonly doorId: string; readonly result: PulseResult };
  begin(requestId: string, doorId: string): void;
  /** Keeps the answer and returns the door that it is about. */
  end(requestId: string, result: PulseResult): string;
}

/** Hours of a busy lane; the oldest go first. */
const REMEMBERED = 1000;

export function pulseLedger(): PulseLedger {
  const known = new Map<string, { doorId: string; result?: PulseResult }>();
  return {
    look(requestId) {
      const entry = known.get(requestId);
      if (!entry) return 'new';
      return entry.result ? { doorId: entry.doorId, result: entry.result } : 'running';
    },
    begin(requestId, doorId) {
      known.set(requestId, { doorId });
      if (known.size > REMEMBERED) known.delete(known.keys().next().value!);
    },
    end(requestId, result) {
      const entry = known.get(requestId);
      if (!entry) throw new Error(`answer to ${requestId}, which nobody asked for`);
      entry.result = result;
      return entry.doorId;
    },
  };
}
