import { describe, expect, test } from 'vitest';
import { DRIVER_FACTS } from '../../native/messages.ts';
import { deviceSetupSchema, type DeviceSetup } from '../../preload/device-views.ts';
import {
  gapsOf,
  newDoor,
  newScanner,
  removeDoor,
  removeLane,
  withDriver,
  withRules,
  type DriverFacts,
} from '../../renderer/desk/devices/draft.ts';
import { isSame } from '../../renderer/desk/devices/use-plugged.ts';
import { isAnswered, NOTHING_YET, pagesFor, setupFrom, type Answers } from '../../renderer/desk/wizard/answers.ts';
import { NEW_SETUP, PLUGGED, SETUP, settingsOf } from './desk/fixture-devices.ts';

const facts = (name: keyof typeof DRIVER_FACTS): DriverFacts => ({ name, ...DRIVER_FACTS[name] });

describe('a draft of the device setup', () => {
  test('numbers what is added with the first number that is free', () => {
    expect(newDoor(SETUP, 'Goods gate', facts('lcus')).id).toBe('door-2');
    expect(newScanner(NEW_SETUP, 'hid', 'lane-1').id).toBe('scanner-1');
  });

  test('gives a new door the safe pulse and its family’s factory address', () => {
    expect(newDoor(SETUP, 'Goods gate', facts('modbus-ascii'))).toMatchObject({ pulseMs: 3000, unit: 254, channel: 1 });
  });

  test('a door that goes leaves its lane without one', () => {
    const { doors, lanes } = removeDoor(SETUP, 0);
    expect({ doors, lanes }).toEqual({
      doors: [],
      lanes: [{ id: 'lane-1', name: 'Main entrance', direction: 'both' }],
    });
  });

  test('a door that goes is in no airlock any more; rules as usual are not written down', () => {
    const [first] = SETUP.doors;
    if (!first) throw new Error('the fixture has a door');
    const two = { ...SETUP, doors: [withRules(first, { interlockedWith: ['door-2'] }), { ...first, id: 'door-2' }] };
    expect(removeDoor(two, 1).doors).toEqual([first]);
  });

  test('a rule outside what is possible is a gap', () => {
    const [first] = SETUP.doors;
    if (!first) throw new Error('the fixture has a door');
    const doors = [withRules(first, { heldAfterMs: 1000, graceMs: 500 })];
    expect([...gapsOf({ ...SETUP, doors })]).toEqual([['doors.0.rules.heldAfterMs', 'out_of_range']]);
  });

  test('what read badges at a lane that goes reads them at the one that is left', () => {
    const two: DeviceSetup = { ...SETUP, lanes: [{ id: 'lane-2', name: 'Back', direction: 'out' }, ...SETUP.lanes] };
    const left = removeLane(two, 1);
    expect([left.scanners[0]?.laneId, left.wedge.laneId, left.camera.laneId]).toEqual(['lane-2', 'lane-2', 'lane-2']);
  });

  test('another family keeps no relay and no input that it does not have', () => {
    const door = { ...SETUP.doors[0]!, channel: 12, inputs: [{ which: 'contact', from: 1, wiring: 'NC' } as const] };
    const { channel, inputs } = withDriver(door, facts('kmtronic-4'));
    expect({ channel, inputs }).toEqual({ channel: 4, inputs: undefined });
  });

  test.each([
    ['a door without a name', { doors: [{ ...SETUP.doors[0]!, name: ' ' }] }, 'doors.0.name', 'no_name'],
    ['a door without a port', { doors: [{ ...SETUP.doors[0]!, path: '' }] }, 'doors.0.path', 'no_port'],
    ['a pulse of a minute', { doors: [{ ...SETUP.doors[0]!, pulseMs: 60_000 }] }, 'doors.0.pulseMs', 'out_of_range'],
    ['an emptied number', { doors: [{ ...SETUP.doors[0]!, unit: Number.NaN }] }, 'doors.0.unit', 'out_of_range'],
    [
      'a scanner without a port',
      { scanners: [newScanner(NEW_SETUP, 'serial', 'lane-1')] },
      'scanners.0.path',
      'no_port',
    ],
  ])('%s is told at its place', (_, change, place, problem) => {
    expect([...gapsOf({ ...SETUP, ...change })]).toEqual([[place, problem]]);
  });
});

describe('a device that is plugged in', () => {
  const board = PLUGGED[0]!;
  test('is known at another path by where it hangs', () => {
    expect(isSame({ ...board, path: '/dev/ttyUSB7' }, SETUP.doors[0]!)).toBe(true);
  });
  test('is another one at the same path when another board hangs there', () => {
    const other = { ...board, usb: { ...board.usb!, location: 'pci-0000:00:14.0-usb-0:3:1.0' } };
    expect(isSame(other, SETUP.doors[0]!)).toBe(false);
  });
});

describe('the wizard’s answers', () => {
  const all: Answers = {
    readers: ['camera', 'serial', 'hid'],
    scannerPort: PLUGGED[1]!,
    hasDoor: true,
    driver: 'modbus-rtu',
    doorPort: PLUGGED[0]!,
    channel: 2,
    direction: 'in',
  };

  test('make a setup that main takes', () => {
    const { setup, doorId } = setupFrom(all, settingsOf(NEW_SETUP), 'Main door');
    expect(deviceSetupSchema.parse(setup)).toEqual(setup);
    expect(setup.lanes).toEqual([{ id: 'lane-1', name: 'Main entrance', direction: 'in', doorId }]);
    expect(setup.doors).toMatchObject([{ name: 'Main door', driver: 'modbus-rtu', channel: 2, pulseMs: 3000 }]);
    expect(setup.scanners.map(({ kind }) => kind)).toEqual(['serial', 'hid']);
    expect([setup.camera.enabled, setup.wedge.enabled]).toEqual([true, false]);
  });

  test('replace the first lane’s devices and leave the other lanes alone', () => {
    const side = { ...SETUP.doors[0]!, id: 'door-9', name: 'Side door', channel: 3 };
    const two: DeviceSetup = {
      ...SETUP,
      lanes: [...SETUP.lanes, { id: 'lane-2', name: 'Side', direction: 'out', doorId: 'door-9' }],
      doors: [...SETUP.doors, side],
    };
    const { setup } = setupFrom({ ...all, hasDoor: false }, settingsOf(two), 'Main door');
    expect(setup.doors).toEqual([side]);
    expect(setup.lanes[0]).not.toHaveProperty('doorId');
    expect(setup.lanes[1]).toEqual(two.lanes[1]);
  });

  test.each([
    ['no door', { hasDoor: false }, ['readers', 'tryReading', 'hasDoor', 'direction', 'summary']],
    [
      'a serial scanner',
      { readers: ['serial'] },
      ['readers', 'scannerPort', 'tryReading', 'hasDoor', 'direction', 'summary'],
    ],
    [
      'a door',
      { hasDoor: true },
      ['readers', 'tryReading', 'hasDoor', 'board', 'doorPort', 'relay', 'direction', 'summary'],
    ],
  ] as const)('%s: only the questions that are open are asked', (_, answers, pages) => {
    expect(pagesFor({ ...NOTHING_YET, ...answers })).toEqual(pages);
  });

  test('a page that nobody answered holds the wizard', () => {
    const unanswered = pagesFor({ ...all }).filter((page) => !isAnswered(page, NOTHING_YET));
    expect(unanswered).toEqual(['readers', 'scannerPort', 'hasDoor', 'board', 'doorPort']);
  });
});
