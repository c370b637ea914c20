import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { axeFinds, SOON, testedDesk } from './desk/desk-site.ts';
import { STATES } from './fixtures-desk.ts';

const { open, asked } = testedDesk();

async function openPanel(): Promise<Page> {
  const page = await open(STATES.unknown);
  await page.getByRole('button', { name: 'Temporary pass' }).click();
  return page;
}
const panel = (page: Page) => page.getByRole('dialog', { name: 'Temporary passes' });

async function issue(page: Page): Promise<void> {
  await panel(page).getByLabel('First name').fill('Nora');
  await panel(page).getByLabel('Last name').fill('Quist');
  await panel(page).getByLabel('Visiting').fill('Ann Berg');
  await panel(page).getByRole('button', { name: 'Make the pass' }).click();
  await panel(page).getByRole('article', { name: 'Nora Quist' }).waitFor(SOON);
}

describe('issue 4, a temporary pass at the desk', () => {
  test('is made beside the stranger’s refusal, and asks for what the location wants', async () => {
    const page = await openPanel();
    await panel(page).getByRole('button', { name: 'Make the pass' }).click();
    expect(await panel(page).getByText('Fill this in.').count()).toBe(3);
    expect(asked('issuePass')).toEqual([]);
    expect(await axeFinds(page)).toEqual([]);
    await issue(page);
    expect(asked('issuePass')).toEqual([
      {
        person: { firstName: 'Nora', lastName: 'Quist' },
        values: [
          { id: 'company', value: '' },
          { id: 'host', value: 'Ann Berg' },
          { id: 'plate', value: '' },
        ],
      },
    ]);
    expect(await axeFinds(page)).toEqual([]);
  });

  test.each([
    ['Print label', 'label', [62, 100]],
    ['Print A6', 'a6', [105, 148]],
  ] as const)('%s: the paper holds the pass and nothing else, on one sheet of its size', async (button, size, mm) => {
    const page = await openPanel();
    await issue(page);
    await panel(page).getByRole('button', { name: button }).click();
    await expect.poll(() => asked('printPass'), SOON).toEqual([{ passId: 'pass-2', size, again: false }]);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    const boxes = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)];
    expect(
      boxes.map(([, width, height]) => [width, height].map((points) => Math.round((Number(points) / 72) * 25.4))),
    ).toEqual([[...mm]]);
    await page.emulateMedia({ media: 'print' });
    const seen = await page.evaluate(() => document.body.innerText.replaceAll(/\s+/g, ' ').trim());
    expect(seen).toMatch(
      /^Leeds cold store Visitor Nora Quist Mon 24 Nov until 19:42 Visiting Ann Berg Give this pass back/,
    );
    expect(await page.locator('.pass-sheet .qr').boundingBox()).toMatchObject({
      width: expect.closeTo(size === 'a6' ? 227 : 144, 0),
    });
  });

  test('asks before the same pass is printed twice', async () => {
    const page = await openPanel();
    await panel(page).getByLabel('Given out').check();
    await panel(page).getByRole('button', { name: 'Show the pass of Vera Lindt' }).click();
    await panel(page).getByRole('button', { name: 'Print label' }).click();
    await panel(page).getByText('Printed at 06:42 already. Print another one?').waitFor();
    await panel(page).getByRole('button', { name: 'Print another one' }).click();
    await expect.poll(() => asked('printPass').length, SOON).toBe(2);
    expect(asked('printPass')[1]).toEqual({ passId: 'pass-1', size: 'label', again: true });
  });

  test('is withdrawn after a question that names the person', async () => {
    const page = await openPanel();
    await panel(page).getByLabel('Given out').check();
    await panel(page).getByRole('button', { name: 'Withdraw the pass of Vera Lindt' }).click();
    await page
      .getByRole('dialog', { name: 'Withdraw the pass of Vera Lindt?' })
      .getByRole('button', { name: 'Withdraw' })
      .click();
    await expect.poll(() => asked('endPass'), SOON).toEqual([{ passId: 'pass-1', why: 'withdrawn' }]);
    await expect.poll(() => panel(page).innerText(), SOON).toContain('Taken back');
  });

  test('is made for a worker who is known and has no work here, from the refused row and from the card', async () => {
    const page = await open(STATES.busy);
    await page
      .getByRole('navigation')
      .getByRole('button', { name: /^Refused/ })
      .click();
    await page
      .getByRole('grid')
      .getByRole('button', { name: /^Temporary pass for / })
      .click();
    const dialog = page.getByRole('dialog', { name: /^Temporary pass for / });
    expect(await dialog.getByLabel('First name').count()).toBe(0);
    await dialog.getByLabel('Visiting').fill('Ann Berg');
    await dialog.getByRole('button', { name: 'Make the pass' }).click();
    await dialog.locator('.pass-sheet').waitFor(SOON);
    expect(asked('issuePass')).toMatchObject([{ person: { workerId: 'w-30' } }]);
    await dialog.getByRole('button', { name: 'Close' }).click();
    await page.getByRole('row').filter({ hasText: 'Noah Fischer' }).click();
    await page.locator('.card').getByRole('button', { name: 'Temporary pass…' }).waitFor(SOON);
  });
});
