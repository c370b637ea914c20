import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DeviceSetup, DoorTest, SelfCheck, TestReading } from '../../preload/device-views.ts';
import type { DeskStatus } from '../../preload/views.ts';
import { runCentral, type RunningCentral } from './rig/central.ts';
import { ask } from './rig/desk.ts';
import { simulateDoor, type SimulatedDoor } from './rig/door.ts';
import { newFolder, removeFolder, runGate, type RunningGate } from './rig/gate.ts';
import { actsOf, chainOf, journalEvents } from './rig/journal.ts';
import { signIn } from './rig/sign-in.ts';
import { simulateScanner, type SimulatedScanner } from './rig/scanner.ts';

const SOON = { timeout: 15_000, interval: 100 };
const LINE = { baudRate: 9600, dataBits: 8, parity: 'none', stopBits: 1 } as const;
const CONTACT = 1;
const FIRE = 2;

describe('devices set up from the desk', () => {
  const folder = newFolder();
  let central: RunningCentral;
  let door: SimulatedDoor;
  let entry: SimulatedScanner;
  let exit: SimulatedScanner;
  let gate: RunningGate;
  let desk: Page;

  const start = async (): Promise<void> => {
    gate = await runGate({ folder, central });
    desk = await gate.desk();
    await desk.getByText('Riverside').first().waitFor();
    await signIn(desk, 'administrator');
  };
  beforeAll(async () => {
    central = await runCentral(folder);
    door = await simulateDoor(folder, 'modbus-rtu');
    entry = await simulateScanner(folder);
    exit = await simulateScanner(folder);
    gate = await runGate({ folder, central, settings: { camera: { enabled: false } } });
    desk = await gate.desk();
    await desk.getByText('Riverside').first().waitFor();
    await signIn(desk, 'administrator');
  });
  afterAll(async () => {
    await gate?.close();
    await entry?.stop();
    await exit?.stop();
    await door?.stop();
    await central?.stop();
    removeFolder(folder);
  });

  const setup = (): DeviceSetup => ({
    lanes: [
      { id: 'lane-in', name: 'In', direction: 'in', doorId: 'door-1' },
      { id: 'lane-out', name: 'Out', direction: 'out', doorId: 'door-1' },
    ],
    doors: [
      {
        id: 'door-1',
        name: 'Main door',
        driver: 'modbus-rtu',
        path: door.path,
        ...LINE,
        channel: 1,
        unit: 1,
        pulseMs: 500,
        inputs: [
          { which: 'contact', from: CONTACT, wiring: 'NO' },
          { which: 'fire', from: FIRE, wiring: 'NO' },
        ],
      },
    ],
    scanners: [
      { id: 'serial-in', kind: 'serial', path: entry.path, ...LINE, laneId: 'lane-in' },
      { id: 'serial-out', kind: 'serial', path: exit.path, ...LINE, laneId: 'lane-out' },
    ],
    wedge: { enabled: true, laneId: 'lane-in' },
    camera: { enabled: false, laneId: 'lane-in' },
  });
  const status = () => ask<DeskStatus>(desk, 'getStatus');
  const theDoor = async () => (await status()).doors[0];
  const typesWith = (causeId: unknown) =>
    journalEvents(gate.home)
      .filter(({ data }) => data['causeId'] === causeId)
      .map(({ type }) => type);

  test('a setup in which two devices share a port is told so and changes nothing', async () => {
    const { scanners, ...rest } = setup();
    const shared = { ...rest, scanners: scanners.map((scanner) => ({ ...scanner, path: door.path })) };
    expect(await ask(desk, 'saveDeviceSettings', shared)).toEqual({
      problems: [
        { place: 'scanners.0.path', problem: 'port_in_use' },
        { place: 'scanners.1.path', problem: 'port_in_use' },
      ],
    });
    expect((await status()).doors).toEqual([]);
  });

  test('a good one is in force at once', async () => {
    expect(await ask(desk, 'saveDeviceSettings', setup())).toEqual({ problems: [] });
    const states = async () => (await status()).devices.map(({ id, state }) => `${id} ${state}`);
    await expect.poll(states, SOON).toEqual(['serial-in up', 'serial-out up', 'door-1 up', 'device-host up']);
    await expect.poll(async () => (await theDoor())?.contact, SOON).toBe('closed');
  });

  test('scanners are tried without anything being decided', async () => {
    await desk.evaluate(() => {
      const page = globalThis as unknown as { seen: unknown[]; gatehouse: Record<string, (run: unknown) => void> };
      page.seen = [];
      page.gatehouse['onTestReading']?.((reading: unknown) => page.seen.push(reading));
    });
    const seen = () => desk.evaluate(() => (globalThis as unknown as { seen: TestReading[] }).seen);
    await ask(desk, 'tryScanners', { on: true });
    entry.scan(central.badge('good').text);
    await expect.poll(seen, SOON).toMatchObject([{ scannerId: 'serial-in', source: 'serial', kind: 'signed' }]);
    await ask(desk, 'tryScanners', { on: false });
    expect(actsOf(gate.home)).toEqual([]);
    expect(door.moves()).toEqual([]);
  });

  test('G2: a door is tried: written down first, then released, and its contact seen', async () => {
    const tried = ask<DoorTest>(desk, 'testDoor', { doorId: 'door-1' });
    await expect.poll(() => door.moves().map(({ on }) => on), SOON).toEqual([true, false]);
    door.input(CONTACT, true);
    expect(await tried).toEqual({ ok: true, confirmation: 'verified', contactOpened: true });
    door.input(CONTACT, false);
    const override = journalEvents(gate.home).find(({ type }) => type === 'override.given');
    expect(override?.data).toEqual({ doorId: 'door-1', purpose: 'test', reason: '' });
    await expect.poll(() => typesWith(override?.id), SOON).toEqual(['door.opened', 'door.closed']);
  });

  test('G2: a door that is locked down lets nobody in, and everybody out', async () => {
    await ask(desk, 'setDoorMode', { doorId: 'door-1', mode: 'locked_down', reason: 'Crane over the path' });
    const before = door.moves().length;
    entry.scan(central.badge('good').text);
    await expect.poll(() => actsOf(gate.home), SOON).toEqual(['locked_down']);
    expect(door.moves()).toHaveLength(before);
    exit.scan(central.badge('good').text);
    await expect.poll(() => actsOf(gate.home), SOON).toEqual(['locked_down', 'out goodbye']);
    await expect.poll(() => door.moves().length, SOON).toBe(before + 2);
  });

  test('G2: a lock-down holds over a restart, with its reason', async () => {
    await gate.close();
    await start();
    await expect
      .poll(theDoor, SOON)
      .toMatchObject({ mode: 'locked_down', modeReason: 'Crane over the path', state: 'up' });
  });

  test('G2: fire frees the door and lets nobody in until it is over', async () => {
    await expect.poll(async () => (await theDoor())?.contact, SOON).toBe('closed');
    const before = door.moves().length;
    door.input(FIRE, true);
    await expect.poll(async () => (await theDoor())?.fire, SOON).toBe(true);
    await expect.poll(() => door.moves().at(-1)?.on, SOON).toBe(true);
    entry.scan(central.badge('good-card').text);
    await expect.poll(() => actsOf(gate.home).at(-1), SOON).toBe('fire_alarm');
    door.input(FIRE, false);
    await expect.poll(async () => (await theDoor())?.fire, SOON).toBe(false);
    await expect.poll(() => door.moves().at(-1)?.on, SOON).toBe(false);
    expect(door.moves().length).toBeGreaterThan(before);
    expect((await theDoor())?.mode).toBe('locked_down');
    await ask(desk, 'setDoorMode', { doorId: 'door-1', mode: 'normal', reason: 'All clear' });
  });

  test('G11: a self-check looks at every part and is kept as an event', async () => {
    await ask(desk, 'startSelfCheck');
    const check = () => ask<SelfCheck>(desk, 'getSelfCheck');
    await expect.poll(async () => (await check()).state, SOON).toBe('done');
    const { results } = await check();
    expect(results.map(({ part, result }) => `${part} ${result}`)).toEqual([
      'camera skipped',
      'scanner good',
      'scanner good',
      'door good',
      'sound good',
      'clock good',
      'data good',
      'central good',
      'journal good',
      expect.stringMatching(/^disk /),
    ]);
    const kept = journalEvents(gate.home).find(({ type }) => type === 'device.self_check');
    expect(kept?.data).toMatchObject({ ended: 'done', results: expect.objectContaining({ length: results.length }) });
  });

  test('the desk as it is shown goes to the printer when it is asked to', async () => {
    await gate.app.evaluate(({ BrowserWindow }) => {
      for (const { webContents } of BrowserWindow.getAllWindows())
        webContents.print = () => void Object.assign(globalThis, { printed: webContents.getURL() });
    });
    await ask(desk, 'printPage');
    expect(await gate.app.evaluate(() => (globalThis as { printed?: string }).printed)).toMatch(/desk\.html$/);
  });

  test('the setup before is one step away', async () => {
    await ask(desk, 'undoDeviceSettings');
    await expect.poll(async () => (await status()).devices.map(({ id }) => id), SOON).toEqual(['device-host']);
    expect(await ask(desk, 'getDeviceSettings')).toMatchObject({ canUndo: false, setup: { doors: [], scanners: [] } });
  });

  test('all of it reaches central, the chain whole', async () => {
    await expect
      .poll(async () => (await central.events(gate.home)).map(({ id }) => id), SOON)
      .toEqual(journalEvents(gate.home).map(({ id }) => id));
    expect(chainOf(gate.home).faults).toEqual([]);
  });
});
