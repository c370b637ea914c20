import type { Clock } from '../clock.ts';
import type { FromHost, SerialScannerConfig } from '../messages.ts';
import type { RunningScanner } from '../running-device.ts';
import { keepOpen } from '../serial/line.ts';
import type { OpenTransport } from '../serial/transport.ts';
import { endScanOnSilence, feedScan, NO_SCAN, SILENCE_MS, type Scanned } from './serial-frame.ts';
import { signalBytes } from './signals.ts';
import { scannerVoice } from './voice.ts';

/** Reads a serial scanner for as long as it is wanted. */
export function runSerialScanner(
  scanner: SerialScannerConfig,
  { open, clock, tell }: { open: OpenTransport; clock: Clock; tell: (message: FromHost) => void },
): RunningScanner {
  const voice = scannerVoice(scanner, { clock, tell });
  let inHand = NO_SCAN;
  let cancelSilence = () => {};

  const line = keepOpen(scanner, open, clock, {
    opened() {
      line.settled();
      voice.up();
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
      voice.down(fault);
    },
  });

  function take(scanned: Scanned): void {
    inHand = scanned.inHand;
    voice.heard(scanned.outcomes);
  }

  return {
    signal(maker, what) {
      const bytes = signalBytes(maker, what);
      if (bytes) line.write(bytes);
    },
    tellStanding: voice.tellStanding,
    async stop() {
      cancelSilence();
      await line.close();
    },
  };
}
