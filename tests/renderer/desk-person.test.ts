import { describe, expect, test } from 'vitest';
import { STATES } from './fixtures-desk.ts';
import { axeFinds, SOON, testedDesk } from './desk/desk-site.ts';

const desk = testedDesk();
const PERSON = 'Amina Diallo';

const openCard = async () => {
  const page = await desk.open(STATES.ready);
  await page.getByRole('button', { name: /^Scheduled/ }).click();
  await page.getByRole('tab', { name: /Work orders/ }).click();
  await page.getByRole('button', { name: /WO-4100/ }).click();
  await page.getByRole('button', { name: /Amina Diallo/ }).click();
  return page;
};

describe('a person’s card', () => {
  test('shows photo, papers, certificates, vehicles, note and events, and nothing for axe to mend', async () => {
    const page = await openCard();
    const card = page.getByRole('article', { name: PERSON });
    const photo = card.getByRole('img', { name: `Photo of ${PERSON}` });
    await expect.poll(() => photo.evaluate((image) => (image as HTMLImageElement).naturalWidth), SOON).toBe(180);
    const text = await card.innerText();
    expect(text).toContain('Rings the bell at the goods gate');
    expect(text).toContain('Working at height');
    expect(text).toContain('LN24 KXD');
    expect(text).toContain('Permit: Yard B');
    expect(text).toContain('Winter fair, hall B');
    expect(await axeFinds(page)).toEqual([]);
  });

  test('B7: marks time on site as an estimate where nobody saw the person leave, as the feed and the last badge do', async () => {
    const feed = STATES.left!.feed.map((row) =>
      row.type === 'presence.checked_out' ? { ...row, facts: { ...row.facts, estimated: true } } : row,
    );
    const page = await desk.open({ ...STATES.left!, feed });
    const last = page.getByRole('region', { name: 'Last badge' });
    await expect.poll(() => last.innerText(), SOON).toContain('On site for about 8 h 12 min');
    const live = page.getByRole('region', { name: 'Live feed' });
    await expect.poll(() => live.innerText(), SOON).toContain('Was inside for about 8 h 12 min.');
    const card = page.getByRole('article');
    await expect.poll(() => card.innerText(), SOON).toContain('On site for about 8 h 12 min');
  });

  test('opens a certificate, and says what to do when it is not here', async () => {
    const page = await openCard();
    await page.getByRole('button', { name: 'Open Working at height: certificate' }).click();
    await page.getByText('is not on this gate yet. Open it again once the gate is online.').waitFor();
    expect(desk.asked('openFile')).toEqual([{ documentId: 'cert-height', how: 'show' }]);
  });

  test('saves a certificate without opening it', async () => {
    const page = await openCard();
    await page.getByRole('button', { name: 'Save Working at height: certificate' }).click();
    await page.getByText('is saved.').waitFor();
    expect(desk.asked('openFile')).toEqual([{ documentId: 'cert-height', how: 'save' }]);
  });
});

describe('D5: crews', () => {
  test('say how many are in; opened, who was scanned and who is awaited; and lead to the card', async () => {
    const page = await desk.open(STATES.ready);
    await page.getByRole('button', { name: /^Scheduled/ }).click();
    await page.getByRole('tab', { name: /Work orders/ }).click();
    const crew = page.getByRole('button', { name: /WO-4100/ });
    expect(await crew.innerText()).toContain('3 of 5 in');
    await crew.click();
    const members = page.locator('.crew-members').first();
    expect(await members.innerText()).toContain('Not scanned yet');
    expect(await members.innerText()).toContain('Scanned, out now');
    expect(await axeFinds(page)).toEqual([]);
    await members.getByRole('button', { name: /Amina Diallo/ }).click();
    await page.getByRole('article', { name: PERSON }).waitFor();
  });
});

describe('E1, E2: events', () => {
  const openFair = async () => {
    const page = await desk.open(STATES.ready);
    await page.getByRole('button', { name: /^Scheduled/ }).click();
    await page.getByRole('tab', { name: /Events/ }).click();
    await page.getByRole('button', { name: /Winter fair/ }).click();
    await page.getByText('Hannah Berg').first().waitFor();
    return page;
  };

  test('show team leader and phone, roster with photos and times, and who lacks what is required', async () => {
    const page = await openFair();
    const text = await page.locator('.event').innerText();
    for (const part of ['+44 7700 900188', 'Everybody needs: First aid, Crowd safety', 'Crowd control', 'LN24 KXD'])
      expect(text).toContain(part);
    expect(await page.locator('.event .member').count()).toBe(3);
    const first = page.locator('.event .crew-members > li').first();
    expect(await first.innerText()).toMatch(/Crowd safety\s+Missing/);
    expect(await axeFinds(page)).toEqual([]);
  });

  test('show a map at once, in the page', async () => {
    const page = await openFair();
    await page.getByRole('button', { name: 'Open Site map.png' }).click();
    const map = page.getByRole('img', { name: 'Site map.png' });
    await expect.poll(() => map.evaluate((image) => (image as HTMLImageElement).naturalWidth), SOON).toBe(640);
    await page.keyboard.press('Escape');
    await map.waitFor({ state: 'detached' });
  });

  test('say that a file which is not shown was saved', async () => {
    const page = await openFair();
    await page.getByRole('button', { name: 'Open Stands.xlsx' }).click();
    await page.getByText('Stands.xlsx is saved.').waitFor();
    expect(desk.asked('openFile')).toEqual([{ documentId: 'list', how: 'show' }]);
  });
});
