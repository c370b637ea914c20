import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { axeFinds, SOON, testedDesk } from './desk/desk-site.ts';
import { signedInAs } from './desk/fixture-session.ts';
import { STATES } from './fixtures-desk.ts';

const { open, asked } = testedDesk();

async function openReports(tab: 'Events' | 'Contacts', state: 'busy' | 'offline' = 'busy'): Promise<Page> {
  const { status, ...fixture } = STATES[state];
  const page = await open({ ...fixture, status: { ...status, session: signedInAs('u-super') } });
  await page.getByRole('button', { name: /^Reports/ }).click();
  await page.getByRole('tab', { name: tab }).click();
  return page;
}

describe('E1, E3: events', () => {
  test('a new one is booked with dates, people, skills and resources, and waits for central', async () => {
    const page = await openReports('Events');
    await page.getByRole('button', { name: 'Book an event' }).click();
    await page.getByRole('button', { name: 'Book the event' }).click();
    await page.getByText('Give the event a name.').waitFor(SOON);
    expect(await axeFinds(page)).toEqual([]);
    await page.getByRole('radio', { name: 'Meridian Foods' }).check();
    await page.getByLabel('Name of the event').fill('Night market');
    await page.getByRole('button', { name: 'Begins on' }).click();
    await page.getByRole('button', { name: '28 November 2025' }).click();
    await page.getByLabel('at', { exact: true }).fill('18:00');
    await page.getByLabel('until').fill('23:30');
    await page.getByLabel('People wanted').fill('6');
    const skills = page.getByRole('group', { name: 'Skills' });
    await skills.getByLabel('How many').fill('4');
    await skills.getByLabel('One more: Skills').fill('Stewarding');
    await skills.getByRole('button', { name: 'Add to: Skills' }).click();
    await page.getByLabel('One more: Resources').fill('Radios');
    await page.getByLabel('One more: Resources').press('Enter');
    expect(await axeFinds(page)).toEqual([]);
    await page.getByRole('button', { name: 'Book the event' }).click();
    const row = page.getByRole('button', { name: /Night market/ });
    await expect.poll(() => row.innerText(), SOON).toMatch(/To be confirmed\s+Waits for central/);
    expect(asked('bookEvent')).toEqual([
      {
        draft: {
          clientId: 'c-0',
          name: 'Night market',
          startsAt: '2025-11-28T18:00',
          endsAt: '2025-11-28T23:30',
          staffNumbers: 6,
          skills: [{ skill: 'Stewarding', count: 4 }],
          resources: ['Radios'],
          requiredQualifications: [],
        },
      },
    ]);
  });

  test('a past one is booked again: only its days are asked for anew', async () => {
    const page = await openReports('Events');
    await page.getByText('Past', { exact: true }).click();
    await page.getByRole('button', { name: /Harvest market/ }).click();
    await page.getByText('Hannah Berg').first().waitFor(SOON);
    await page.getByRole('button', { name: 'Book again' }).click();
    expect(await page.getByLabel('Name of the event').inputValue()).toBe('Harvest market');
    await page.getByRole('button', { name: 'Begins on' }).click();
    await page.getByRole('button', { name: '29 November 2025' }).click();
    await page.getByRole('button', { name: 'Book the event' }).click();
    await expect.poll(() => asked('bookEvent').length, SOON).toBe(1);
    expect(asked('bookEvent')[0]).toMatchObject({
      bookedAgainFrom: 'b-past',
      draft: { startsAt: expect.stringMatching(/^2025-11-29T/) as string },
    });
  });

  test('E2: somebody on a roster leads to Scheduled, with their card open beside it', async () => {
    const page = await openReports('Events');
    await page.getByRole('button', { name: /Winter fair/ }).click();
    const member = page.locator('.crew-members button.member').nth(1);
    const name = await member.locator('bdi').first().innerText();
    await member.click();
    await page.getByRole('tab', { name: 'People', selected: true }).waitFor();
    await expect.poll(() => page.locator('.card').innerText(), SOON).toContain(name);
  });

  test('one that is called off asks first; what central did not take says why', async () => {
    const page = await openReports('Events');
    await page.getByText(/Night market, booked .*, is not booked\./).waitFor(SOON);
    expect(await axeFinds(page)).toEqual([]);
    await page.getByRole('button', { name: /Press visit/ }).click();
    await page.getByRole('button', { name: 'Call off' }).click();
    const dialog = page.getByRole('dialog', { name: 'Call off Press visit, cold store?' });
    await dialog.getByRole('button', { name: 'Call off' }).click();
    await page.getByText('Cancelled').waitFor(SOON);
    expect(asked('callOffBooking')).toEqual([{ bookingId: 'b-press' }]);
  });
});

