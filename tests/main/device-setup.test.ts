import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { createSetup } from '../../main/device-setup/device-setup.ts';
import { problemsOf } from '../../main/device-setup/problems.ts';
import { createTryScanners, TRIAL_MS } from '../../main/device-setup/try-scanners.ts';
import { openSettings, parseSettings } from '../../main/settings.ts';
import { readText } from '../../core/credential/read-text.ts';
import type { Reading } from '../../core/reading.ts';
import { doorSchema, DRIVER_FACTS, scannerSchema } from '../../native/messages.ts';
import type { DeviceSetup, TestReading } from '../../preload/device-views.ts';
import { START_MS, newHome } from './fixtures.ts';
import { virtualTime } from './virtual-time.ts';

const door = (more: object = {}) =>
  doorSchema.parse({ id: 'door-1', name: 'Door', driver: 'modbus-rtu', path: '/dev/ttyUSB0', ...more });
const serial = (more: object = {}) =>
  scannerSchema.parse({ id: 'serial-1', kind: 'serial', path: '/dev/ttyACM0', laneId: 'lane-1', ...more });
const hid = (more: object = {}) => scannerSchema.parse({ id: 'hid-1', kind: 'hid', laneId: 'lane-1', ...more });
const usb = (more: object) => ({ usb: { vendorId: '0c2e', productId: '0720', ...more } });

const good = (more: Partial<DeviceSetup> = {}): DeviceSetup => ({
  lanes: [{ id: 'lane-1', name: 'In', direction: 'in', doorId: 'door-1' }],
  doors: [door()],
  scanners: [serial()],
  wedge: { enabled: true, laneId: 'lane-1' },
  camera: { enabled: true, laneId: 'lane-1' },
  ...more,
});
const lane = good().lanes[0] as DeviceSetup['lanes'][number];

describe('what stands against a setup', () => {
  const second = (more: object) => [door(), door({ id: 'door-2', channel: 2, ...more })];

  test.each<[string, Partial<DeviceSetup>, string[]]>([
    ['nothing against a good one', {}, []],
    ['two doors on one board', { doors: second({}) }, []],
    ['boards of one family at two addresses of a line', { doors: second({ channel: 1, unit: 2 }) }, []],
    [
      'scanners of one make, told apart by serial number',
      {
        scanners: [
          serial(usb({ serialNumber: 'A' })),
          serial({ id: 's2', path: '/dev/ttyACM1', ...usb({ serialNumber: 'B' }) }),
        ],
      },
      [],
    ],
    ['HID scanners that nobody names, as many as there are', { scanners: [hid(), hid({ id: 'hid-2' })] }, []],
    [
      'a modem line of a board without inputs',
      {
        doors: [door({ driver: 'lcus', inputs: [{ which: 'contact', from: 'cts', wiring: 'NC' }] })],
      },
      [],
    ],
    ['a switched-off camera on no lane', { camera: { enabled: false, laneId: 'gone' } }, []],

    ['two lanes of one name', { lanes: [lane, lane] }, ['lanes.1.id same_id']],
    ['two doors of one name', { doors: second({ id: 'door-1' }) }, ['doors.1.id same_id']],
    ['a scanner that is called as a door', { scanners: [serial({ id: 'door-1' })] }, ['scanners.0.id same_id']],
    ['a scanner that is called as the camera', { scanners: [serial({ id: 'camera' })] }, ['scanners.0.id same_id']],
    ['two doors on one relay', { doors: second({ channel: 1 }) }, ['doors.1.channel same_relay']],
    ['a lane whose door is not there', { doors: [] }, ['lanes.0.doorId no_such_door']],
    ['a scanner on no lane', { scanners: [serial({ laneId: 'gone' })] }, ['scanners.0.laneId no_such_lane']],
    [
      'keyboard and camera on no lane',
      {
        wedge: { enabled: true, laneId: 'gone' },
        camera: { enabled: true, laneId: 'gone' },
      },
      ['wedge.laneId no_such_lane', 'camera.laneId no_such_lane'],
    ],
    [
      'a relay that the board does not have',
      { doors: [door({ driver: 'kmtronic-2', channel: 3 })] },
      ['doors.0.channel no_such_relay'],
    ],
    [
      'a scanner on the port of a door',
      { scanners: [serial({ path: '/dev/ttyUSB0' })] },
      ['scanners.0.path port_in_use'],
    ],
    ['two scanners on one port', { scanners: [serial(), serial({ id: 's2' })] }, ['scanners.1.path port_in_use']],
    [
      'one scanner under two paths',
      {
        scanners: [
          serial(usb({ serialNumber: 'A' })),
          serial({ id: 's2', path: '/dev/ttyACM1', ...usb({ serialNumber: 'A' }) }),
        ],
      },
      ['scanners.1.path port_in_use'],
    ],
    ['two families on one line', { doors: second({ driver: 'lcus' }) }, ['doors.1.path port_in_use']],
    ['two speeds on one line', { doors: second({ baudRate: 115_200 }) }, ['doors.1.path port_in_use']],
    [
      'inputs of a board without any',
      {
        doors: [door({ driver: 'lcus', inputs: [{ which: 'contact', from: 1, wiring: 'NC' }] })],
      },
      ['doors.0.inputs.0.from no_inputs'],
    ],
    [
      'a modem line of a HID board',
      {
        doors: [door({ driver: 'dcttech-hid', inputs: [{ which: 'rex', from: 'cts', wiring: 'NO' }] })],
      },
      ['doors.0.inputs.0.from no_inputs'],
    ],
    ['an airlock of two doors', { doors: second({ rules: { interlockedWith: ['door-1'] } }) }, []],
    [
      'an airlock with itself',
      { doors: [door({ rules: { interlockedWith: ['door-1'] } })] },
      ['doors.0.rules.interlockedWith own_airlock'],
    ],
    [
      'an airlock with a door that is gone',
      { doors: [door({ rules: { interlockedWith: ['door-9'] } })] },
      ['doors.0.rules.interlockedWith no_such_door'],
    ],
  ])('%s', (_name, more, expected) => {
    expect(problemsOf(good(more), DRIVER_FACTS).map(({ place, problem }) => `${place} ${problem}`)).toEqual(expected);
  });
});

