import type { CredentialFault, ScannedText } from '../../core/credential/credential.ts';
import type { Reading } from '../../core/reading.ts';
import type { Result } from '../../core/result.ts';
import type { TestReading } from '../../preload/device-views.ts';

export interface TryScannersParts {
  readonly readText: (raw: string) => Result<ScannedText, CredentialFault>;
  readonly tell: (reading: TestReading) => void;
  readonly setTimer: (run: () => void, ms: number) => () => void;
}

export interface TryScanners {
  /** `onEnd`: it is over, by itself or because something else is set. */
  readonly set: (on: boolean, onEnd?: () => void) => void;
  /** True: the reading was shown and goes no further. A guard's tap is an act and always goes on. */
  readonly take: (reading: Reading) => boolean;
}

/** A forgotten trial must not keep the gate from deciding. */
export const TRIAL_MS = 120_000;
const BEGINNING = 12;

export function createTryScanners({ readText, tell, setTimer }: TryScannersParts): TryScanners {
  let cancel: (() => void) | undefined;
  let ended = (): void => {};
  const end = (): void => {
    cancel?.();
    cancel = undefined;
    ended();
    ended = () => {};
  };
  return {
    set(on, onEnd = () => {}) {
      end();
      if (!on) return;
      ended = onEnd;
      cancel = setTimer(end, TRIAL_MS);
    },
    take({ source, scannerId, raw, atMs }) {
      if (!cancel || source === 'guard') return false;
      const kind = kindOf(readText(raw));
      tell({ scannerId, source, kind, length: raw.length, beginning: raw.slice(0, BEGINNING), atMs });
      return true;
    },
  };
}

/** A signed badge of an issuer who is not known here was read well all the same. */
function kindOf(read: Result<ScannedText, CredentialFault>): TestReading['kind'] {
  if (!read.ok) return read.fault === 'unknown_issuer' ? 'signed' : 'unreadable';
  if (read.value.kind === 'service') return 'service';
  return read.value.credential.kind === 'signed' ? 'signed' : 'card';
}
