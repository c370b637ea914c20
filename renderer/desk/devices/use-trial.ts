import { useEffect, useState } from 'react';
import type { DeviceSetup, TestReading } from '../../../preload/device-views.ts';
import { useDesk } from '../data/desk.tsx';

/** Main ends a trial by itself after this long. */
const TRIAL_MS = 120_000;
const MOST_READINGS = 6;

export interface ScannerTrial {
  readonly isOn: boolean;
  /** Newest first. */
  readonly readings: readonly TestReading[];
  readonly start: () => void;
  readonly stop: () => void;
}

/**
 * Readings on trial: shown here and taken no further.
 * @param setup tried without being saved; absent: what is saved
 * @param startsOn without anybody pressing anything
 */
export function useScannerTrial(setup?: DeviceSetup, startsOn = false): ScannerTrial {
  const { bridge } = useDesk();
  const [isOn, setOn] = useState(startsOn);
  const [readings, setReadings] = useState<readonly TestReading[]>([]);
  useEffect(() => {
    if (!isOn) return;
    const stopListening = bridge.onTestReading((reading) =>
      setReadings((before) => [reading, ...before].slice(0, MOST_READINGS)),
    );
    bridge.tryScanners({ on: true, ...(setup && { setup }) }).catch(() => setOn(false));
    const timer = setTimeout(() => setOn(false), TRIAL_MS);
    return () => {
      clearTimeout(timer);
      stopListening();
      bridge.tryScanners({ on: false }).catch(() => undefined);
    };
  }, [bridge, isOn, setup]);
  return {
    isOn,
    readings,
    start() {
      setReadings([]);
      setOn(true);
    },
    stop: () => setOn(false),
  };
}
