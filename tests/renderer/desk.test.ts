import { describe, expect, test } from 'vitest';
import { axeFinds, SOON, testedDesk } from './desk/desk-site.ts';
import { person, STATES, type StateName } from './fixtures-desk.ts';

const { open, asked, bridge } = testedDesk();

describe('the top bar tells the truth', () => {
  test.each([
    ['busy', 'central', /Online/],
    ['busy', 'waiting', /0/],
    ['busy', 'data', /2 min old/],
    ['busy', 'door', /Ready/],
    ['offline', 'central', /Offline since 05:37.*Still working, 2 h 5 min/],
    ['offline', 'waiting', /143/],
    ['offline', 'data', /2 h 7 min old.*Getting old/],
    ['faults', 'setAside', /2/],
    ['faults', 'door', /Out of order/],
    ['empty', 'data', /Never received/],
  ] as const)('%s: %s says %s', async (state, truth, words) => {
    const page = await open(STATES[state]);
    expect(await page.locator(`[data-truth="${truth}"]`).innerText()).toMatch(new RegExp(words.source, 's'));
  });

  test('it shows the site’s clock, not this computer’s', async () => {
    const page = await open({ ...STATES.busy, status: { ...STATES.busy.status, timeZone: 'Australia/Sydney' } });
    expect(await page.locator('.bar-time').innerText()).toBe('18:42');
  });

  test('news from main replaces what it says at once', async () => {
    const page = await open(STATES.busy);
    bridge().become(STATES.offline);
    await expect.poll(() => page.getByText('Offline since 05:37').isVisible(), SOON).toBe(true);
  });
});

test('the older runtime is named on every page and in the about box', async () => {
  const page = await open(STATES.faults);
  await page.getByText('This gate runs on the older test runtime.').waitFor();
  await page.getByRole('button', { name: /^Settings/ }).click();
  await expect
    .poll(() => page.getByText('Install the released version before this gate guards a door.').isVisible(), SOON)
    .toBe(true);
});

test('the counts of tabs, rail and list agree', async () => {
  const page = await open(STATES.busy);
  expect(await page.getByRole('tab', { name: /Scheduled/ }).innerText()).toContain('34');
  expect(await page.getByRole('button', { name: /^Scheduled/ }).innerText()).toContain('34');
  expect(await page.getByRole('grid', { name: 'Scheduled' }).getAttribute('aria-rowcount')).toBe('35');
});

test('searching asks main while typing and says how many match', async () => {
  const page = await open(STATES.busy);
  await page.keyboard.press('/');
  await page.keyboard.type('kestrel');
  await page.getByText('7 match').waitFor();
  expect(await page.getByRole('grid', { name: 'Scheduled' }).getAttribute('aria-rowcount')).toBe('8');
});

test('a search without a match says so and what to try', async () => {
  const page = await open(STATES.busy);
  await page.getByRole('searchbox').fill('nobody at all');
  await expect.poll(() => page.getByText('Nobody here matches “nobody at all”.').isVisible(), SOON).toBe(true);
});

test('choosing a person and waiting for the badge takes two clicks, and one takes it back', async () => {
  const page = await open(STATES.busy);
  const { name, workerId } = person(3);
  await page.getByRole('grid', { name: 'Scheduled' }).getByText(name).click();
  await page.getByRole('button', { name: `Wait for ${name}’s badge` }).click();
  await page.getByText(`Waiting for ${name}’s badge`).waitFor();
  await page.getByRole('button', { name: 'Stop waiting' }).click();
  await page.getByText(`Waiting for ${name}’s badge`).waitFor({ state: 'detached' });
  expect(asked('expectPerson')).toEqual([{ workerId }, { workerId: null }]);
});

test('another person’s badge is told while one is awaited', async () => {
  const page = await open(STATES.expecting);
  await expect.poll(() => page.getByText('Another badge was shown: Grace Whitfield').isVisible(), SOON).toBe(true);
});

test('the whole way from the top of the page to a person’s badge goes by keyboard', async () => {
  const page = await open(STATES.busy);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  for (const key of ['ArrowDown', 'ArrowDown', 'End', 'Home', 'ArrowDown', 'Enter']) await page.keyboard.press(key);
  await page.getByRole('article', { name: person(1).name }).waitFor();
  await page.getByRole('button', { name: `Wait for ${person(1).name}’s badge` }).press('Enter');
  await page.getByText(`Waiting for ${person(1).name}’s badge`).waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(() => page.getByRole('button', { name: 'Close card' }).count(), SOON).toBe(0);
  expect(asked('expectPerson')).toEqual([{ workerId: person(1).workerId }]);
});

