import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import type { DeviceSetup } from '../../preload/device-views.ts';
import { axeFinds, SOON, testedDesk } from './desk/desk-site.ts';
import { NOW_MS, STATES, type DeskFixture } from './fixtures-desk.ts';

const { open, asked, bridge } = testedDesk();

/** A gate that is connected in the test: right after it, nothing is plugged in for it yet. */
const UNSEEN: DeskFixture = {
  ...STATES.fresh,
  status: { ...STATES.notEnrolled.status, devices: STATES.fresh.status.devices, doors: [] },
};

async function enrol(): Promise<Page> {
  const page = await open(UNSEEN);
  bridge().become(STATES.fresh);
  await page.getByRole('heading', { name: 'How do people show their badge?' }).waitFor();
  return page;
}
const asks = (page: Page, question: string): Promise<void> => page.getByRole('heading', { name: question }).waitFor();

async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

describe('the wizard for a new gate', () => {
  test('comes right after enrolment and goes from end to end by keyboard alone', async () => {
    const page = await enrol();
    // To a serial scanner: the third box.
    await press(page, 'Tab', 'Tab', 'Tab', 'Space', 'Enter');
    await asks(page, 'Which one is the scanner?');
    await press(page, 'Tab', 'ArrowDown', 'Enter');
    await asks(page, 'Show a badge now');
    await expect.poll(() => asked('tryScanners').at(-1), SOON).toMatchObject({ on: true });
    bridge().tell('testReading', { scannerId: 'scanner-1', source: 'serial', kind: 'card', length: 10, beginning: '00418', atMs: NOW_MS }); // prettier-ignore
    await page.getByText('10 characters').waitFor();
    await page.locator('.wizard-next').press('Enter');
    await asks(page, 'Is there a door to open?');
    await press(page, 'Tab', 'Space', 'Enter');
    await asks(page, 'Which board does the door hang on?');
    await press(page, 'Tab', 'Space', 'Enter');
    await asks(page, 'Where is the board plugged in?');
    await press(page, 'Tab', 'Space', 'Enter');
    await asks(page, 'Does the lock click?');
    await press(page, 'Tab', 'Enter');
    await page.getByRole('dialog', { name: 'Open Relay 1 now?' }).waitFor();
    await press(page, 'Tab', 'Enter');
    await asks(page, 'Did the lock click?');
    expect(asked('saveDeviceSettings')).toEqual([]);
    await page.getByRole('button', { name: 'Continue' }).press('Enter');
    await asks(page, 'Which way do people pass?');
    await press(page, 'Tab', 'Enter');
    await asks(page, 'Is everything right?');
    await page.getByRole('button', { name: 'Save and start the gate' }).press('Enter');
    await page.getByText('Saved. The gate is ready for the first badge.').waitFor();
    const [saved] = asked('saveDeviceSettings') as DeviceSetup[];
    expect(saved).toMatchObject({
      lanes: [{ direction: 'both', doorId: 'door-1' }],
      doors: [{ driver: 'lcus', path: '/dev/ttyUSB0', channel: 1, pulseMs: 3000 }],
      scanners: [{ kind: 'serial', path: '/dev/ttyACM0' }],
      camera: { enabled: false },
      wedge: { enabled: false },
    });
  });

  test('a lock that does not click leads to the next relay, tried without saving', async () => {
    const page = await enrol();
    const next = (): Promise<void> => page.locator('.wizard-next').click();
    await page.getByLabel('To a camera').check();
    await next();
    await asks(page, 'Show a badge now');
    await next();
    await page.getByLabel(/^Yes/).check();
    await next();
    await page.getByLabel(/^Waveshare/).check();
    await next();
    await page.getByLabel(/CH340/).check();
    await next();
    await page.getByRole('button', { name: 'Try relay 1' }).click();
    await page.getByRole('button', { name: 'Open now' }).click();
    await page.getByLabel('No, nothing happened').check();
    await page.getByRole('button', { name: 'Try relay 2 instead' }).click();
    await page.getByRole('button', { name: 'Try relay 2', exact: true }).click();
    await page.getByRole('button', { name: 'Open now' }).click();
    await page.getByLabel('Yes, it clicked').check();
    await page.getByText('Relay 2 it is. Continue.').waitFor();
    const tried = asked('testDoor') as { setup: DeviceSetup }[];
    expect(tried.map(({ setup }) => setup.doors[0]?.channel)).toEqual([1, 2]);
    expect(asked('saveDeviceSettings')).toEqual([]);
  });

  test('a question without an answer says so and stays; Back keeps what was answered', async () => {
    const page = await enrol();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByText('Choose an answer, then continue.').waitFor();
    await page.getByLabel('To a camera').check();
    await page.getByRole('button', { name: 'Continue' }).click();
    await asks(page, 'Show a badge now');
    await page.getByRole('button', { name: 'Back' }).click();
    expect(await page.getByLabel('To a camera').isChecked()).toBe(true);
  });

  test('Skip leads to the gate and saves nothing; leaving by the rail asks first', async () => {
    const page = await enrol();
    await page.getByLabel('To a camera').check();
    await page.getByRole('button', { name: /^Inside/ }).click();
    await page.getByRole('button', { name: 'Stay here' }).click();
    await page.getByRole('button', { name: 'Skip for now' }).click();
    await page.getByText('Ready for the first badge').waitFor();
    expect(asked('saveDeviceSettings')).toEqual([]);
  });
});

test('a gate that has its devices is not asked after enrolment', async () => {
  const page = await open(STATES.notEnrolled);
  bridge().become(STATES.busy);
  await expect.poll(() => page.getByRole('grid', { name: 'Scheduled' }).isVisible(), SOON).toBe(true);
});

test.each(['light', 'dark'] as const)('axe finds nothing to mend in the wizard, %s', async (scheme) => {
  const page = await open(STATES.fresh, { scheme });
  await page.getByRole('button', { name: /^Settings/ }).click();
  await page.getByRole('button', { name: 'Set up step by step' }).click();
  await page.getByLabel('To a camera').check();
  expect(await axeFinds(page)).toEqual([]);
  for (const question of ['Show a badge now', 'Is there a door to open?']) {
    await page.locator('.wizard-next').click();
    await asks(page, question);
    expect(await axeFinds(page)).toEqual([]);
  }
});
