import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { axeFinds, SOON, testedDesk } from './desk/desk-site.ts';
import { NOW_MS, STATES } from './fixtures-desk.ts';

const { open, asked } = testedDesk();

async function openSheet(): Promise<Page> {
  const page = await open(STATES.faults);
  await page.getByRole('button', { name: /^Reports/ }).click();
  await page.getByRole('tab', { name: 'Hand-over' }).click();
  await page.getByRole('article', { name: 'Hand-over sheet' }).waitFor(SOON);
  return page;
}

describe('issue 4, the hand-over sheet', () => {
  test('says what happened and what is left for the next shift', async () => {
    const page = await openSheet();
    const said = (await page.locator('.handover-sheet').innerText()).replaceAll(/\s+/g, ' ');
    expect(said).toMatch(/Inside now 3 To look at 4 /);
    expect(said).toMatch(/Came in 63 Went out 51 Checked out by rule 2/);
    expect(said).toContain('Still inside Amina Diallo since 06:42');
    expect(said).toContain('Lamp at the goods gate is out.');
    expect(await axeFinds(page)).toEqual([]);
  });

  test('is handed over once, with the guard’s words', async () => {
    const page = await openSheet();
    await page.getByLabel('Notes for the next shift').fill('  Spare key is with Ann  ');
    await page.getByRole('button', { name: 'Hand over', exact: true }).click();
    await page.getByText('Handed over at 07:42.').waitFor();
    expect(asked('handOver')).toEqual([{ fromMs: NOW_MS - 11 * 3_600_000, notes: 'Spare key is with Ann' }]);
    expect(await page.getByRole('button', { name: 'Hand over', exact: true }).isDisabled()).toBe(true);
  });

  test('on paper there is the sheet, the words, and room for two names', async () => {
    const page = await openSheet();
    await page.getByLabel('Notes for the next shift').fill('Spare key is with Ann');
    await page.emulateMedia({ media: 'print' });
    const seen = (await page.evaluate(() => document.body.innerText)).replaceAll(/\s+/g, ' ').trim();
    expect(seen).toMatch(/^Hand-over sheet Leeds cold store · North gate/);
    expect(seen).toMatch(/Spare key is with Ann Handed over by Taken over by$/);
  });
});
