import { describe, expect, test } from 'vitest';
import { axeFinds, SOON, testedDesk } from './desk/desk-site.ts';
import { person, STATES } from './fixtures-desk.ts';

const { open, asked, bridge } = testedDesk();
type Opened = Awaited<ReturnType<typeof open>>;

const working = async (page: Opened) => {
  await page
    .getByRole('navigation')
    .getByRole('button', { name: /^Inside/ })
    .click();
  await page.getByRole('tab', { name: /^Who’s working/ }).click();
  const grid = page.getByRole('grid', { name: 'Who’s working' });
  await grid.getByText(person(0).name).waitFor();
  return grid;
};
const scheduled = async (page: Opened) => {
  await page.getByRole('button', { name: /^Scheduled/ }).click();
  const grid = page.getByRole('grid', { name: 'Scheduled' });
  await grid.getByText(person(0).name).waitFor();
  return grid;
};
const lastList = () =>
  (asked('getList') as { list: string; sort?: unknown }[]).filter(({ list }) => list !== 'feed').at(-1);

test('C3: everybody of today has a state in words, and one state can be looked at alone', async () => {
  const page = await open(STATES.busy);
  const grid = await working(page);
  for (const state of ['In', 'On break', 'Out', 'Late', 'No-show', 'Scheduled']) {
    expect(await grid.getByText(state, { exact: true }).count()).toBeGreaterThan(0);
  }
  expect(await grid.getByText('No work today').count()).toBe(1);
  await page.getByRole('button', { name: 'On break', pressed: false }).click();
  await page.getByText('1 match').waitFor();
  expect(lastList()).toMatchObject({ list: 'working', filters: { state: 'on_break' } });
  // It is still so when one comes back.
  await page.getByRole('button', { name: /^Gate/ }).click();
  await page
    .getByRole('navigation')
    .getByRole('button', { name: /^Inside/ })
    .click();
  await page.getByRole('button', { name: 'On break', pressed: true }).click();
  await expect.poll(() => grid.getByText('No-show').count(), SOON).toBeGreaterThan(0);
});

