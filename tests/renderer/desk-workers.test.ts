import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { axeFinds, SOON, testedDesk } from './desk/desk-site.ts';
import { STATES } from './fixtures-desk.ts';

const { open, asked } = testedDesk();

async function openWorkers(): Promise<Page> {
  const page = await open(STATES.busy);
  await page.getByRole('button', { name: 'Reports' }).click();
  await page.getByRole('tab', { name: 'Workers' }).click();
  await page.getByRole('grid', { name: 'Workers' }).getByRole('row').nth(3).waitFor(SOON);
  return page;
}
const rows = (page: Page) => page.getByRole('grid', { name: 'Workers' }).getByRole('row');
async function openWorker(at: number): Promise<Page> {
  const page = await openWorkers();
  await rows(page)
    .nth(at + 1)
    .click();
  await page.getByRole('button', { name: 'All workers' }).waitFor(SOON);
  return page;
}
const dialog = (page: Page) => page.getByRole('dialog');

describe('workers and their clients', () => {
  test('A1: the list has clients and compliance, and asks main for what it is narrowed to', async () => {
    const page = await openWorkers();
    expect(await rows(page).nth(1).innerText()).toMatch(/Meridian Foods · Albion Logistics[^]*Ending soon/);
    await page.getByLabel('Compliance', { exact: true }).selectOption('No client');
    await page.getByText('1 match').waitFor(SOON);
    expect(asked('listWorkers').at(-1)).toMatchObject({ query: '', state: 'unconnected' });
    expect(await axeFinds(page)).toEqual([]);
  });

  test('A2: a worker’s page has each connection with its lights, and whether people check in there (A7)', async () => {
    const page = await openWorker(0);
    const meridian = page.getByRole('region', { name: 'Meridian Foods' });
    expect(await meridian.innerText()).toMatch(/All locations[^]*Bradford depot[^]*No check-in[^]*Induction/);
    await meridian.getByText('a location that is not yours').waitFor(SOON);
    expect(await axeFinds(page)).toEqual([]);
  });

  test('A4: an unconnected worker gets a client after the notice, and it waits for central', async () => {
    const page = await openWorker(2);
    await page.getByText('has no client yet').waitFor(SOON);
    await page.getByRole('button', { name: 'Add a client' }).last().click();
    await dialog(page).getByRole('button', { name: 'Add connection' }).click();
    await dialog(page).getByText('Choose a client.').waitFor(SOON);
    await dialog(page).getByRole('radio', { name: 'Meridian Foods' }).check();
    await dialog(page).getByRole('radio', { name: 'Some locations' }).check();
    await dialog(page).getByRole('checkbox', { name: 'Bradford depot' }).check();
    expect(await axeFinds(page)).toEqual([]);
    await dialog(page).getByRole('button', { name: 'Add connection' }).click();
    await page
      .getByRole('dialog', { name: 'WORKER REQUIRES ACCESS' })
      .getByRole('button', { name: 'Continue' })
      .click();
    await page.getByRole('region', { name: 'Meridian Foods' }).getByText('Waiting for central').waitFor(SOON);
    expect(asked('addConnection').map((ask) => (ask as { noticeSeen: boolean }).noticeSeen)).toEqual([false, true]);
    await page.getByText('has no e-mail address').waitFor(SOON);
  });

  test('A6: a client that registers nobody says so, and nothing is added', async () => {
    const page = await openWorker(2);
    await page.getByRole('button', { name: 'Add a client' }).last().click();
    await dialog(page).getByRole('radio', { name: 'Tidewater Catering' }).check();
    await dialog(page).getByRole('button', { name: 'Add connection' }).click();
    await dialog(page).getByText('already associated with all clients and locations').waitFor(SOON);
    await dialog(page).getByRole('button', { name: 'Close' }).click();
    expect(await page.getByText('has no client yet').count()).toBe(1);
  });

  test('A3: a new worker comes with the first connection', async () => {
    const page = await openWorkers();
    await page.getByRole('button', { name: 'Add worker' }).click();
    await dialog(page).getByLabel('First name').fill('Nora');
    await dialog(page).getByLabel('Last name').fill('Quist');
    await dialog(page).getByLabel('E-mail').fill('nora@');
    await dialog(page).getByRole('radio', { name: 'Albion Logistics' }).check();
    await dialog(page).getByRole('checkbox', { name: 'Leeds cold store' }).check();
    await dialog(page).getByRole('button', { name: 'Add worker' }).click();
    await dialog(page).getByText('Write it like').waitFor(SOON);
    await dialog(page).getByLabel('E-mail').fill('');
    await dialog(page).getByRole('button', { name: 'Add worker' }).click();
    await page.getByRole('heading', { name: 'Nora Quist' }).waitFor(SOON);
    expect(asked('addConnection')).toEqual([
      {
        worker: { firstName: 'Nora', lastName: 'Quist' },
        clientId: 'albion',
        locationIds: ['leeds'],
        noticeSeen: false,
      },
    ]);
  });

  test('A3: a connection is deleted after one more yes', async () => {
    const page = await openWorker(1);
    await page.getByRole('button', { name: /^Delete client connection/ }).click();
    expect(asked('deleteConnection')).toEqual([]);
    await dialog(page).getByRole('button', { name: 'Delete connection' }).click();
    await page.getByText('has no client yet').waitFor(SOON);
  });

  test('what central refused says why until it is put away', async () => {
    const page = await openWorkers();
    const notice = page.getByRole('listitem').filter({ hasText: 'Central did not connect Marek Dvořák' });
    await notice.getByText('Connected already by somebody else').waitFor(SOON);
    await notice.getByRole('button', { name: 'Put away' }).click();
    await notice.waitFor({ state: 'detached', ...SOON });
    expect(asked('clearTray')).toMatchObject([{ eventId: 'e-refused', seq: 77, outcome: 'seen' }]);
  });
});
