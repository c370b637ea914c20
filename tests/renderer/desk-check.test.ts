import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { axeFinds, SOON, testedDesk } from './desk/desk-site.ts';
import { CHECK_RESULTS, checkDone } from './desk/fixture-devices.ts';
import { NOW_MS, STATES, type DeskFixture } from './fixtures-desk.ts';

const { open, asked, bridge } = testedDesk();

async function openCheck(fixture: DeskFixture, scheme: 'light' | 'dark' = 'light'): Promise<Page> {
  const page = await open(fixture, { scheme });
  await page.getByRole('button', { name: /^Settings/ }).click();
  await page.getByRole('button', { name: 'Start-of-shift check' }).click();
  await page.locator('.check-head').waitFor();
  return page;
}
const lines = async (page: Page): Promise<string[]> =>
  (await page.locator('.check-line').allInnerTexts()).map((line) => line.replaceAll(/\s+/g, ' '));

describe('the start-of-shift check', () => {
  test('one button starts it; parts arrive as they are done, then the whole in a line', async () => {
    const page = await openCheck(STATES.busy);
    await page.getByRole('button', { name: 'Start the check' }).click();
    await page.getByText('0 of 9 parts looked at').waitFor();
    bridge().tell('selfCheck', { ...checkDone(NOW_MS), state: 'running', results: CHECK_RESULTS.slice(0, 3) });
    await page.getByText('3 of 9 parts looked at').waitFor();
    expect(await lines(page)).toHaveLength(3);
    bridge().tell('selfCheck', checkDone(NOW_MS));
    await page.getByText('Out of order: 1. To look at: 2.').waitFor();
    expect(await lines(page)).toHaveLength(9);
    expect(asked('startSelfCheck')).toHaveLength(1);
  });

  test('it can be stopped, and says how far it came', async () => {
    const page = await openCheck(STATES.busy);
    await page.getByRole('button', { name: 'Start the check' }).click();
    await page.getByRole('button', { name: 'Stop the check' }).click();
    await expect.poll(() => page.getByText('Stopped after 0 of 9 parts.').isVisible(), SOON).toBe(true);
    expect(asked('stopSelfCheck')).toHaveLength(1);
  });

  test.each([
    [0, 'In order Camera Logitech C920 Its picture is live.'],
    [2, 'In order Door Main turnstile The board confirmed it.'],
    [3, 'Look at it Sound It is off: workers hear no answer. Turn it on in Settings, Sound.'],
    [4, 'In order Clock 0.4 s from central’s clock'],
    [8, 'In order Disk 48 GB free'],
  ])('part %i of the last check is told in plain words', async (at, words) => {
    const page = await openCheck(STATES.checked);
    expect((await lines(page))[at]).toBe(words);
  });

  test('a part that is out of order is told with the fault and what to do', async () => {
    const page = await openCheck(STATES.checked);
    expect((await lines(page))[1]).toMatch(
      /^Out of order Scanner Counter scanner The serial device is not there\. Plug in/,
    );
  });
});

describe('on paper', () => {
  test('Print asks the system for the page as it stands', async () => {
    const page = await openCheck(STATES.checked);
    await page.getByRole('button', { name: 'Print' }).click();
    await expect.poll(() => asked('printPage'), SOON).toHaveLength(1);
  });

  test('it is one light A4 page with the result and room for a name, and nothing of the window', async () => {
    const page = await openCheck(STATES.checked, 'dark');
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    const size = /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf);
    expect([Math.round(Number(size?.[1])), Math.round(Number(size?.[2]))]).toEqual([595, 842]);
    await page.emulateMedia({ media: 'print' });
    for (const hidden of ['.rail', '.bar', '.check-head', '.sub-head']) {
      expect(await page.locator(hidden).isVisible()).toBe(false);
    }
    expect(await page.getByText('Checked by').isVisible()).toBe(true);
    expect(await page.evaluate(() => getComputedStyle(document.querySelector('.check-what')!).color)).toBe(
      'rgb(20, 32, 43)',
    );
  });
});

test.each(['light', 'dark'] as const)('axe finds nothing to mend in the check, %s', async (scheme) => {
  const page = await openCheck(STATES.checked, scheme);
  expect(await axeFinds(page)).toEqual([]);
  bridge().tell('selfCheck', { ...checkDone(NOW_MS), state: 'running', results: CHECK_RESULTS.slice(0, 3) });
  await page.getByRole('button', { name: 'Stop the check' }).waitFor();
  expect(await axeFinds(page)).toEqual([]);
});