test('a list of 100,000 people keeps few rows in the page and asks for what is seen alone', async () => {
  const page = await open(STATES.long);
  const grid = page.getByRole('grid', { name: 'Scheduled' });
  await grid.getByText(person(0).name).waitFor();
  await grid.focus();
  await page.keyboard.press('End');
  await grid.getByText(person(99_999).name).waitFor();
  expect(await grid.getByRole('row').count()).toBeLessThan(40);
  const offsets = (asked('getList') as { list: string; offset: number }[])
    .filter(({ list }) => list === 'scheduled')
    .map(({ offset }) => offset);
  expect(offsets.every((offset) => offset < 300 || offset >= 99_700)).toBe(true);
});

test('a row says in words whether central has it', async () => {
  const page = await open(STATES.offline);
  const feed = page.getByRole('grid', { name: 'Live feed' });
  await feed.getByText(person(1).name).waitFor();
  expect(await feed.getByRole('row').nth(1).innerText()).toContain('Waiting');
});

describe('setting a gate up', () => {
  test('asks for what is missing before anything is sent', async () => {
    const page = await open(STATES.notEnrolled);
    await page.getByRole('button', { name: 'Connect this gate' }).click();
    await page.getByText('Enter the enrolment code.').waitFor();
    expect(asked('enrol')).toEqual([]);
  });

  test('says what to do about a used code and keeps what was typed; a good one leads to the gate', async () => {
    const page = await open(STATES.notEnrolled);
    await page.getByLabel('Address of central').fill('https://central.meridian.example');
    await page.getByLabel('Enrolment code').fill('USED-CODE');
    await page.getByRole('button', { name: 'Connect this gate' }).click();
    await page.locator('.enrolment .strip').waitFor();
    expect(await page.getByLabel('Enrolment code').inputValue()).toBe('USED-CODE');
    await page.getByLabel('Enrolment code').fill('GOOD-CODE');
    await page.getByRole('button', { name: 'Connect this gate' }).click();
    await page.getByRole('navigation').waitFor();
  });
});

describe('settings', () => {
  test('muting reminds that workers hear nothing', async () => {
    const page = await open(STATES.busy);
    await page.getByRole('button', { name: /^Settings/ }).click();
    await page.getByRole('button', { name: 'Mute' }).click();
    await page.getByText('The gate is silent').waitFor();
    expect(asked('setVolume')).toEqual([{ volume: 0 }]);
  });

  test('another camera is one choice', async () => {
    const page = await open(STATES.busy);
    await page.getByRole('button', { name: /^Settings/ }).click();
    await page.getByRole('combobox', { name: 'Camera' }).selectOption('Integrated camera');
    await expect.poll(() => asked('chooseCamera')).toEqual([{ deviceId: 'built-in' }]);
  });

  test('Arabic turns the whole page round', async () => {
    const page = await open(STATES.busy);
    await page.getByRole('button', { name: /^Settings/ }).click();
    await page.getByText('العربية').click();
    await page.getByRole('heading', { name: 'الإعدادات' }).waitFor();
    expect(await page.evaluate(() => document.documentElement.dir)).toBe('rtl');
  });
});

describe('axe finds nothing to mend', () => {
  const states: readonly StateName[] = [
    'busy',
    'offline',
    'faults',
    'notEnrolled',
    'refused',
    'unknown',
    'ask',
    'left',
    'expecting',
    'empty',
    'arabic',
  ];
  for (const scheme of ['light', 'dark'] as const) {
    test.each(states)(`%s, ${scheme}`, async (state) => {
      const page = await open(STATES[state], { scheme });
      await page.locator('.last-who, .set-up h1').first().waitFor();
      expect(await axeFinds(page)).toEqual([]);
    });

    test(`settings with faults, ${scheme}`, async () => {
      const page = await open(STATES.faults, { scheme });
      await page.getByRole('button', { name: /^Settings/ }).click();
      await page.getByRole('heading', { name: 'Devices' }).waitFor();
      expect(await axeFinds(page)).toEqual([]);
    });
  }
});
