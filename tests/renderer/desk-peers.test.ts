import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { axeFinds, SOON, testedDesk } from './desk/desk-site.ts';
import { STATES } from './fixtures-desk.ts';

const { open, asked } = testedDesk();

async function openGates(): Promise<Page> {
  const page = await open(STATES.ready);
  await page.getByRole('button', { name: /^Settings/ }).click();
  await page.getByRole('heading', { name: 'Other gates' }).waitFor(SOON);
  return page;
}
const gatesOf = (page: Page) => page.getByRole('region', { name: 'Other gates' });

describe('G5, the other gates in Settings', () => {
  test('are told by name: which is heard, how it was found, and what to do about one that is silent', async () => {
    const page = await openGates();
    const said = (await gatesOf(page).innerText()).replaceAll(/\s+/g, ' ');
    expect(said).toMatch(/Goods gate Found on the network 10\.20\.0\.12:7420 Heard Last heard .* 148 acts taken over/);
    expect(said).toMatch(/River gate Not heard Last heard .* 17 acts taken over Nobody answers\. Check/);
    expect(said).toContain('This gate listens at 10.20.0.11:7420');
    expect(await axeFinds(page)).toEqual([]);
  });

  test('are added and removed by their address', async () => {
    const page = await openGates();
    const address = gatesOf(page).getByLabel('Address of another gate');
    await address.fill('no address');
    await gatesOf(page).getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByText('Enter an address such as').waitFor();
    await address.fill('10.20.0.13');
    await address.press('Enter');
    await gatesOf(page).getByRole('button', { name: 'Remove 10.20.0.13' }).click();
    await expect.poll(() => asked('removePeer')).toEqual([{ address: '10.20.0.13' }]);
    await gatesOf(page).getByText('10.20.0.13').waitFor({ state: 'detached' });
  });

  test('are not heard any more once that is switched off, and what this means is said', async () => {
    const page = await openGates();
    await gatesOf(page).getByRole('switch', { name: 'Gates hear each other' }).click();
    await page.getByText('While central is away, this gate knows its own acts only.').waitFor();
    expect(asked('switchPeers')).toEqual([{ enabled: false }]);
  });
});
