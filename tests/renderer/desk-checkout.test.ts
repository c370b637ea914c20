import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import type { ActsPage } from '../../preload/activity-views.ts';
import { axeFinds, SOON, testedDesk } from './desk/desk-site.ts';
import { STATES } from './fixtures-desk.ts';

const { open, asked, bridge } = testedDesk();

async function openCheckout(scheme: 'light' | 'dark' = 'light'): Promise<Page> {
  const page = await open(STATES.busy, { scheme });
  await page.locator('.rail-item').getByText('Activity').click();
  await page.getByRole('tab', { name: /Bulk checkout/ }).click();
  await rows(page).first().waitFor();
  return page;
}
const rows = (page: Page) => page.locator('.grid-body [role="row"]');
const button = (page: Page) => page.locator('.checkout-button');
const box = (page: Page, name: string) => page.getByRole('checkbox', { name });

describe('B2: bulk checkout', () => {
  test('the button counts the boxes, singly and all that match', async () => {
    const page = await openCheckout();
    expect(await button(page).isDisabled()).toBe(true);
    await rows(page).nth(0).click();
    await expect.poll(() => button(page).innerText(), SOON).toBe('CHECK OUT 1 WORKER');
    await rows(page).nth(1).getByRole('checkbox').check();
    await expect.poll(() => button(page).innerText(), SOON).toBe('CHECK OUT 2 WORKERS');
    await box(page, 'Select all who match').check();
    await expect.poll(() => button(page).innerText(), SOON).toBe('CHECK OUT 60 WORKERS');
    await rows(page).nth(2).click();
    await expect.poll(() => button(page).innerText(), SOON).toBe('CHECK OUT 59 WORKERS');
  });

  test('asks why once, checks out all that match but for who was taken out, and says so until it is closed', async () => {
    const page = await openCheckout();
    await page.getByLabel('Place').selectOption('Bradford depot');
    await expect.poll(() => rows(page).count(), SOON).toBe(9);
    await box(page, 'Select all who match').check();
    await rows(page).nth(0).click();
    await button(page).click();
    const question = page.getByRole('dialog', { name: 'Check out 8 workers?' });
    expect(await question.locator('input[type="time"], input[type="date"], input[type="datetime-local"]').count()).toBe(
      0,
    );
    await question.getByRole('button', { name: 'CHECK OUT' }).click();
    await question.getByText('Choose why, or write it in a few words.').waitFor();
    await question.getByLabel('The site closes').check();
    await question.getByRole('button', { name: 'CHECK OUT' }).click();
    await page.getByText('8 workers checked out.').waitFor();
    expect(asked('checkOutMany')).toMatchObject([
      {
        who: { all: { query: '', locationId: 'location-2' }, except: [{ workerId: 'w-3', locationId: 'location-2' }] },
        reason: 'The site closes',
      },
    ]);
    await expect.poll(() => rows(page).count(), SOON).toBe(1);
    await page.getByRole('button', { name: 'CLOSE' }).click();
    await expect.poll(() => page.locator('.batch').count(), SOON).toBe(0);
  });

  test('the whole batch can be taken back', async () => {
    const page = await openCheckout();
    await box(page, 'Select all who match').check();
    await button(page).click();
    await page.getByLabel('They forgot to check out').check();
    await page.getByRole('dialog').getByRole('button', { name: 'CHECK OUT' }).click();
    await page.getByText('Nobody is checked in').waitFor();
    await page.getByRole('button', { name: /^Undo/ }).click();
    await page.getByText('60 workers are checked in again.').waitFor();
    await rows(page).first().waitFor();
    expect(asked('undoCheckOut')).toEqual([{ batchId: 'batch-1' }]);
  });

  test('works by the keyboard alone', async () => {
    const page = await openCheckout();
    await page.getByRole('grid').focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(() => button(page).innerText(), SOON).toBe('CHECK OUT 2 WORKERS');
  });

  test.each(['light', 'dark'] as const)('axe finds nothing to mend in %s', async (scheme) => {
    expect(await axeFinds(await openCheckout(scheme))).toEqual([]);
  });
});

