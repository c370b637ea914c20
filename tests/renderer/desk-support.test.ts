import { describe, expect, test } from 'vitest';
import { axeFinds, testedDesk } from './desk/desk-site.ts';
import { STATES } from './fixtures-desk.ts';

const { open, asked } = testedDesk();

describe('G12: for whoever helps from afar', () => {
  test('the way to central step by step, each trouble with what to do, read aloud as it comes', async () => {
    const page = await open(STATES.busy);
    await page.locator('.rail-item').last().click();
    await page.getByRole('button', { name: 'Try the way to central' }).press('Enter');
    const certificate = page.getByRole('listitem').filter({ hasText: 'Central’s certificate' });
    await certificate.waitFor();
    expect(await certificate.innerText()).toMatch(/Does not work[\s\S]*Tell whoever looks after the network/);
    expect(await page.getByRole('listitem').filter({ hasText: 'A line to central' }).innerText()).toContain('31 ms');
    expect(await axeFinds(page)).toEqual([]);
  });

  test('one button saves the file and says that it did', async () => {
    const page = await open(STATES.busy);
    await page.locator('.rail-item').last().click();
    await page.getByRole('button', { name: 'Save a file for support' }).click();
    await page.getByText('Send the file to whoever helps you').waitFor();
    expect(asked('saveSupportFile')).toHaveLength(1);
  });
});

describe('what is kept', () => {
  test('is told in figures, for how long can be chosen, and what a clean-up came to is said', async () => {
    const page = await open(STATES.busy);
    await page.locator('.rail-item').last().click();
    const kept = page.getByRole('region', { name: 'What is kept' });
    const said = (await kept.innerText()).replaceAll(/\s+/g, ' ');
    expect(said).toMatch(/Acts on this computer 48,211 The oldest of them .* Acts that have left 141,902 since /);
    expect(said).toMatch(/Space on the disk 318 MB Next clean-up/);
    await kept.getByLabel('Keep acts for').selectOption('180 days');
    await expect.poll(() => asked('setKept')).toEqual([{ journalDays: 180 }]);
    await kept.getByRole('button', { name: 'Clean up now' }).press('Enter');
    await kept.getByText('All that is kept here is still needed.').waitFor();
    expect(await axeFinds(page)).toEqual([]);
  });
});

describe('G8: the paper list', () => {
  test('how often and where to can be chosen, the last is told, and one comes at once', async () => {
    const page = await open(STATES.busy);
    await page.locator('.rail-item').last().click();
    const list = page.getByRole('region', { name: 'Paper list' });
    await list.getByText(/^Printed: /).waitFor();
    expect(await list.getByLabel('How often').innerText()).toContain('As the location wants: every 30 minutes');
    await list.getByLabel('How often').selectOption('every 15 minutes');
    await list.getByLabel('Where to').selectOption('Files in a folder');
    await expect.poll(() => asked('setPaperList')).toEqual([{ own: 15 }, { to: 'folder' }]);
    await list.getByRole('button', { name: 'Print now' }).press('Enter');
    await list.getByText(/^Saved as a file: /).waitFor();
    expect(await axeFinds(page)).toEqual([]);
  });
});
