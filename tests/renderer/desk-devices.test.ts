import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import type { DeviceSetup } from '../../preload/device-views.ts';
import { axeFinds, SOON, testedDesk } from './desk/desk-site.ts';
import { SETUP } from './desk/fixture-devices.ts';
import { NOW_MS, STATES, type DeskFixture } from './fixtures-desk.ts';

const { open, asked, bridge } = testedDesk();

async function openDevices(fixture: DeskFixture = STATES.busy, scheme: 'light' | 'dark' = 'light'): Promise<Page> {
  const page = await open(fixture, { scheme });
  await page.getByRole('button', { name: /^Settings/ }).click();
  await page.getByRole('button', { name: 'Set up devices' }).click();
  await page.locator('.plugged-line').first().waitFor();
  return page;
}
const doorName = (page: Page) => page.getByLabel('Name on the door');
const save = (page: Page): Promise<void> => page.getByRole('button', { name: 'Save and use now' }).click();

test('what is plugged in is guessed at, never asserted, and told with what it is used for', async () => {
  const page = await openDevices();
  const lines = await page.locator('.plugged-line').allInnerTexts();
  expect(lines.map((line) => line.replaceAll(/\s+/g, ' '))).toEqual([
    'USB Serial (CH340) Looks like a bare serial adapter · /dev/ttyUSB0 Opens Main turnstile',
    'Honeywell Voyager 1472g Looks like a serial scanner · /dev/ttyACM0 Scanner 1',
    'Newland NLS-FM80 Looks like an HID scanner · /dev/hidraw3 Not used',
    'USBRelay2 Looks like a relay board · /dev/hidraw5 Not used',
    'Device without a name Some other device · /dev/ttyS0 Not used',
  ]);
});

describe('a draft', () => {
  test('is saved as a whole, and the setup before comes back with one button', async () => {
    const page = await openDevices();
    await doorName(page).fill('North turnstile');
    await save(page);
    await page.getByRole('button', { name: 'Back to the setup before' }).click();
    await expect.poll(() => doorName(page).inputValue(), SOON).toBe('Main turnstile');
    const door = { ...SETUP.doors[0]!, name: 'North turnstile' };
    expect(asked('saveDeviceSettings')).toEqual([{ ...SETUP, doors: [door] }]);
    expect(asked('undoDeviceSettings')).toHaveLength(1);
  });

  test('with a gap is not sent; the field says what is missing and takes the focus', async () => {
    const page = await openDevices();
    await page.getByRole('button', { name: 'Add a door' }).click();
    await save(page);
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.closest('.field-wide')?.textContent), SOON)
      .toContain('Choose the device that is plugged in.');
    expect(asked('saveDeviceSettings')).toEqual([]);
  });

  test('that main does not take is told at its place and kept', async () => {
    const page = await openDevices();
    const port = page.getByRole('group', { name: /Scanner 1/ }).getByLabel('Plugged in as');
    await port.selectOption('/dev/ttyUSB0');
    await save(page);
    await page.locator('.save-bar').getByText('Something else uses this device.').waitFor();
    expect(await port.getAttribute('aria-invalid')).toBe('true');
    expect(await port.inputValue()).toBe('/dev/ttyUSB0');
  });

  test('of another board family offers only the ports and relays that it can have', async () => {
    const page = await openDevices();
    await page.getByLabel('Relay board').selectOption('dcttech-hid');
    const form = page.getByRole('group', { name: 'Main turnstile' });
    expect(await form.getByLabel('Plugged in as').locator('option').allInnerTexts()).toEqual([
      'Choose a device',
      'Newland NLS-FM80 · /dev/hidraw3 (Looks like an HID scanner)',
      'USBRelay2 · /dev/hidraw5 (Looks like a relay board)',
    ]);
    expect(await form.getByLabel('Relay', { exact: true }).locator('option').count()).toBe(8);
    expect(await form.getByLabel('Unit address').count()).toBe(0);
  });

  test('can say that an exit button hangs on a line of the port', async () => {
    const page = await openDevices();
    await page.getByRole('button', { name: 'Add an input' }).click();
    const row = page.locator('.input-row').nth(1);
    await row.getByLabel('Wired to').selectOption('Line CTS of the port');
    await row.getByLabel('Circuit at rest').selectOption('Open (NO)');
    await save(page);
    await page.getByText('Saved and in use.').waitFor();
    expect((asked('saveDeviceSettings')[0] as DeviceSetup).doors[0]?.inputs).toEqual([
      { which: 'contact', from: 1, wiring: 'NC' },
      { which: 'rex', from: 'cts', wiring: 'NO' },
    ]);
  });
});