describe('Activity and the dashboard', () => {
  const openActs = async (): Promise<Page> => {
    const page = await open(STATES.busy);
    await page.locator('.rail-item').getByText('Activity').click();
    await rows(page).first().waitFor();
    return page;
  };

  test('B3: Actions leads to the same list', async () => {
    const page = await openActs();
    await page.getByRole('button', { name: 'Actions' }).click();
    await page.getByRole('menuitem', { name: 'Bulk checkout' }).click();
    await expect.poll(() => button(page).innerText(), SOON).toMatch(/^CHECK OUT/);
  });

  test('B4: filtered by Checked in, the arrow in the row asks, checks out and says so until it is closed', async () => {
    const page = await openActs();
    await page.getByLabel('Access status').selectOption('Checked in');
    await rows(page)
      .first()
      .getByRole('button', { name: /^Check out/ })
      .click();
    const question = page.getByRole('dialog');
    await question.getByLabel('I asked on site').check();
    await question.getByRole('button', { name: 'CHECK OUT' }).click();
    await page.getByRole('button', { name: 'CLOSE' }).click();
    expect(asked('checkOutMany')).toMatchObject([
      { who: { people: [{ locationId: 'location-1' }] }, reason: 'I asked on site' },
    ]);
  });

  test('B4: exactly what is filtered is saved, as the kind of file that was chosen', async () => {
    const page = await openActs();
    await page.getByLabel('Access status').selectOption('Refused');
    await page.getByRole('button', { name: 'Actions' }).click();
    await page.getByRole('menuitem', { name: 'Save as Excel workbook' }).click();
    await page.getByText('Saved.').waitFor();
    expect(asked('exportActs')).toMatchObject([{ status: 'refused', format: 'xlsx', about: 'Refused' }]);
  });

  test('B4: a list too long for a PDF is said before a place is asked for, and becomes a workbook', async () => {
    const page = await openActs();
    const { listActs } = bridge().calls;
    Object.assign(bridge().calls, {
      listActs: async (ask: Parameters<typeof listActs>[0]) => ({
        ...((await listActs(ask)) as ActsPage),
        total: 5001,
      }),
    });
    await page.getByLabel('Access status').selectOption('Refused');
    await page.getByRole('button', { name: 'Actions' }).click();
    await page.getByRole('menuitem', { name: 'Save as PDF' }).click();
    const dialog = page.getByRole('dialog', { name: 'Too many lines for a PDF' });
    await dialog.getByRole('button', { name: 'Save as Excel workbook' }).click();
    await page.getByText('Saved.').waitFor();
    expect(asked('exportActs')).toMatchObject([{ format: 'xlsx' }]);
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  test('B4: narrowed by place, gate, client and a time of one’s own, and the file is what the list is', async () => {
    const page = await openActs();
    await page.getByLabel('Place', { exact: true }).selectOption('Leeds cold store');
    await page.getByLabel('Gate', { exact: true }).selectOption('South gate');
    await page.getByLabel('Time', { exact: true }).selectOption('From … until …');
    await page.getByRole('button', { name: 'Until' }).waitFor();
    await page.getByRole('button', { name: 'Actions' }).click();
    await page.getByRole('menuitem', { name: 'Save as CSV' }).click();
    await page.getByText('Saved.').waitFor();
    const narrowed = { locationId: 'location-1', gateId: 'gate-2', fromMs: Date.parse('2025-11-24T00:00:00Z') };
    await expect.poll(() => asked('listActs').at(-1), SOON).toMatchObject(narrowed);
    expect(asked('exportActs')).toMatchObject([narrowed]);
  });

  test('B4: a place that has no such gate asks for all of its gates', async () => {
    const page = await openActs();
    await page.getByLabel('Gate', { exact: true }).selectOption('South gate');
    await page.getByLabel('Place', { exact: true }).selectOption('Bradford depot');
    await expect.poll(() => asked('listActs').at(-1), SOON).toMatchObject({ locationId: 'location-2' });
    expect((asked('listActs').at(-1) as { readonly gateId?: string }).gateId).toBeUndefined();
  });

  test('B4: columns are put away and come back, in the list, in the file and tomorrow', async () => {
    const page = await openActs();
    const heads = () => page.getByRole('columnheader').allInnerTexts();
    await page.getByRole('button', { name: 'Columns' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'State' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'Central' }).click();
    await page.keyboard.press('Escape');
    await expect.poll(heads, SOON).toEqual(['Time', 'Who', 'What', 'Where and how', 'Central', 'Actions']);
    expect(asked('keepListLook').at(-1)).toEqual({
      list: 'acts',
      look: { filters: {}, hidden: ['how', 'place', 'by', 'kind'] },
    });
    await page.getByRole('button', { name: 'Actions' }).click();
    await page.getByRole('menuitem', { name: 'Save as CSV' }).click();
    await page.getByText('Saved.').waitFor();
    const [{ columns }] = asked('exportActs') as [{ columns: { id: string }[] }];
    expect(columns.map(({ id }) => id)).not.toContain('state');
  });

  test('B4: a row opens its full story by the keyboard, and leads on to the person', async () => {
    const page = await openActs();
    await page.getByRole('grid').focus();
    await page.keyboard.press('Enter');
    const story = page.getByRole('dialog');
    await story.getByText('The chain holds here').waitFor();
    expect(await story.innerText()).toContain('Door opened');
    expect(await axeFinds(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect.poll(() => story.count(), SOON).toBe(0);
  });

  test.each(['light', 'dark'] as const)('axe finds nothing to mend among all acts in %s', async (scheme) => {
    const page = await open(STATES.busy, { scheme });
    await page.locator('.rail-item').getByText('Activity').click();
    await rows(page).first().waitFor();
    expect(await axeFinds(page)).toEqual([]);
  });

  test('B1: the dashboard has the count, charts with their tables, and leads to the list', async () => {
    const page = await open(STATES.busy);
    await page.locator('.rail-item').getByText('Reports').click();
    await page.locator('.dash-chart svg').first().waitFor();
    expect(await page.getByRole('region', { name: 'Currently checked in' }).innerText()).toContain('148');
    expect(await page.getByRole('table', { name: 'Refusals by reason, today' }).innerText()).toContain('7');
    expect(await axeFinds(page)).toEqual([]);
    await page.getByRole('button', { name: 'Check out workers' }).click();
    await expect.poll(() => button(page).count(), SOON).toBe(1);
  });

  test('B1: late people are counted, and lead to the list of them', async () => {
    const page = await open(STATES.busy);
    await page.locator('.rail-item').getByText('Reports').click();
    await page.getByRole('button', { name: 'See who is late' }).click();
    await expect.poll(() => page.getByRole('button', { name: 'Late', pressed: true }).count(), SOON).toBe(1);
    expect(asked('getList').filter((ask) => JSON.stringify(ask).includes('late')).length).toBeGreaterThan(0);
  });

  test('B1: the dashboard of one place is asked for by its name', async () => {
    const page = await open(STATES.busy);
    await page.locator('.rail-item').getByText('Reports').click();
    await page.getByLabel('Place', { exact: true }).selectOption('Bradford depot');
    await expect.poll(() => asked('getDashboard').at(-1), SOON).toEqual({ locationId: 'location-2' });
  });
});
