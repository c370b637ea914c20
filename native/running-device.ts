import type { SCANNER_MAKERS, SCANNER_SIGNALS } from './messages.ts';

/** A device that runs until it is stopped. */
export interface RunningDevice {
  /** Says again how it stands, if that is known yet; otherwise it follows by itself. */
  tellStanding(): void;
  /** Brings it to rest and closes its port. */
  stop(): Promise<void>;
}

/** A scanner that runs. */
export interface RunningScanner extends RunningDevice {
  /** Asks it to light up, or to beep, in its maker's words. Nothing happens where those are not known, or it is down. */
  signal(maker: (typeof SCANNER_MAKERS)[number], what: (typeof SCANNER_SIGNALS)[number]): void;
}
