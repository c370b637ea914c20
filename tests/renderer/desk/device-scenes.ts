/** Screens about devices that are reached by hand, for the photographs. */
import type { Page } from 'playwright';
import type { StateName } from '../fixtures-desk.ts';

export interface DeskScene {
  readonly name: string;
  readonly state: StateName;
  readonly reach: (page: Page) => Promise<void>;
}

const settings = (page: Page): Promise<void> => page.locator('.rail-item').last().click();
const place = async (page: Page, at: number): Promise<void> => {
  await settings(page);
  await page.locator('.entry-adds button').nth(at).click();
};
const forward = (page: Page): Promise<void> => page.locator('.wizard-next').click();
const choose = (page: Page, value: string): Promise<void> => page.locator(`.choices input[value="${value}"]`).check();

async function wizardTo(page: Page, question: number): Promise<void> {
  await place(page, 2);
  const answers = ['serial', '/dev/ttyACM0', undefined, 'yes', 'modbus-rtu', '/dev/ttyUSB0', undefined, undefined];
  await choose(page, 'camera');
  for (const answer of answers.slice(0, question)) {
    if (answer !== undefined) await choose(page, answer);
    await forward(page);
  }
}

const central = (page: Page): Promise<void> => page.locator('[data-truth="central"] button').click();

export const DEVICE_SCENES: readonly DeskScene[] = [
  { name: 'central', state: 'portal', reach: central },
  { name: 'arabic-central', state: 'arabicPortal', reach: central },
  { name: 'doors', state: 'doors', reach: (page) => page.locator('[data-truth="door"] button').click() },
  {
    name: 'door-ask',
    state: 'busy',
    async reach(page) {
      await page.locator('[data-truth="door"] button').click();
      await page.locator('.door-acts button').nth(1).click();
    },
  },
  { name: 'devices', state: 'busy', reach: (page) => place(page, 1) },
  {
    name: 'devices-problems',
    state: 'busy',
    async reach(page) {
      await place(page, 1);
      await page.getByRole('button', { name: 'Add a door' }).click();
      await page.getByRole('button', { name: 'Save and use now' }).click();
    },
  },
  { name: 'wizard-badge', state: 'fresh', reach: (page) => wizardTo(page, 0) },
  { name: 'wizard-port', state: 'fresh', reach: (page) => wizardTo(page, 1) },
  { name: 'wizard-try', state: 'fresh', reach: (page) => wizardTo(page, 2) },
  { name: 'wizard-board', state: 'fresh', reach: (page) => wizardTo(page, 4) },
  {
    name: 'wizard-relay',
    state: 'fresh',
    async reach(page) {
      await wizardTo(page, 6);
      await page.locator('.trial button').click();
      await page.locator('.dialog button').last().click();
      await choose(page, 'no');
    },
  },
  { name: 'wizard-end', state: 'fresh', reach: (page) => wizardTo(page, 8) },
  { name: 'check-first', state: 'busy', reach: (page) => place(page, 0) },
  { name: 'check', state: 'checked', reach: (page) => place(page, 0) },
  { name: 'arabic-doors', state: 'arabicDoors', reach: (page) => page.locator('[data-truth="door"] button').click() },
  { name: 'arabic-devices', state: 'arabic', reach: (page) => place(page, 1) },
  { name: 'arabic-wizard', state: 'arabic', reach: (page) => wizardTo(page, 4) },
  { name: 'arabic-check', state: 'arabicDoors', reach: (page) => place(page, 0) },
];
