import { expect, test } from 'vitest';
import { axeFinds, SOON, testedDesk } from './desk/desk-site.ts';
import { person, STATES } from './fixtures-desk.ts';

const { open } = testedDesk();
const tabs = (page: Awaited<ReturnType<typeof open>>) =>
  page
    .getByRole('tab')
    .evaluateAll((all) => all.map((tab) => `${tab.querySelector('.tab-name')?.textContent} ${tab.ariaSelected}`));

test('the rail shows the places that there are, in one order, and where one is', async () => {
  const page = await open(STATES.busy);
  const names = await page.getByRole('navigation').locator('.rail-name').allInnerTexts();
  expect(names.filter((name) => ['Gate', 'Scheduled', 'Inside', 'Refused', 'Settings'].includes(name))).toEqual([
    'Gate',
    'Scheduled',
    'Inside',
    'Refused',
    'Settings',
  ]);
  await page.getByRole('button', { name: /^Refused/ }).click();
  expect(await page.locator('[aria-current=page]').innerText()).toContain('Refused');
});

test('D7: Scheduled has Access granted beside it, by the arrow keys, and comes back to it', async () => {
  const page = await open(STATES.busy);
  await page.getByRole('button', { name: /^Scheduled/ }).click();
  await page.getByRole('tab', { name: /^People/ }).focus();
  await page.keyboard.press('ArrowRight');
  await page.getByRole('grid', { name: 'Access granted' }).waitFor();
  await page
    .getByRole('navigation')
    .getByRole('button', { name: /^Inside/ })
    .click();
  await page.getByRole('grid', { name: 'Inside' }).waitFor();
  await page.getByRole('button', { name: /^Scheduled/ }).click();
  await page.getByRole('grid', { name: 'Access granted' }).waitFor();
  expect(await tabs(page)).toEqual(expect.arrayContaining(['People false', 'Access granted true']));
});

test('G5: who came in at another gate stands in Inside with the name of that gate', async () => {
  const page = await open(STATES.busy);
  await page.getByRole('button', { name: /^Inside/ }).click();
  await page.getByRole('row', { name: 'Goods gate' }).waitFor();
  expect(await page.getByRole('row', { name: 'Goods gate' }).innerText()).toContain(person(1).name);
});

test('a tab’s list is searched, opened and put away by keyboard', async () => {
  const page = await open(STATES.busy);
  await page.getByRole('button', { name: /^Scheduled/ }).click();
  await page.keyboard.press('/');
  await page.keyboard.type(person(1).name);
  await page.getByText('1 match').waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('article', { name: person(1).name }).waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(() => page.getByRole('article', { name: person(1).name }).count(), SOON).toBe(0);
});

test.each(['light', 'dark'] as const)('axe finds nothing to mend on a page of tabs, %s', async (scheme) => {
  const page = await open(STATES.busy, { scheme });
  await page.getByRole('button', { name: /^Scheduled/ }).click();
  await page.getByRole('grid', { name: 'Scheduled' }).waitFor();
  expect(await axeFinds(page)).toEqual([]);
});

test('G3: the ages in the bar leave room for one another at 1280 px, a day and more offline', async () => {
  const { status } = STATES.offline;
  const user = { userId: 'user-1', name: 'Margaret Whitfield-Jones', role: 'supervisor' } as const;
  const next = { level: 'ask', list: 'badges', inMs: 200 * 60_000 } as const;
  const page = await open({
    ...STATES.offline,
    status: {
      ...status,
      session: { state: 'signed_in', user, rights: [] },
      connection: { ...status.connection, sinceMs: status.nowMs - 27 * 3_600_000, waiting: 1143, flagged: 12 },
      staleness: { ageMs: 51 * 3_600_000, level: 'warn', list: 'badges', next },
    },
  });
  await page.getByText('Offline for 1 d 3 h').waitFor(SOON);
  const ends = await page.locator('.truth').evaluateAll((all) => all.map((one) => one.scrollWidth - one.clientWidth));
  expect(ends.filter((over) => over > 1)).toEqual([]);
  const clock = await page.locator('.bar-clock').boundingBox();
  expect((clock?.x ?? 0) + (clock?.width ?? 0)).toBeLessThanOrEqual(1280);
});