describe('saving', () => {
  function onDisk() {
    const home = newHome();
    const settings = openSettings(home, START_MS);
    let applied = 0;
    const recorded: string[] = [];
    const record = (what: string) => void recorded.push(what);
    const setup = createSetup({ home, settings, apply: () => (applied += 1), record });
    const saved = () => parseSettings(JSON.parse(readFileSync(path.join(home, 'settings.json'), 'utf8'))).settings;
    return { home, settings, setup, saved, applied: () => applied, recorded };
  }

  test('puts a good setup into the file and in force, and keeps the chosen camera', () => {
    const { settings, setup, saved, applied, recorded } = onDisk();
    settings.set('camera', { enabled: true, laneId: 'lane-1', deviceId: 'cam-7', label: 'USB camera' });
    expect(setup.save(good())).toEqual([]);
    expect(saved()).toMatchObject({ doors: [door()], scanners: [serial()], camera: { deviceId: 'cam-7' } });
    expect(applied()).toBe(1);
    expect(recorded).toEqual(['saved']);
  });

  test('leaves everything as it was when something stands against it', () => {
    const { setup, settings, applied, recorded } = onDisk();
    const before = settings.get();
    expect(setup.save(good({ doors: [] }))).toHaveLength(1);
    expect(settings.get()).toBe(before);
    expect(setup.view().canUndo).toBe(false);
    expect(applied()).toBe(0);
    expect(recorded).toEqual([]);
  });

  test('can be undone once, also after a restart', () => {
    const { home, setup, settings } = onDisk();
    setup.save(good());
    setup.save(good({ scanners: [] }));
    const next = createSetup({ home, settings, apply: () => undefined, record: () => undefined });
    expect(next.view().canUndo).toBe(true);
    next.undo();
    expect(next.view()).toMatchObject({ canUndo: false, setup: { scanners: [serial()] } });
  });

  test('a lane of the default settings names a door that nobody set up: it is not shown', () => {
    expect(onDisk().setup.view().setup.lanes).toEqual([{ id: 'lane-1', name: 'Main entrance', direction: 'both' }]);
  });
});

describe('trying scanners', () => {
  function trial() {
    const time = virtualTime();
    const told: TestReading[] = [];
    const trust = { keys: [], verify: () => false, nowMs: START_MS };
    const tried = createTryScanners({
      readText: (raw) => readText(raw, trust),
      tell: (reading) => void told.push(reading),
      setTimer: time.setTimer,
    });
    const reading = (raw: string, source: Reading['source'] = 'hid'): Reading => ({
      source,
      scannerId: 'hid-1',
      laneId: 'lane-1',
      raw,
      atMs: START_MS,
    });
    return { time, told, tried, reading };
  }

  test('shows what came, and no more of it than tells codes apart', () => {
    const { told, tried, reading } = trial();
    tried.set(true);
    expect(tried.take(reading('CARD-0123456789-SECRET'))).toBe(true);
    const expected = {
      scannerId: 'hid-1',
      source: 'hid',
      kind: 'card',
      length: 22,
      beginning: 'CARD-0123456',
      atMs: START_MS,
    };
    expect(told).toEqual([expected]);
  });

  test.each([
    ['CARD-1', 'card'],
    ['gatehouse:enrol?u=https%3A%2F%2Fcentral.example&c=ABC', 'service'],
    ['GH1:%%%', 'unreadable'],
    ['\u0000', 'unreadable'],
  ])('%j is %s', (raw, kind) => {
    const { told, tried, reading } = trial();
    tried.set(true);
    tried.take(reading(raw));
    expect(told[0]?.kind).toBe(kind);
  });

  test('is off until it is asked for, and ends by itself after two minutes', async () => {
    const { time, tried, reading } = trial();
    expect(tried.take(reading('CARD-1'))).toBe(false);
    tried.set(true);
    await time.pass(TRIAL_MS - 1);
    expect(tried.take(reading('CARD-1'))).toBe(true);
    await time.pass(1);
    expect(tried.take(reading('CARD-1'))).toBe(false);
  });

  test('asked for again, begins its two minutes anew', async () => {
    const { time, tried, reading } = trial();
    tried.set(true);
    await time.pass(TRIAL_MS - 1);
    tried.set(true);
    await time.pass(TRIAL_MS - 1);
    expect(tried.take(reading('CARD-1'))).toBe(true);
  });

  test("lets a guard's tap pass: it is an act", () => {
    const { tried, reading } = trial();
    tried.set(true);
    expect(tried.take(reading('CARD-1', 'guard'))).toBe(false);
  });
});