describe('E2: files for an event', () => {
  test('go up with their progress, are stopped and go on; one with nothing in it says so', async () => {
    const page = await openReports('Events');
    await page.getByRole('button', { name: /Press visit/ }).click();
    await page.getByRole('button', { name: 'Add documents' }).waitFor(SOON);
    await page.locator('input[type=file]').setInputFiles([
      { name: 'Plan.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') },
      { name: 'Empty.txt', mimeType: 'text/plain', buffer: Buffer.alloc(0) },
    ]);
    await page.getByText('Empty.txt has nothing in it.').waitFor(SOON);
    await page.getByRole('progressbar', { name: 'Plan.pdf' }).waitFor(SOON);
    expect(await axeFinds(page)).toEqual([]);
    await page.getByRole('button', { name: 'Stop Plan.pdf' }).click();
    await page.getByRole('button', { name: 'Go on with Plan.pdf' }).click();
    await page.getByRole('button', { name: 'Stop Plan.pdf' }).waitFor(SOON);
    expect(asked('addDocument')).toMatchObject([{ bookingId: 'b-press', name: 'Plan.pdf' }]);
  });
});

describe('C5, E4: contacts', () => {
  test('one is invited for the client’s places, and another loses the access', async () => {
    const page = await openReports('Contacts', 'offline');
    await page.getByRole('button', { name: 'Invite a contact' }).click();
    const dialog = page.getByRole('dialog', { name: 'Invite a contact' });
    await dialog.getByText('The gate is offline.').waitFor(SOON);
    await dialog.getByLabel('Name').fill('Ana Duarte');
    await dialog.getByLabel('E-mail address').fill('ana@meridian');
    await dialog.getByRole('checkbox', { name: 'Bradford depot' }).check();
    await dialog.getByRole('button', { name: 'Send the invitation' }).click();
    await dialog.getByText('Enter an e-mail address like').waitFor(SOON);
    expect(await axeFinds(page)).toEqual([]);
    await dialog.getByLabel('E-mail address').fill('ana@meridian.example');
    await dialog.getByRole('button', { name: 'Send the invitation' }).click();
    await page.getByText('Ana Duarte').waitFor(SOON);
    expect(asked('inviteContact')).toEqual([
      { name: 'Ana Duarte', email: 'ana@meridian.example', phone: '', clientId: 'c-0', locationIds: ['l-1'] },
    ]);
    await page.getByRole('button', { name: 'Take access from Oluwaseun Adeyemi' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Take access' }).click();
    await expect.poll(() => asked('removeContact'), SOON).toEqual([{ userId: 'u-olu' }]);
    expect(await axeFinds(page)).toEqual([]);
  });

  test('somebody else who signs in does not find the details of whoever was there before', async () => {
    const page = await openReports('Contacts');
    await page.getByRole('form', { name: 'Your details' }).waitFor();
    await page.getByRole('button', { name: 'Signed in: Idris Vaughan' }).click();
    await page.getByRole('menuitem', { name: 'Switch user' }).click();
    await page.getByRole('button', { name: /Moira Tennant/ }).click();
    for (const digit of '1234') await page.getByRole('button', { name: digit, exact: true }).click();
    await page.getByRole('button', { name: 'OK' }).click();
    await page.getByRole('button', { name: 'Signed in: Moira Tennant' }).waitFor();
    expect(await page.getByRole('form', { name: 'Your details' }).count()).toBe(0);
  });

  test('own details are kept by everybody', async () => {
    const page = await openReports('Contacts');
    const own = page.getByRole('form', { name: 'Your details' });
    await own.getByLabel('Phone').fill('+44 7700 900123');
    await own.getByRole('button', { name: 'Save details' }).click();
    await own.getByText('Waits for central').waitFor(SOON);
    expect(asked('changeOwnDetails')).toEqual([
      { userId: 'u-super', name: 'Idris Vaughan', email: 'idris@example.com', phone: '+44 7700 900123' },
    ]);
  });
});
