import { closeSync, constants, mkdirSync, openSync, writeSync } from 'node:fs';
import path from 'node:path';
import { laySerialCable } from '../../../scripts/serial-cable.ts';

/** A serial scanner before which one badge after the other is held, whether anybody reads it or not. */
export interface BusyScanner {
  readonly path: string;
  readonly scans: () => number;
  readonly rest: () => void;
  readonly goOn: () => void;
  readonly stop: () => Promise<void>;
}

/** Shortest and longest time from one badge to the next, so that pulses follow, touch and overlap each other. */
const PACE_MS = { least: 120, most: 520 };

export async function runBusyScanner(
  folder: string,
  texts: readonly string[],
  random: () => number,
): Promise<BusyScanner> {
  const home = path.join(folder, 'scanner');
  mkdirSync(home, { recursive: true });
  const cable = await laySerialCable(home);
  // Never waits: what a full line can't take is lost, as on a scanner that nobody listens to.
  const port = openSync(cable.deviceEnd, constants.O_RDWR | constants.O_NONBLOCK | constants.O_NOCTTY);
  let scans = 0;
  let timer: NodeJS.Timeout | undefined;

  const scan = (): void => {
    try {
      writeSync(port, `${texts[scans % texts.length]}\r`);
      scans += 1;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
    }
    next();
  };
  const next = (): void => {
    timer = setTimeout(scan, PACE_MS.least + random() * (PACE_MS.most - PACE_MS.least));
  };
  next();
  return {
    path: cable.appEnd,
    scans: () => scans,
    rest: () => clearTimeout(timer),
    goOn: next,
    async stop() {
      clearTimeout(timer);
      closeSync(port);
      await cable.cut();
    },
  };
}
