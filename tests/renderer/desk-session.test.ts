import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import type { DeskBridge } from '../../preload/contract.ts';
import { axeFinds, SOON, testedDesk } from './desk/desk-site.ts';
import { signedInAs, SIGNED_OUT } from './desk/fixture-session.ts';
import { STATES, type DeskFixture } from './fixtures-desk.ts';

const { open, asked } = testedDesk();

const as = (session: DeskFixture['status']['session']): DeskFixture => ({
  ...STATES.busy,
  status: { ...STATES.busy.status, session },
});
const question = (page: Page) => page.getByRole('dialog', { name: 'Who are you?' });
const choose = async (page: Page, name: string): Promise<void> =>
  page
    .getByRole('dialog')
    .getByRole('button', { name: new RegExp(name) })
    .click();

describe('where nobody has a PIN', () => {
  test('nothing on the desk speaks of signing in', async () => {
    const page = await open(STATES.busy);
    expect(await page.getByRole('button', { name: 'Sign in' }).count()).toBe(0);
  });
});

describe('signing in', () => {
  test('a name and a PIN by touch; the bar then says who it is', async () => {
    const page = await open(as(SIGNED_OUT));
    await page.getByRole('button', { name: 'Sign in' }).click();
    await choose(page, 'Moira Tennant');
    for (const digit of '1234') await page.getByRole('button', { name: digit, exact: true }).click();
    await page.getByRole('button', { name: 'OK' }).click();
    await page.getByRole('button', { name: 'Signed in: Moira Tennant' }).waitFor();
    expect(asked('signInWithPin')).toEqual([{ userId: 'u-guard', pin: '1234' }]);
  });

  test('the same by keyboard alone', async () => {
    const page = await open(as(SIGNED_OUT));
    await page.getByRole('button', { name: 'Sign in' }).press('Enter');
    await page.getByRole('dialog').getByRole('button', { name: /Moira/ }).press('Enter');
    await page.keyboard.type('1234');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Signed in: Moira Tennant' }).waitFor();
    expect(asked('signInWithPin')).toEqual([{ userId: 'u-guard', pin: '1234' }]);
  });

  test('E5: a contact signs in with e-mail address and password', async () => {
    const page = await open(as(SIGNED_OUT));
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('button', { name: 'With e-mail and password' }).click();
    await page.getByLabel('E-mail address').fill('olu@client.example');
    await page.getByLabel('Password', { exact: true }).fill('harbour');
    await page.getByRole('dialog').getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('button', { name: 'Signed in: Olu Adeyemi' }).waitFor();
    expect(asked('signInWithPassword')).toEqual([{ email: 'olu@client.example', password: 'harbour' }]);
  });

  test('says plainly that a PIN does not match, and after too many when to try again', async () => {
    const page = await open(as(SIGNED_OUT));
    await page.getByRole('button', { name: 'Sign in' }).click();
    await choose(page, 'Moira Tennant');
    const wrong = async (): Promise<void> => {
      await page.getByLabel('PIN of Moira Tennant').fill('0000');
      await page.getByRole('button', { name: 'OK' }).click();
    };
    await wrong();
    await page.getByText('That PIN or password does not match.').waitFor();
    for (let at = 0; at < 4; at += 1) await wrong();
    await page.getByText('Too many tries for this name.').waitFor();
    expect(await page.getByRole('alert').last().innerText()).toContain('Try again at 07:47.');
    expect(await page.getByRole('button', { name: 'OK' }).isDisabled()).toBe(true);
  });

  test('switching and signing out are two presses away', async () => {
    const page = await open(as(signedInAs('u-guard')));
    await page.getByRole('button', { name: 'Signed in: Moira Tennant' }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByRole('button', { name: 'Sign in' }).waitFor();
    expect(asked('signOut')).toHaveLength(1);
  });
});

describe('an act', () => {
  const openOnce = async (page: Page): Promise<void> => {
    await page.locator('[data-truth="door"] button').click();
    await page.getByRole('button', { name: 'Open once' }).click();
  };

  test('asks on the spot who it is, and then goes on', async () => {
    const page = await open(as(SIGNED_OUT));
    await openOnce(page);
    await question(page).waitFor();
    await choose(page, 'Moira Tennant');
    await page.keyboard.type('1234');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.getByRole('dialog', { name: 'Open Main turnstile once?' }).count(), SOON).toBe(1);
  });

  test('that needs more rights names who could do it, and takes their PIN without switching user', async () => {
    const page = await open(as(signedInAs('u-guard')));
    await page.locator('[data-truth="door"] button').click();
    await page.getByRole('button', { name: 'Lock down' }).click();
    const dialog = page.getByRole('dialog', { name: 'This needs somebody with more rights.' });
    expect(await dialog.locator('.name-tile').allInnerTexts()).toEqual([expect.stringContaining('Idris Vaughan')]);
    await choose(page, 'Idris Vaughan');
    await page.keyboard.type('1234');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Lock Main turnstile down?' }).waitFor();
    expect(asked('vouch')).toEqual([{ userId: 'u-super', pin: '1234', right: 'door.mode' }]);
    expect(asked('signInWithPin')).toEqual([]);
  });

  test('goes on when whoever may do it has signed in by another way', async () => {
    const page = await open(as(SIGNED_OUT));
    await openOnce(page);
    await question(page).waitFor();
    await page.evaluate(() => {
      const { gatehouse } = globalThis as unknown as { gatehouse: Pick<DeskBridge, 'signInWithPin'> };
      return gatehouse.signInWithPin({ userId: 'u-guard', pin: '1234' });
    });
    await page.getByRole('dialog', { name: 'Open Main turnstile once?' }).waitFor();
    expect(await question(page).count()).toBe(0);
  });

  test('that is given up does nothing', async () => {
    const page = await open(as(SIGNED_OUT));
    await openOnce(page);
    await question(page).waitFor();
    await page.keyboard.press('Escape');
    await question(page).waitFor({ state: 'detached' });
    expect(asked('openDoorOnce')).toEqual([]);
  });
});

test.each(['light', 'dark'] as const)('axe finds nothing to mend in signing in, %s', async (scheme) => {
  const page = await open(as(SIGNED_OUT), { scheme });
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.locator('.name-tile').first().waitFor();
  expect(await axeFinds(page)).toEqual([]);
  await choose(page, 'Moira Tennant');
  await page.locator('.pin-pad').waitFor();
  expect(await axeFinds(page)).toEqual([]);
});
