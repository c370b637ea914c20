import path from 'node:path';
import type { FaultCode } from '../../core/codes.ts';
import { createBallast } from './ballast.ts';

export interface KeepBallastParts {
  readonly home: string;
  readonly setTimer: (run: () => void, ms: number) => () => void;
  readonly raise: (code: FaultCode, part: string, detail?: string) => void;
  readonly clear: (part: string, code?: FaultCode) => void;
}

/** The first screen is not kept waiting for a file that matters on another day. */
const FIRST_AFTER_MS = 5000;
const AGAIN_AFTER_MS = 60_000;

/** Keeps the ballast in the home folder, and tells staff while it is used up. Returns what the journal frees it by. */
export function keepBallast({ home, setTimer, raise, clear }: KeepBallastParts): {
  readonly free: () => boolean;
  readonly stop: () => void;
} {
  const ballast = createBallast(path.join(home, 'ballast'));
  let cancel = setTimer(look, FIRST_AFTER_MS);
  function look(): void {
    if (ballast.keep()) clear('disk', 'disk_nearly_full');
    else raise('disk_nearly_full', 'disk');
    cancel = setTimer(look, AGAIN_AFTER_MS);
  }
  return {
    free() {
      const freed = ballast.free();
      // Telling writes to the journal, which is in the midst of a write.
      if (freed) queueMicrotask(() => raise('disk_nearly_full', 'disk'));
      return freed;
    },
    stop: () => cancel(),
  };
}