describe('leaving with something unsaved', () => {
  test('asks once, and staying keeps what was typed', async () => {
    const page = await openDevices();
    await doorName(page).fill('North turnstile');
    await page.getByRole('button', { name: /^Gate/ }).click();
    const question = page.getByRole('dialog', { name: 'Leave without saving?' });
    await question.getByRole('button', { name: 'Stay here' }).click();
    expect(await doorName(page).inputValue()).toBe('North turnstile');
    await page.getByRole('button', { name: /^Gate/ }).click();
    await question.getByRole('button', { name: 'Leave without saving' }).click();
    await page.getByRole('grid', { name: 'Scheduled' }).waitFor();
    expect(asked('saveDeviceSettings')).toEqual([]);
  });

  test('asks nothing when a change was taken back by hand', async () => {
    const page = await openDevices();
    await doorName(page).fill('North turnstile');
    await doorName(page).fill('Main turnstile');
    await page.getByRole('button', { name: /^Gate/ }).click();
    await expect.poll(() => page.getByRole('grid', { name: 'Scheduled' }).isVisible(), SOON).toBe(true);
  });
});

describe('trying', () => {
  test('a scanner shows what it reads as it reads it, until it is stopped', async () => {
    const page = await openDevices();
    await page.getByRole('button', { name: 'Scan something now' }).click();
    await expect.poll(() => asked('tryScanners'), SOON).toEqual([{ on: true }]);
    const read = { scannerId: 'scanner-1', source: 'serial', kind: 'signed', length: 412, beginning: 'GH2:6BFOX', atMs: NOW_MS } as const; // prettier-ignore
    bridge().tell('testReading', read);
    bridge().tell('testReading', { ...read, source: 'camera', scannerId: 'camera', kind: 'unreadable', length: 9 });
    await page.getByText('412 characters').waitFor();
    const lines = (await page.locator('.reading').allInnerTexts()).map((line) => line.replaceAll(/\s+/g, ' '));
    expect(lines).toEqual([
      'Read, but not understood GH2:6BFOX… 9 characters Camera · 07:42',
      'Badge GH2:6BFOX… 412 characters Scanner 1 · 07:42',
    ]);
    await page.getByRole('button', { name: 'Stop trying' }).click();
    await expect.poll(() => asked('tryScanners'), SOON).toEqual([{ on: true }, { on: false }]);
  });

  test('a scanner that types is taught by one scan of the code on screen, and can be forgotten', async () => {
    const page = await openDevices();
    await page.getByText('Not learnt: it is taken to type as from the factory').waitFor();
    await page.getByRole('button', { name: 'Learn how it types' }).click();
    const dialog = page.getByRole('dialog', { name: 'Learn how this scanner types' });
    await dialog.getByRole('img', { name: 'Calibration code for scanners that type' }).waitFor();
    await expect.poll(() => asked('learnScanner').at(-1), SOON).toEqual({ on: true });
    bridge().tell('scannerLearnt', { ok: false });
    await dialog.getByText('Scan it once more').waitFor();
    const learnt = { layout: 'fr', keys: {}, keyMs: 12, suffix: 'enter', prefix: '', aim: false } as const;
    bridge().tell('scannerLearnt', { ok: true, learnt });
    const said = 'Learnt: French layout, 12 ms per key, ends with Enter.';
    await dialog.getByText(said).waitFor();
    await dialog.getByRole('button', { name: 'Close' }).click();
    await expect.poll(() => asked('learnScanner').at(-1), SOON).toEqual({ on: false });
    await page.getByText(said).waitFor();
    await page.getByRole('button', { name: 'Forget it' }).click();
    await page.getByText('Not learnt:').waitFor();
    expect(asked('forgetScanner')).toHaveLength(1);
  });

  test('a door asks once and tells what came of it, with the draft and without saving it', async () => {
    const page = await openDevices();
    await page.getByLabel('Relay', { exact: true }).selectOption('2');
    await page.getByRole('button', { name: 'Open the door once to try it' }).click();
    expect(asked('testDoor')).toEqual([]);
    await page
      .getByRole('dialog', { name: 'Open Main turnstile now?' })
      .getByRole('button', { name: 'Open now' })
      .click();
    await page.getByText('The contact did not see the door open.').waitFor();
    const setup = { ...SETUP, doors: [{ ...SETUP.doors[0]!, channel: 2 }] };
    expect(asked('testDoor')).toEqual([{ doorId: 'door-1', setup }]);
    expect(asked('saveDeviceSettings')).toEqual([]);
  });
});

test.each(['light', 'dark'] as const)('axe finds nothing to mend in the devices, %s', async (scheme) => {
  const page = await openDevices(STATES.busy, scheme);
  await page.getByRole('button', { name: 'Add a door' }).click();
  await save(page);
  await page.getByText('More: serial line').first().click();
  await page.getByRole('button', { name: 'Scan something now' }).click();
  await page.getByRole('button', { name: 'Stop trying' }).waitFor();
  expect(await axeFinds(page)).toEqual([]);
});
