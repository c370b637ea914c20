import { SerialPort } from 'serialport';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { laySerialCable, type SerialCable } from '../../scripts/serial-cable.ts';
import { runCentral, type RunningCentral } from './rig/central.ts';
import { newFolder, removeFolder, runGate, type RunningGate } from './rig/gate.ts';
import { typeAsScanner } from './rig/keyboard.ts';
import { actsOf, journalEvents } from './rig/journal.ts';

const SOON = { timeout: 15_000, interval: 100 };

describe('scanners without a camera', () => {
  const folder = newFolder();
  let central: RunningCentral;
  let cable: SerialCable;
  let scanner: SerialPort;
  let gate: RunningGate;

  beforeAll(async () => {
    central = await runCentral(folder);
    cable = await laySerialCable(folder);
    scanner = new SerialPort({ path: cable.deviceEnd, baudRate: 9600 });
    scanner.on('error', () => undefined);
    const scanners = [{ id: 'serial-1', kind: 'serial', path: cable.appEnd, laneId: 'lane-1' }];
    const settings = { scanners, camera: { enabled: false } };
    gate = await runGate({ folder, settings, central });
    await (await gate.kiosk()).getByText('Riverside').first().waitFor();
    await (await gate.desk()).getByText('Riverside').first().waitFor();
  });
  afterAll(async () => {
    await gate?.close();
    scanner?.destroy();
    await cable?.cut();
    await central?.stop();
    removeFolder(folder);
  });

  const sourceOfLast = () =>
    journalEvents(gate.home).findLast(({ type }) => type === 'presence.checked_in')?.data['source'];

  test('the kiosk asks for the badge at the scanner', async () => {
    expect(await (await gate.kiosk()).innerText('body')).toMatch(/scanner/i);
  });

  test('G1: a serial scanner is read', async () => {
    scanner.write(`]Q1${central.badge('good-card').text}\r\n`);
    await expect.poll(() => actsOf(gate.home), SOON).toEqual(['in welcome']);
    expect(sourceOfLast()).toBe('serial');
  });

  test('G1: a keyboard-type scanner is read while the kiosk has focus', async () => {
    await typeAsScanner(gate.app, 'kiosk', central.badge('good').text);
    await expect.poll(() => actsOf(gate.home), SOON).toEqual(['in welcome', 'in welcome']);
    expect(sourceOfLast()).toBe('wedge');
  });

  test('a scan never ends up in a field, and what a person types does', async () => {
    const desk = await gate.desk();
    const field = desk.getByRole('textbox').or(desk.getByRole('searchbox')).first();
    await field.click();
    await field.pressSequentially('kow', { delay: 150 });
    await expect.poll(() => field.inputValue(), SOON).toBe('kow');
    await typeAsScanner(gate.app, 'desk', central.badge('good-es256').text);
    await expect.poll(() => actsOf(gate.home), SOON).toEqual(['in welcome', 'in welcome', 'in welcome']);
    expect(await field.inputValue()).toBe('kow');
  });
});
