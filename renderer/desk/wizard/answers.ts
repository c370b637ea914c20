/** What the wizard was told, and the setup that comes of it: nothing here is saved, all of it can be gone back on. */
import type { DeviceSettingsView, DeviceSetup } from '../../../preload/device-views.ts';
import { newDoor, newScanner, removeDoor, SAFE_PULSE_MS, type Driver, type Lane } from '../devices/draft.ts';
import { namedBy } from '../devices/port-field.tsx';
import type { Plugged } from '../devices/use-plugged.ts';

export const READERS = ['camera', 'wedge', 'serial', 'hid'] as const;
export type Reader = (typeof READERS)[number];

export interface Answers {
  readonly readers: readonly Reader[];
  /** The port of the serial scanner. */
  readonly scannerPort?: Plugged;
  readonly hasDoor?: boolean;
  readonly driver?: Driver;
  readonly doorPort?: Plugged | undefined;
  readonly channel: number;
  readonly direction: Lane['direction'];
}
export const NOTHING_YET: Answers = { readers: [], channel: 1, direction: 'both' };

export const PAGES = ['readers', 'scannerPort', 'tryReading', 'hasDoor', 'board', 'doorPort', 'relay', 'direction', 'summary'] as const; // prettier-ignore
export type WizardPage = (typeof PAGES)[number];
/** The four steps that people are told of. */
export const STEPS = ['badge', 'door', 'way', 'end'] as const;
export type WizardStep = (typeof STEPS)[number];
export const STEP_OF_PAGE: Readonly<Record<WizardPage, WizardStep>> = {
  readers: 'badge',
  scannerPort: 'badge',
  tryReading: 'badge',
  hasDoor: 'door',
  board: 'door',
  doorPort: 'door',
  relay: 'door',
  direction: 'way',
  summary: 'end',
};

/** Only the questions that the answers so far leave open. */
export const pagesFor = ({ readers, hasDoor }: Answers): readonly WizardPage[] =>
  PAGES.filter((page) => {
    if (page === 'scannerPort') return readers.includes('serial');
    if (page === 'board' || page === 'doorPort' || page === 'relay') return hasDoor === true;
    return true;
  });

/** Whether a page's question has its answer. */
export function isAnswered(page: WizardPage, answers: Answers): boolean {
  switch (page) {
    case 'readers':
      return answers.readers.length > 0;
    case 'scannerPort':
      return answers.scannerPort !== undefined;
    case 'hasDoor':
      return answers.hasDoor !== undefined;
    case 'board':
      return answers.driver !== undefined;
    case 'doorPort':
      return answers.doorPort !== undefined;
    case 'tryReading':
    case 'relay':
    case 'direction':
    case 'summary':
      return true;
  }
}

interface Made {
  readonly setup: DeviceSetup;
  /** The door that the answers speak of; undefined as long as they leave it open, or where there is none. */
  readonly doorId: string | undefined;
}

/** The setup with the first lane as the answers say; every other lane and door stays as it was. */
export function setupFrom(answers: Answers, { setup, drivers }: DeviceSettingsView, doorName: string): Made {
  const bare = withoutFirstDoor(setup);
  const lane = bare.lanes[0];
  if (!lane) return { setup, doorId: undefined };
  const scanners = bare.scanners.filter(({ laneId }) => laneId !== lane.id);
  const start: DeviceSetup = {
    ...bare,
    scanners,
    camera: { enabled: answers.readers.includes('camera'), laneId: lane.id },
    wedge: { enabled: answers.readers.includes('wedge'), laneId: lane.id },
  };
  const { scannerPort, doorPort } = answers;
  const read = answers.readers.reduce((next, reader) => {
    if (reader === 'serial' && scannerPort) {
      const scanner = { ...newScanner(next, 'serial', lane.id), ...namedBy(scannerPort) };
      return { ...next, scanners: [...next.scanners, scanner] };
    }
    return reader === 'hid' ? { ...next, scanners: [...next.scanners, newScanner(next, 'hid', lane.id)] } : next;
  }, start);
  const driver = drivers.find(({ name }) => name === answers.driver);
  const door =
    answers.hasDoor === true && driver && doorPort
      ? { ...newDoor(read, doorName, driver), ...namedBy(doorPort), channel: answers.channel, pulseMs: SAFE_PULSE_MS }
      : undefined;
  const first = { ...lane, direction: answers.direction, ...(door && { doorId: door.id }) };
  return {
    setup: { ...read, lanes: [first, ...read.lanes.slice(1)], doors: door ? [...read.doors, door] : read.doors },
    doorId: door?.id,
  };
}

/** A door that other lanes use as well is kept. */
function withoutFirstDoor(setup: DeviceSetup): DeviceSetup {
  const [first, ...others] = setup.lanes;
  if (!first) return setup;
  const { doorId, ...lane } = first;
  const at = setup.doors.findIndex(({ id }) => id === doorId);
  const isShared = others.some((other) => other.doorId === doorId);
  return at < 0 || isShared ? { ...setup, lanes: [lane, ...others] } : removeDoor(setup, at);
}
