import { DRIVER_FACTS } from '../../native/messages.ts';
import type { DeviceSetup, DoorTest } from '../../preload/device-views.ts';
import type { DeviceView } from '../../preload/views.ts';
import type { Setup } from './device-setup.ts';
import { problemsOf } from './problems.ts';
import type { TryScanners } from './try-scanners.ts';

export interface TrySetupParts {
  readonly setup: Pick<Setup, 'tryOut'>;
  readonly trial: Pick<TryScanners, 'set'>;
  readonly stateOf: (deviceId: string) => Pick<DeviceView, 'state' | 'code'>;
  /** Releases a door that is in use now, with the reason on record. */
  readonly test: (doorId: string) => Promise<DoorTest>;
  readonly setTimer: (run: () => void, ms: number) => () => void;
}

/** Trials of a setup that is not saved: a wizard can ask whether the lock clicked before it keeps anything. */
export interface TrySetup {
  readonly scanners: (on: boolean, setup?: DeviceSetup) => void;
  readonly door: (doorId: string, setup?: DeviceSetup) => Promise<DoorTest>;
}

/** Longest wait for a board that is opened for a trial to come up; a silent one takes three seconds to be known as such. */
const UP_WITHIN_MS = 6000;
const LOOK_EVERY_MS = 100;
/** The relay falls in again before the board is let go. */
const AFTER_PULSE_MS = 500;

export function createTrySetup({ setup, trial, stateOf, test, setTimer }: TrySetupParts): TrySetup {
  /** What the scanners' trial uses: a door's trial goes back to it. */
  let scannersUse: DeviceSetup | undefined;
  const pause = (ms: number): Promise<void> => new Promise((resolve) => void setTimer(resolve, ms));

  const untilKnown = async (doorId: string): Promise<void> => {
    for (let waitedMs = 0; waitedMs < UP_WITHIN_MS && stateOf(doorId).state === 'starting'; waitedMs += LOOK_EVERY_MS) {
      await pause(LOOK_EVERY_MS);
    }
  };

  return {
    scanners(on, wanted) {
      trial.set(false);
      if (!on) return;
      scannersUse = wanted;
      if (wanted) setup.tryOut(wanted);
      trial.set(true, () => {
        scannersUse = undefined;
        if (wanted) setup.tryOut(undefined);
      });
    },
    async door(doorId, wanted) {
      if (!wanted) return test(doorId);
      const [problem] = problemsOf(wanted, DRIVER_FACTS);
      if (problem) return { ok: false, code: 'door_not_set_up', detail: `${problem.place}: ${problem.problem}` };
      setup.tryOut(wanted);
      await untilKnown(doorId);
      const { state, code } = stateOf(doorId);
      const result: DoorTest =
        state === 'up'
          ? await test(doorId)
          : { ok: false, code: code ?? 'board_silent', detail: 'the board did not come up' };
      await pause((wanted.doors.find(({ id }) => id === doorId)?.pulseMs ?? 0) + AFTER_PULSE_MS);
      setup.tryOut(scannersUse);
      return result;
    },
  };
}
