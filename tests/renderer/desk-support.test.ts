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
