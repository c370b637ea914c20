import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { axeFinds, SOON, testedDesk } from './desk/desk-site.ts';
import { STATES } from './fixtures-desk.ts';

const { open, asked } = testedDesk();

async function openTray(scheme: 'light' | 'dark' = 'light'): Promise<Page> {
  const page = await open(STATES.flagged, { scheme });
  await page.locator('[data-truth="setAside"] button').click();
  await card(page, 'Amina Diallo').waitFor();
  return page;
}
const card = (page: Page, name: string) => page.getByRole('article', { name });

describe('issue 4, what central sees otherwise', () => {
  test('the count on the bar leads to the cards, newest first', async () => {
    const page = await openTray();
    const heads = await page.locator('.tray-card h2').allInnerTexts();
    expect(heads.map((head) => head.split('\n')[0])).toEqual([
      'Amina Diallo',
      'Piotr Nowak',
      'Samuel Okafor',
      'This gate',
    ]);
  });

  test('a card says why in plain words, where, and when by both clocks', async () => {
    const page = await openTray();
    const said = await card(page, 'Amina Diallo').innerText();
    expect(said).toContain('Inside by two gates.');
    expect(said).toContain('Goods gate, 06:51');
    expect(said).toContain('07:28 (+42 s)');
    expect(await card(page, 'Samuel Okafor').innerText()).toMatch(/Done without the right to it[^]*R\. Whitfield/);
  });

  test('an answer asks once how staff know, and goes to the cleared ones', async () => {
    const page = await openTray();
    await card(page, 'Amina Diallo').getByRole('button', { name: 'Person has left: check out' }).click();
    const question = page.getByRole('dialog', { name: /^Amina Diallo/ });
    await question.getByRole('button', { name: 'Person has left: check out' }).click();
    await question.getByText('Choose how you know, or write it in a few words.').waitFor();
    expect(asked('clearTray')).toEqual([]);
    await question.getByLabel('I asked on site').check();
    await question.getByLabel('More about it, if it helps').fill('Her van is gone');
    await question.getByRole('button', { name: 'Person has left: check out' }).click();
    await expect.poll(() => card(page, 'Amina Diallo').count(), SOON).toBe(0);
    expect(asked('clearTray')).toEqual([
      { eventId: 'event-412', seq: 412, outcome: 'left', reason: 'I asked on site: Her van is gone' },
    ]);
    await page.getByLabel('Cleared').check();
    expect(await card(page, 'Amina Diallo').innerText()).toMatch(
      /Had left, checked out\s+I asked on site: Her van is gone/,
    );
  });

  test.each(['light', 'dark'] as const)('axe finds nothing to mend in %s', async (scheme) => {
    expect(await axeFinds(await openTray(scheme))).toEqual([]);
  });
});

describe('D8: somebody checked in from a phone', () => {
  const notice = (page: Page) => page.getByRole('region', { name: 'People on the way' });

  test('the gate page says who, and waits for the badge with one button', async () => {
    const page = await open(STATES.onTheWay);
    await notice(page).getByText('Mateo Fernández checked in from a phone').waitFor();
    expect(await notice(page).innerText()).toMatch(/07:36 · Work order WO-4410 · Façade scaffold strip/);
    await notice(page).getByRole('button', { name: 'Wait for the badge' }).click();
    await expect.poll(() => asked('expectPerson'), SOON).toEqual([{ workerId: 'w-9' }]);
    expect(await axeFinds(page)).toEqual([]);
  });

  test('it is put away by name', async () => {
    const page = await open(STATES.onTheWay);
    await notice(page).getByRole('button', { name: 'Put away the notice about Mateo Fernández' }).click();
    await expect.poll(() => page.locator('.notice').count(), SOON).toBe(0);
    expect(asked('dismissNotice')).toEqual([{ noticeId: 'activity-1' }]);
  });
});
