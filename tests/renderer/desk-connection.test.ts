import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { axeFinds, SOON, testedDesk } from './desk/desk-site.ts';
import { STATES, type DeskFixture } from './fixtures-desk.ts';

const { open, asked } = testedDesk();

async function openCentral(fixture: DeskFixture, scheme: 'light' | 'dark' = 'light'): Promise<Page> {
  const page = await open(fixture, { scheme });
  await page.locator('[data-truth="central"] button').click();
  await page.getByRole('dialog', { name: 'Central and data' }).waitFor();
  return page;
}
const list = (page: Page, name: string) => page.getByRole('article', { name });

describe('the line to central on the desk', () => {
  test('a network’s sign-in page is told above every page, with what to do', async () => {
    const page = await open(STATES.portal);
    await page.getByRole('button', { name: /^Inside/ }).click();
    const banner = page.locator('.banner').filter({ hasText: 'Something else answers for central.' });
    await expect.poll(() => banner.innerText(), SOON).toMatch(/sign-in page of a network.*Open the address/s);
    await banner.getByRole('button', { name: 'Show' }).click();
    await page.getByRole('dialog', { name: 'Central and data' }).waitFor();
  });

  test('central that answers and takes nothing is no plain "online"', async () => {
    const page = await open(STATES.unknownGate);
    expect(await page.locator('[data-truth="central"]').innerText()).toMatch(/Online\s+Takes nothing now/);
    await page.getByText('Central does not know this gate.').waitFor();
  });

  test('the panel tells since when, what waits, what was last heard, and by how much this clock is wrong', async () => {
    const page = await openCentral(STATES.portal);
    const said = await page.locator('.central .facts').innerText();
    expect(said).toMatch(/Offline since 05:37/);
    expect(said).toMatch(/143/);
    expect(said).toMatch(/Last received\s+05:35/);
    expect(said).toMatch(/4 min behind central/);
    await page.getByRole('button', { name: 'Sync now' }).click();
    await expect.poll(() => asked('syncNow').length, SOON).toBe(1);
  });
});

describe('G3: the age of each list', () => {
  test('is told with all that the gate will do about it, and when', async () => {
    const page = await openCentral(STATES.portal);
    expect(await list(page, 'Badges').innerText()).toMatch(
      /Fresh[\s\S]*As of 05:35 · 2 h 7 min old[\s\S]*From 08:35: staff look at each person[\s\S]*From .*05:35: nobody new/,
    );
    expect(await list(page, 'Badges').innerText(), 'a milder limit after a stricter one says nothing').not.toMatch(
      /counts/,
    );
    expect(await list(page, 'People').innerText()).toMatch(/From 09:35: counts as old/);
    expect(await list(page, 'People').innerText()).not.toMatch(/nobody new/);
  });

  test('the bar names the list that comes first', async () => {
    const page = await open(STATES.portal);
    expect(await page.locator('[data-truth="data"]').innerText()).toMatch(
      /Badges: In 53 min staff look at each person/,
    );
  });

  test('what was never received is told with what to do', async () => {
    const page = await open(STATES.empty);
    await page.locator('[data-truth="data"] button').click();
    await expect.poll(() => page.locator('.list-ages').innerText(), SOON).toMatch(/needs a connection to central once/);
  });

  test.each(['light', 'dark'] as const)('breaks no rule of accessibility, %s', async (scheme) => {
    const page = await openCentral(STATES.portal, scheme);
    expect(await axeFinds(page)).toEqual([]);
  });
});
