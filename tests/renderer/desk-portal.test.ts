import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { axeFinds, SOON, testedDesk } from './desk/desk-site.ts';
import { STATES } from './fixtures-desk.ts';

const { open, asked } = testedDesk();

async function openTab(name: string, scheme: 'light' | 'dark' = 'light'): Promise<Page> {
  const page = await open(STATES.busy, { scheme });
  await page.locator('.rail-item').getByText('Reports').click();
  await page.getByRole('tab', { name }).click();
  return page;
}
const rows = (page: Page) => page.locator('.grid-body [role="row"]');

describe('C2: orders', () => {
  test('show who is placed and when, and are narrowed', async () => {
    const page = await openTab('Orders');
    await page.getByRole('button', { name: /Night pickers/ }).click();
    expect(await page.locator('.order-placement:visible').count()).toBe(3);
    await page.getByLabel('State', { exact: true }).selectOption('Submitted');
    await expect.poll(() => page.locator('.order-head').count(), SOON).toBe(1);
    expect(await page.locator('.order-head').innerText()).toContain('Waiting for central');
    await page.getByText('The office did not take “Two welders”.').waitFor();
  });

  test('are submitted with times from the calendar, and what is missing is said', async () => {
    const page = await openTab('Orders');
    await page.getByRole('button', { name: 'Order people' }).click();
    const form = page.getByRole('dialog', { name: 'Order people' });
    await form.getByRole('button', { name: 'Send the order' }).click();
    await form.getByText('Say what the people are for.').waitFor();
    await form.getByLabel('What for').fill('Three fitters');
    await form.getByLabel('How many people').fill('3');
    await form.getByRole('button', { name: 'Until' }).click();
    await form.getByRole('button', { name: '26 November 2025' }).click();
    await page.keyboard.press('Escape');
    await form.getByRole('button', { name: 'Send the order' }).click();
    await page.getByText('The order is on its way to the office.').waitFor();
    expect(asked('submitOrder')).toEqual([
      {
        clientId: 'client-1',
        locationId: 'location-1',
        title: 'Three fitters',
        wanted: 3,
        startsAt: '2025-11-25T06:00',
        endsAt: '2025-11-26T14:00',
      },
    ]);
    await page.getByText('Three fitters').waitFor();
  });

  test.each(['light', 'dark'] as const)('axe finds nothing to mend in %s', async (scheme) => {
    const page = await openTab('Orders', scheme);
    await page.getByRole('button', { name: /Night pickers/ }).click();
    expect(await axeFinds(page)).toEqual([]);
    await page.getByRole('button', { name: 'Order people' }).click();
    await page.getByRole('button', { name: 'Until' }).waitFor();
    expect(await axeFinds(page)).toEqual([]);
  });
});

describe('C4: timesheets', () => {
  test('of a week or a day; chosen ones are approved after one question', async () => {
    const page = await openTab('Timesheets');
    await rows(page).first().waitFor();
    await page.getByRole('button', { name: 'Earlier' }).click();
    await expect
      .poll(() => asked('listTimesheets').at(-1), SOON)
      .toMatchObject({
        fromDay: '2025-11-17',
        toDay: '2025-11-23',
      });
    await rows(page).first().click();
    await rows(page).nth(1).click();
    await page.getByRole('button', { name: 'Approve 2 days' }).click();
    const question = page.getByRole('dialog', { name: 'Approve the hours of 2 days?' });
    await question.getByRole('button', { name: 'Approve' }).click();
    await page.getByText('2 days decided.').waitFor();
    expect(asked('decideTimesheets')).toEqual([{ who: { ids: ['sheet-10', 'sheet-11'] } }]);
  });

  test('all that match are disputed with a reason, but for who was taken out', async () => {
    const page = await openTab('Timesheets');
    await page.getByLabel('State', { exact: true }).selectOption('To review');
    await page.getByRole('button', { name: 'Day', exact: true }).click();
    await expect.poll(() => rows(page).count(), SOON).toBe(3);
    await page.getByRole('checkbox', { name: 'Select all who match' }).check();
    await rows(page).first().click();
    await page.getByRole('button', { name: 'Dispute 2 days' }).click();
    await page.getByLabel('The hours are not right').check();
    await page.getByRole('dialog').getByRole('button', { name: 'Dispute' }).click();
    await page.getByText('2 days decided.').waitFor();
    expect(asked('decideTimesheets')).toMatchObject([
      {
        who: { all: { state: 'open', fromDay: '2025-11-24' }, except: ['sheet-6'] },
        dispute: 'The hours are not right',
      },
    ]);
  });

  test('are saved as they are filtered', async () => {
    const page = await openTab('Timesheets');
    await page.getByLabel('State', { exact: true }).selectOption('Disputed');
    await page.getByRole('button', { name: 'Save as a file' }).click();
    await page.getByRole('menuitem', { name: 'Excel workbook' }).click();
    await expect
      .poll(() => asked('exportTimesheets'), SOON)
      .toMatchObject([{ format: 'xlsx', state: 'disputed', fromDay: '2025-11-24', toDay: '2025-11-30' }]);
  });

  test.each(['light', 'dark'] as const)('axe finds nothing to mend in %s', async (scheme) => {
    const page = await openTab('Timesheets', scheme);
    await rows(page).first().waitFor();
    await page.getByRole('button', { name: /Choose a day/ }).waitFor();
    expect(await axeFinds(page)).toEqual([]);
  });
});
