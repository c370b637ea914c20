import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { axeFinds, SOON, testedDesk } from './desk/desk-site.ts';
import { DEVICES } from './desk/fixture-devices.ts';
import { STATES, type DeskFixture } from './fixtures-desk.ts';

const { open, asked } = testedDesk();

async function openDoors(fixture: DeskFixture, scheme: 'light' | 'dark' = 'light'): Promise<Page> {
  const page = await open(fixture, { scheme });
  await page.locator('[data-truth="door"] button').click();
  await page.getByRole('dialog', { name: 'Doors' }).waitFor();
  return page;
}
const door = (page: Page, name: string) => page.getByRole('article', { name });

describe('doors on the desk', () => {
  test('the bar names the worst of several doors', async () => {
    const page = await open(STATES.doors);
    expect(await page.locator('[data-truth="door"]').innerText()).toMatch(/Open too long\s+Main turnstile/);
  });

  test('an alarm stands above the page on every page, with what to do', async () => {
    const page = await open(STATES.doors);
    await page.getByRole('button', { name: /^Inside/ }).click();
    const alarm = page.locator('.door-alarm');
    await expect.poll(() => alarm.innerText(), SOON).toMatch(/Main turnstile: Open too long\. Go and close it/);
    await alarm.getByRole('button', { name: 'Show doors' }).click();
    await page.getByRole('dialog', { name: 'Doors' }).waitFor();
    expect(asked('setDoorMode')).toEqual([]);
  });

  test('a mode is told with who, why and since when', async () => {
    const page = await openDoors(STATES.doors);
    const said = await door(page, 'Goods gate').innerText();
    expect(said).toMatch(/Held open\s+since 07:20 · by R\. Whitfield\s+Delivery\. Two lorries/);
  });

  test('a door offers only what it does not do already', async () => {
    const page = await openDoors(STATES.doors);
    const acts = async (name: string) => door(page, name).getByRole('button').allInnerTexts();
    expect(await acts('Goods gate')).toEqual(['Lock down', 'Back to normal']);
    expect(await acts('Main turnstile')).toEqual(['Open once', 'Hold open', 'Lock down']);
  });
});

describe('an act on a door', () => {
  test('asks once by the door’s name, wants a reason, and sends it', async () => {
    const page = await openDoors(STATES.busy);
    await page.getByRole('button', { name: 'Lock down' }).click();
    const question = page.getByRole('dialog', { name: 'Lock Main turnstile down?' });
    await question.getByRole('button', { name: 'Lock down' }).click();
    await question.getByText('Choose a reason, or write one in a few words.').waitFor();
    expect(asked('setDoorMode')).toEqual([]);
    await question.getByLabel('Danger on site').check();
    await question.getByLabel('More about it, if it helps').fill('Gas smell in hall B');
    await question.getByRole('button', { name: 'Lock down' }).click();
    await expect.poll(() => page.locator('[data-truth="door"]').innerText(), SOON).toMatch(/Locked down/);
    expect(asked('setDoorMode')).toEqual([
      { doorId: 'door-1', mode: 'locked_down', reason: 'Danger on site: Gas smell in hall B' },
    ]);
  });

  test('opening once tells what the board and the contact say', async () => {
    const page = await openDoors(STATES.busy);
    await page.getByRole('button', { name: 'Open once' }).click();
    const question = page.getByRole('dialog', { name: 'Open Main turnstile once?' });
    await question.getByLabel('Something else').check();
    await question.getByLabel('In a few words').fill('Ambulance');
    await question.getByRole('button', { name: 'Open once' }).click();
    await page.getByText('The board confirmed it. The contact saw the door open.').waitFor();
    expect(asked('openDoorOnce')).toEqual([{ doorId: 'door-1', reason: 'Ambulance' }]);
  });

  test('a board that does not answer is told with what to do', async () => {
    const devices = { ...DEVICES, doorTest: () => ({ ok: false, code: 'board_silent', detail: '' }) as const };
    const page = await openDoors({ ...STATES.busy, devices });
    await page.getByRole('button', { name: 'Open once' }).click();
    await page.getByLabel('Delivery').check();
    await page
      .getByRole('dialog', { name: /once\?/ })
      .getByRole('button', { name: 'Open once' })
      .click();
    await expect.poll(() => page.getByText('The door board does not answer.').isVisible(), SOON).toBe(true);
  });

  test('Escape takes the question back, then the panel, and nothing was asked', async () => {
    const page = await openDoors(STATES.busy);
    await page.getByRole('button', { name: 'Hold open' }).click();
    await page.getByRole('dialog', { name: 'Hold Main turnstile open?' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog', { name: 'Hold Main turnstile open?' }).waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
    await expect.poll(() => page.getByRole('dialog').count(), SOON).toBe(0);
    expect(asked('setDoorMode')).toEqual([]);
  });
});

test('where there is no door, the panel leads to setting one up', async () => {
  const page = await openDoors(STATES.fresh);
  await page.getByRole('button', { name: 'Set up step by step' }).click();
  await expect
    .poll(() => page.getByRole('heading', { name: 'How do people show their badge?' }).isVisible(), SOON)
    .toBe(true);
});

test.each(['light', 'dark'] as const)('axe finds nothing to mend in the doors, %s', async (scheme) => {
  const page = await openDoors(STATES.doors, scheme);
  expect(await axeFinds(page)).toEqual([]);
  await door(page, 'Main turnstile').getByRole('button', { name: 'Hold open' }).click();
  await page.getByRole('dialog', { name: 'Hold Main turnstile open?' }).waitFor();
  expect(await axeFinds(page)).toEqual([]);
});
