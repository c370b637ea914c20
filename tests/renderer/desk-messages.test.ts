import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { axeFinds, SOON, testedDesk } from './desk/desk-site.ts';
import { STATES } from './fixtures-desk.ts';

const { open, asked } = testedDesk();

async function openGranted(state: 'busy' | 'offline' = 'busy'): Promise<Page> {
  const page = await open(STATES[state]);
  await page.getByRole('button', { name: /^Scheduled/ }).click();
  await page.getByRole('tab', { name: /^Access granted/ }).click();
  return page;
}

describe('D7: one message to everybody on Access granted', () => {
  test('is written once, says whom it reaches, and is followed live', async () => {
    const page = await openGranted();
    await page.getByRole('button', { name: 'Message everyone (18)' }).click();
    const compose = page.getByRole('dialog', { name: 'Message to all 18 on Access granted' });
    await compose.getByRole('button', { name: 'Send to everyone' }).click();
    await compose.getByText('Write what the people on site should know.').waitFor();
    expect(asked('sendMessage')).toEqual([]);
    expect(await axeFinds(page)).toEqual([]);
    await compose.getByLabel('Message').fill('  Crane lift at 14:00  ');
    await compose.getByRole('button', { name: 'Send to everyone' }).click();
    const sent = page.getByRole('dialog', { name: 'Messages sent' });
    await sent.getByText('Crane lift at 14:00').waitFor(SOON);
    expect(asked('sendMessage')).toEqual([{ text: 'Crane lift at 14:00' }]);
    expect(await sent.getByRole('article').first().innerText()).toContain('Waits at this gate');
  });

  test('whoever was not reached stands on top, with what to do', async () => {
    const page = await openGranted();
    await page.getByRole('button', { name: 'Messages sent' }).click();
    const people = page.getByRole('dialog', { name: 'Messages sent' }).getByRole('listitem');
    await people.first().waitFor();
    expect(await people.allInnerTexts()).toEqual([
      expect.stringMatching(/Priya Raman\s+Did not arrive: call/),
      expect.stringMatching(/Tomasz Kowalczyk\s+No e-mail address: call/),
      expect.stringMatching(/Liam O’Connor\s+Central is sending it/),
      expect.stringMatching(/Amina Diallo\s+Sent/),
    ]);
    expect(await axeFinds(page)).toEqual([]);
  });

  test('a gate that is offline says that the message waits', async () => {
    const page = await openGranted('offline');
    await page.getByRole('button', { name: /^Message everyone/ }).click();
    const compose = page.getByRole('dialog');
    await expect.poll(() => compose.innerText(), SOON).toContain('The gate is offline. The message waits here');
  });
});
