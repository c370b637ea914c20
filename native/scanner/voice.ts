import type { Clock } from '../clock.ts';
import type { DeviceFault } from '../fault.ts';
import type { FromHost, ScannerConfig } from '../messages.ts';
import type { ScanOutcome } from './serial-frame.ts';

/** What a scanner of any kind tells main. */
export interface ScannerVoice {
  up(): void;
  down(fault: DeviceFault): void;
  heard(outcomes: readonly ScanOutcome[]): void;
  tellStanding(): void;
}

/** Each change of standing is told once. Texts go out as they were read: what they mean is decided in main. */
export function scannerVoice(
  scanner: Pick<ScannerConfig, 'id' | 'laneId'>,
  { clock, tell }: { readonly clock: Clock; readonly tell: (message: FromHost) => void },
): ScannerVoice {
  const decoder = new TextDecoder();
  const standingOf = (state: 'up' | 'down') =>
    ({ type: 'device', deviceId: scanner.id, kind: 'scanner', state }) as const;
  let standing: FromHost | undefined;

  function stands(next: FromHost): void {
    if (JSON.stringify(next) === JSON.stringify(standing)) return;
    standing = next;
    tell(next);
  }

  const reading = (text: string) =>
    tell({ type: 'reading', scannerId: scanner.id, laneId: scanner.laneId, text, atMs: Math.round(clock.wallMs()) });

  return {
    up: () => stands(standingOf('up')),
    down: (fault) => stands({ ...standingOf('down'), ...fault }),
    heard(outcomes) {
      for (const outcome of outcomes) {
        if (outcome.kind === 'text') reading(decoder.decode(outcome.bytes));
        else tell({ ...standingOf('up'), detail: `${outcome.length} bytes were skipped: ${outcome.kind}` });
      }
    },
    tellStanding: () => standing && tell(standing),
  };
}