describe('a list', () => {
  test('is sorted by its heads, up, down and as it was', async () => {
    const page = await open(STATES.busy);
    const grid = await scheduled(page);
    const head = grid.getByRole('columnheader', { name: 'Name' });
    for (const [sort, down] of [
      ['ascending', false],
      ['descending', true],
      ['none', undefined],
    ] as const) {
      await head.getByRole('button').press('Enter');
      await expect.poll(() => head.getAttribute('aria-sort'), SOON).toBe(sort);
      await expect
        .poll(() => lastList()?.sort, SOON)
        .toEqual(down === undefined ? undefined : { column: 'name', down });
    }
  });

  test('is narrowed to a company and a client', async () => {
    const page = await open(STATES.busy);
    await scheduled(page);
    await page.getByRole('combobox', { name: 'Company' }).selectOption('Kestrel Lifts');
    await page.getByRole('combobox', { name: 'Client' }).selectOption('Albion Logistics');
    await expect.poll(lastList, SOON).toMatchObject({ filters: { contractorId: 'c-kestrel', clientId: 'cl-albion' } });
  });

  test('puts a column away and has it back', async () => {
    const page = await open(STATES.busy);
    const grid = await scheduled(page);
    await page.getByRole('button', { name: 'Columns' }).click();
    // The menu hangs at its button, over the list.
    const menu = page.getByRole('menu');
    expect(await menu.evaluate((element) => getComputedStyle(element).position)).toBe('absolute');
    expect((await menu.boundingBox())?.y).toBeLessThan(300);
    await page.getByRole('menuitemcheckbox', { name: 'Work order' }).click();
    await expect.poll(() => grid.getByRole('columnheader').count(), SOON).toBe(3);
    await page.getByRole('menuitemcheckbox', { name: 'Work order', checked: false }).click();
    await expect.poll(() => grid.getByRole('columnheader').count(), SOON).toBe(4);
  });

  test('is as its user left it, and stays so', async () => {
    const page = await open({
      ...STATES.busy,
      looks: { scheduled: { sort: { column: 'name', down: true }, filters: { state: 'late' }, hidden: ['time'] } },
    });
    await page.getByRole('button', { name: /^Scheduled/ }).click();
    const grid = page.getByRole('grid', { name: 'Scheduled' });
    await expect.poll(() => grid.getByRole('columnheader').count(), SOON).toBe(3);
    expect(await grid.getByRole('columnheader', { name: 'Name' }).getAttribute('aria-sort')).toBe('descending');
    await page.getByRole('button', { name: 'Late', pressed: true }).click();
    await expect
      .poll(() => asked('keepListLook'), SOON)
      .toEqual([{ list: 'scheduled', look: { sort: { column: 'name', down: true }, filters: {}, hidden: ['time'] } }]);
  });

  test('goes into a file as it is searched and sorted, in the desk’s words', async () => {
    const page = await open(STATES.busy);
    await scheduled(page);
    await page.getByRole('searchbox').fill('kestrel');
    await page.getByText('7 matches').waitFor();
    await page.getByRole('button', { name: 'Save as file' }).click();
    await page.getByText('Saved.').waitFor();
    expect(asked('exportList')).toMatchObject([
      { list: 'scheduled', query: 'kestrel', fileName: 'Scheduled 2025-11-24', words: { expected: 'Expected' } },
    ]);
  });

  test('says how far a long file is, and leaves off when it is told to', async () => {
    const page = await open(STATES.busy);
    await scheduled(page);
    let stop: (() => void) | undefined;
    const stopped = new Promise<void>((resolve) => (stop = resolve));
    Object.assign(bridge().calls, {
      exportList: () => stopped.then(() => ({ came: 'stopped' })),
      getExport: () => ({ rows: 1200, total: 200_000 }),
      stopExport: () => stop?.(),
    });
    await page.getByRole('button', { name: 'Save as file' }).click();
    await page.getByText(/^Saving 1\D?200 of 200\D?000 lines/).waitFor();
    await page.getByRole('button', { name: 'Stop saving' }).click();
    await page.getByText('Stopped. No file was saved.').waitFor();
    expect(await page.getByText(/^Saving/).count()).toBe(0);
  });

  test('tells who is known but not on it, and opens their card', async () => {
    const page = await open(STATES.busy);
    await scheduled(page);
    await page.keyboard.press('/');
    await page.keyboard.type('kestrel');
    const elsewhere = page.getByRole('region', { name: 'Not on this list' });
    await elsewhere.getByRole('button', { name: /Bram Kestreloo.*Not scheduled here/s }).click();
    expect(asked('findPeople').at(-1)).toEqual({ query: 'kestrel', beside: 'scheduled' });
    await expect.poll(() => asked('getPerson'), SOON).toContainEqual({ workerId: 'w-71' });
  });
});

test('the / key finds anybody from a page without a list too', async () => {
  const page = await open(STATES.busy);
  await page.getByRole('button', { name: /^Settings/ }).click();
  await page.getByRole('heading', { name: 'Devices' }).waitFor();
  await page.keyboard.press('/');
  await page.getByRole('grid', { name: 'Scheduled' }).waitFor();
  await page.keyboard.type('kestrel');
  await expect.poll(() => page.getByRole('region', { name: 'Not on this list' }).isVisible(), SOON).toBe(true);
});

test.each(['light', 'dark'] as const)('axe finds nothing to mend in who is working, searched, %s', async (scheme) => {
  const page = await open(STATES.busy, { scheme });
  await working(page);
  await page.getByRole('searchbox').fill('kestrel');
  await page.getByRole('region', { name: 'Not on this list' }).waitFor();
  expect(await axeFinds(page)).toEqual([]);
});
