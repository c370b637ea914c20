import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { axeFinds, SOON, testedDesk } from './desk/desk-site.ts';
import { STATES } from './fixtures-desk.ts';

const { open, asked } = testedDesk();

async function openMuster(scheme: 'light' | 'dark' = 'light'): Promise<Page> {
  const page = await open(STATES.busy, { scheme });
  await page.getByRole('button', { name: /^Inside/ }).click();
  await page.getByRole('tab', { name: 'Roll call' }).click();
  return page;
}
async function startedRoll(kind: 'drill' | 'emergency' = 'drill', scheme: 'light' | 'dark' = 'light'): Promise<Page> {
  const page = await openMuster(scheme);
  await page.getByRole('button', { name: `Start: ${kind}` }).click();
  await row(page, 'Amina Diallo').waitFor();
  return page;
}
const row = (page: Page, name: string) => page.getByRole('listitem').filter({ hasText: name });
const count = (page: Page, name: string) => page.locator(`[data-count="${name}"] dd`).innerText();

describe('G8, the roll call at the desk', () => {
  test('starts with one touch and lists everybody inside', async () => {
    const page = await startedRoll();
    expect(asked('startMuster')).toEqual([{ kind: 'drill' }]);
    expect(await page.locator('.roll-row').count()).toBe(5);
    expect(await count(page, 'unmarked')).toBe('5');
  });

  test('one touch marks, and who is safe leaves the list of those to find', async () => {
    const page = await startedRoll();
    await page.getByRole('button', { name: 'Safe: Amina Diallo' }).click();
    await expect.poll(() => row(page, 'Amina Diallo').count(), SOON).toBe(0);
    await page.getByRole('button', { name: 'Missing: Piotr Nowak' }).click();
    await expect.poll(() => row(page, 'Piotr Nowak').getAttribute('data-state'), SOON).toBe('missing');
    expect(asked('markMuster')).toMatchObject([
      { person: { workerId: 'w-0' }, mark: 'safe' },
      { person: { workerId: 'w-18' }, mark: 'missing' },
    ]);
    await expect.poll(() => count(page, 'missing'), SOON).toBe('1');
    expect(await count(page, 'accounted')).toBe('1/5');
  });

  test('a mark is taken back from the list of everybody', async () => {
    const page = await startedRoll();
    await page.getByRole('button', { name: 'Safe: Amina Diallo' }).click();
    await page.getByLabel('Everybody').check();
    await page.getByRole('button', { name: 'Take back: Amina Diallo' }).click();
    await expect.poll(() => row(page, 'Amina Diallo').innerText(), SOON).toContain('Not found yet');
  });

  test('somebody who is on no list is written down by name', async () => {
    const page = await startedRoll();
    await page.getByRole('button', { name: 'Somebody else is here' }).click();
    const dialog = page.getByRole('dialog', { name: 'Who is here?' });
    await dialog.getByRole('button', { name: 'Add as found' }).click();
    await dialog.getByText('Write a name, or what you see.').waitFor();
    await dialog.getByLabel('Name, or what you see').fill('Man with a red van');
    await dialog.getByRole('button', { name: 'Add as found' }).click();
    await expect.poll(() => dialog.count(), SOON).toBe(0);
    expect(asked('markMuster')).toMatchObject([{ person: { name: 'Man with a red van' }, mark: 'found_unlisted' }]);
  });

  test('is said in red on every page while it is for an emergency', async () => {
    const page = await startedRoll('emergency');
    await page.getByRole('button', { name: /^Gate/ }).click();
    const banner = page.locator('.muster-banner');
    expect(await banner.getAttribute('data-tone')).toBe('bad');
    expect(await banner.innerText()).toContain('5 people to find');
    await banner.getByRole('button', { name: 'Show roll call' }).click();
    await row(page, 'Amina Diallo').waitFor();
  });

  test('says who is not accounted for before it ends, and stays on record', async () => {
    const page = await startedRoll();
    await page.getByRole('button', { name: 'Safe: Amina Diallo' }).click();
    await page.getByRole('button', { name: 'End roll call' }).click();
    const dialog = page.getByRole('dialog', { name: 'End the roll call?' });
    await dialog.getByText('4 people are not accounted for.').waitFor();
    await dialog.getByRole('button', { name: 'End roll call' }).click();
    await page.getByRole('region', { name: 'Past roll calls' }).getByText('1 of 5 accounted for').waitFor();
    expect(asked('endMuster')).toEqual([{ musterId: 'muster-1' }]);
  });

  test.each(['light', 'dark'] as const)('axe finds nothing to mend in %s', async (scheme) => {
    const page = await startedRoll('emergency', scheme);
    await page.getByRole('button', { name: 'Missing: Piotr Nowak' }).click();
    await expect.poll(() => row(page, 'Piotr Nowak').getAttribute('data-state'), SOON).toBe('missing');
    expect(await axeFinds(page)).toEqual([]);
  });
});
