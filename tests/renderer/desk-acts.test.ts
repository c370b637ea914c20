import { describe, expect, test } from 'vitest';
import { axeFinds, SOON, testedDesk } from './desk/desk-site.ts';
import { HELD } from './desk/fixture-acts.ts';
import { NOW_MS, STATES } from './fixtures-desk.ts';

const desk = testedDesk();
const card = (name: string) => ({ name, exact: false });
const busy = () => STATES.busy;

async function openCard(name: string) {
  const page = await desk.open(busy());
  await page.getByRole('searchbox').fill(name);
  await page.getByRole('row').filter({ hasText: name }).first().click();
  await page.getByRole('article', card(name)).waitFor(SOON);
  return page;
}

describe('what staff do about the person on the card', () => {
  test('D3: one tap grants access, and the notice counts down to take it back', async () => {
    const page = await openCard('Amina Diallo');
    await page.getByRole('button', { name: 'Grant access' }).click();
    await page.getByText('Amina Diallo is checked in.').waitFor(SOON);
    await page.getByRole('button', { name: /^Undo \(1:\d\d\)$/ }).click();
    await page.getByText('Taken back.').waitFor(SOON);
    expect(desk.asked('grantAccess')).toEqual([{ workerId: 'w-0' }]);
    expect(desk.asked('undoAct')).toEqual([{ workerId: 'w-0', eventId: 'e-act' }]);
  });

  test('D3: where there are several ways in, the tap asks which, the one used last first', async () => {
    const page = await openCard('Maria Santos');
    await page.getByRole('button', { name: 'Grant access' }).click();
    const dialog = page.getByRole('dialog', { name: 'Which way does Maria Santos come in?' });
    await dialog.waitFor(SOON);
    expect(await dialog.getByRole('button', { name: /^Turnstile/ }).isDisabled()).toBe(true);
    expect(await axeFinds(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.getByText('Maria Santos is checked in.').waitFor(SOON);
    expect(desk.asked('grantAccess')).toEqual([{ workerId: 'w-15', laneId: 'lane-3' }]);
  });

  test('D3: where a scan is needed, the tap says why, and waiting for the badge is the next step', async () => {
    const page = await openCard('Mei Lin');
    const grant = page.getByRole('button', { name: 'Grant access' });
    await grant.waitFor(SOON);
    expect(await grant.isDisabled()).toBe(true);
    expect(await page.locator('.act-why').innerText()).toBe('A scan is needed.');
    expect(await page.locator('.act-first').innerText()).toContain('Wait for Mei Lin’s badge');
  });

  test('B5: a checkout asks whether somebody saw it, and never for a time', async () => {
    const page = await openCard('Priya Raman');
    await page.getByRole('button', { name: 'Check out' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Forgot to check out').click();
    expect(await dialog.locator('input[type="time"], input[type="date"], input[type="text"]').count()).toBe(0);
    await dialog.getByRole('button', { name: 'Check out' }).click();
    await page.getByText('Priya Raman is checked out.').waitFor(SOON);
    expect(desk.asked('checkOut')).toEqual([{ workerId: 'w-2', seen: false }]);
  });

  test('C3: a break is started and ended from the card', async () => {
    const page = await openCard('Priya Raman');
    await page.getByRole('button', { name: 'Start a break' }).click();
    await page.getByText(/^On a break since/).waitFor(SOON);
    await page.getByRole('button', { name: 'End the break' }).click();
    await page.getByText('Priya Raman is back from the break.').waitFor(SOON);
    expect(desk.asked('setBreak')).toEqual([
      { workerId: 'w-2', onBreak: true },
      { workerId: 'w-2', onBreak: false },
    ]);
  });

  test('G6: an override shows everything against the person and wants a reason', async () => {
    const page = await openCard('Ahmed Farouk');
    await page.getByRole('button', { name: 'Let in as supervisor…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Too early.').waitFor(SOON);
    await dialog.getByRole('button', { name: 'Let in now' }).click();
    await dialog.getByText('Choose a reason, or write one.').waitFor(SOON);
    await dialog.getByText('Comes in with an escort').click();
    expect(await axeFinds(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Let in now' }).click();
    await page.getByText('is checked in.').waitFor(SOON);
    expect(desk.asked('overrideRefusal')).toEqual([
      {
        workerId: 'w-24',
        refusalId: 'e-410',
        codes: ['induction_ended', 'too_early'],
        reason: 'Comes in with an escort',
      },
    ]);
  });

  test('G6: the last outcome’s strip leads to the same question', async () => {
    const page = await desk.open(STATES.refused);
    const strip = page.locator('.last');
    await strip.getByRole('button', { name: 'Let in as supervisor…' }).click();
    await page.getByRole('dialog', { name: 'Let Ahmed Farouk in?' }).waitFor(SOON);
    expect(await axeFinds(page)).toEqual([]);
  });

  test('G6: a refused row is answered for without opening the card, and one that is over offers nothing', async () => {
    const page = await desk.open(busy());
    await page
      .getByRole('navigation')
      .getByRole('button', { name: /^Refused/ })
      .click();
    const buttons = page.getByRole('grid').getByRole('button', { name: /^Let .* in as supervisor…$/ });
    await expect.poll(() => buttons.count(), SOON).toBe(2);
    await buttons.first().click();
    const dialog = page.getByRole('dialog', { name: 'Let Ahmed Farouk in?' });
    await dialog.getByText('The client asked for it').click();
    await dialog.getByRole('button', { name: 'Let in now' }).click();
    await page.getByText('Ahmed Farouk is checked in.').waitFor(SOON);
    expect(desk.asked('overrideRefusal')).toMatchObject([{ workerId: 'w-24', refusalId: 'e-410' }]);
  });
});

describe('who waits for a look', () => {
  const waiting = () => ({ ...busy(), holds: HELD(NOW_MS) });

  test('comes in only after everything was looked at and answered', async () => {
    const page = await desk.open(waiting());
    const hold = page.getByRole('article', { name: 'Ahmed Farouk' }).and(page.locator('.hold'));
    const confirm = hold.getByRole('button', { name: 'Let in', exact: true });
    await confirm.waitFor(SOON);
    expect(await confirm.isDisabled()).toBe(true);
    await hold.getByText('The photo shows this person').click();
    expect(await confirm.isDisabled()).toBe(true);
    await hold.getByText('Yes').click();
    await confirm.click();
    await hold.waitFor({ ...SOON, state: 'detached' });
    expect(desk.asked('confirmHold')).toEqual([{ holdId: 'hold-1', answers: { fit: 'yes' } }]);
  });

  test('is declined without an answer, and a question after leaving can be skipped', async () => {
    const page = await desk.open(waiting());
    await page.getByRole('button', { name: 'Do not let in' }).click();
    await page.getByRole('button', { name: 'Skip', exact: true }).click();
    await page
      .locator('.hold')
      .first()
      .waitFor({ ...SOON, state: 'detached' });
    expect(desk.asked('declineHold')).toEqual([{ holdId: 'hold-1' }, { holdId: 'hold-2' }]);
  });

  test.each(['light', 'dark'] as const)('can be read in %s by everybody', async (scheme) => {
    const page = await desk.open(waiting(), { scheme });
    await page.locator('.hold').first().waitFor(SOON);
    expect(await axeFinds(page)).toEqual([]);
  });
});
