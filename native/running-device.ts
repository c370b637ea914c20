/** A device that runs until it is stopped. */
export interface RunningDevice {
  /** Says again how it stands, if that is known yet; otherwise it follows by itself. */
  tellStanding(): void;
  /** Brings it to rest and closes its port. */
  stop(): Promise<void>;
}
