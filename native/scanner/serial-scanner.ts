import type { Clock } from '../clock.ts';
import type { DeviceFault } from '../fault.ts';
import type { FromHost, SerialScannerConfig } from '../messages.ts';
import type { RunningDevice } from '../running-device.ts';
import { keepOpen } from '../serial/line.ts';
import type { OpenTransport } from '../serial/transport.ts';
import { endScanOnSilence, feedScan, NO_SCAN, SILENCE_MS, type Scanned } from './serial-frame.ts';

/** Reads a scanner for as long as it is wanted. The text goes out as it was read: what it means is decided in main. */
export function runSerialScanner(
  scanner: SerialScannerConfig,
  { open, clock, tell }: { open: OpenTransport; clock: Clock; tell: (message: FromHost) => void },
): RunningDevice {
  const decoder = new TextDecoder();
  let inHand = NO_SCAN;
  let cancelSilence = () => {};
  let standing: FromHost | undefined;

  const line = keepOpen(scanner, open, clock, {
    opened() {
      line.settled();
      stands('up');
    },
    bytes(bytes) {
      cancelSilence();
      take(feedScan(inHand, bytes));
      if (inHand.length > 0) cancelSilence = clock.after(SILENCE_MS, () => take(endScanOnSilence(inHand)));
    },
    down(fault) {
      // The rest of a text that the cable cut off can't be trusted to come.
      cancelSilence();
      inHand = NO_SCAN;
      stands('down', fault);
    },
  });

  function take(scanned: Scanned): void {
    inHand = scanned.inHand;
    for (const outcome of scanned.outcomes) {
      if (outcome.kind === 'text') reading(decoder.decode(outcome.bytes));
      else tell({ ...standingOf('up'), detail: `${outcome.length} bytes were skipped: ${outcome.kind}` });
    }
  }

  const reading = (text: string) =>
    tell({ type: 'reading', scannerId: scanner.id, laneId: scanner.laneId, text, atMs: Math.round(clock.wallMs()) });

  const standingOf = (state: 'up' | 'down') =>
    ({ type: 'device', deviceId: scanner.id, kind: 'scanner', state }) as const;

  function stands(state: 'up' | 'down', why: Partial<DeviceFault> = {}): void {
    const next: FromHost = { ...standingOf(state), ...why };
    if (JSON.stringify(next) === JSON.stringify(standing)) return;
    standing = next;
    tell(next);
  }

  return {
    tellStanding: () => standing && tell(standing),
    async stop() {
      cancelSilence();
      await line.close();
    },
  };
}
