import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DOOR_DRIVERS, DRIVER_FACTS } from '../../native/messages.ts';
import {
  deviceSetupSchema,
  type DeviceSettingsView,
  type DeviceSetup,
  type SetupProblem,
} from '../../preload/device-views.ts';
import type { Settings, SettingsFile } from '../settings.ts';
import { problemsOf } from './problems.ts';

export interface SetupParts {
  readonly home: string;
  readonly settings: Pick<SettingsFile, 'saved' | 'setAll' | 'tryOut'>;
  /** The settings name other devices now. */
  readonly apply: () => void;
  readonly record: (what: 'saved' | 'undone') => void;
}

export interface Setup {
  readonly view: () => DeviceSettingsView;
  /** Saved and applied when nothing stands against it. */
  readonly save: (setup: DeviceSetup) => SetupProblem[];
  /** Uses a setup as if it were saved; undefined: the saved one is in use again. */
  readonly tryOut: (setup: DeviceSetup | undefined) => void;
  /** Back to the setup before the last save. Without one nothing happens. */
  readonly undo: () => void;
}

/** The setup before the last save, beside the settings file, so that it can be gone back to after a restart too. */
const BEFORE = 'settings.json.before';

export function createSetup({ home, settings, apply, record }: SetupParts): Setup {
  const before = path.join(home, BEFORE);
  /** What was chosen or learnt elsewhere, and is no part of the setup, stays. */
  const sectionsOf = (setup: DeviceSetup): Partial<Settings> => {
    const { camera, wedge } = settings.saved();
    return { ...setup, camera: { ...camera, ...setup.camera }, wedge: { ...wedge, ...setup.wedge } };
  };
  const put = (setup: DeviceSetup): void => {
    settings.tryOut(undefined);
    settings.setAll(sectionsOf(setup));
    apply();
  };
  return {
    view() {
      const { learnt } = settings.saved().wedge;
      const setup = setupOf(settings.saved());
      return { setup, ...(learnt && { learnt }), canUndo: existsSync(before), drivers: DRIVERS };
    },
    save(setup) {
      const problems = problemsOf(setup, DRIVER_FACTS);
      if (problems.length > 0) return problems;
      writeFileSync(before, JSON.stringify(setupOf(settings.saved()), undefined, 2));
      put(setup);
      record('saved');
      return [];
    },
    tryOut(setup) {
      settings.tryOut(setup && sectionsOf(setup));
      apply();
    },
    undo() {
      const setup = readSetup(before);
      rmSync(before, { force: true });
      if (!setup) return;
      put(setup);
      record('undone');
    },
  };
}

const DRIVERS: DeviceSettingsView['drivers'] = DOOR_DRIVERS.map((name) => ({ name, ...DRIVER_FACTS[name] }));

/** The part of the settings that is about devices. A lane's door that nobody set up is left out: it opens nothing. */
export function setupOf({ lanes, doors, scanners, wedge, camera }: Settings): DeviceSetup {
  return {
    lanes: lanes.map(({ doorId, ...lane }) => (doors.some(({ id }) => id === doorId) ? { ...lane, doorId } : lane)),
    doors,
    scanners,
    wedge: { enabled: wedge.enabled, laneId: wedge.laneId },
    camera: { enabled: camera.enabled, laneId: camera.laneId },
  };
}

function readSetup(file: string): DeviceSetup | undefined {
  try {
    const read = deviceSetupSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    return read.success ? read.data : undefined;
  } catch {
    return undefined;
  }
}
