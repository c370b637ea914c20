import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createPhones, type Phones } from '../../../main/muster/phones.ts';
import type { MarkAsk, RollRowView, RollView } from '../../../preload/muster-views.ts';
import { WINDOWS } from '../../../scripts/build/bundles.ts';
import { ROOT } from '../../../scripts/paths.ts';
import { launchBrowser } from '../look/browser.ts';

const PEOPLE = ['Amina Diallo', 'Omar Haddad', 'Piotr Nowak'];
const SOON = { timeout: 10_000 };

let folder: string;
let browser: Browser;
let phones: Phones | undefined;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'gatehouse-phone-'));
  const input = path.join(ROOT, 'renderer/phone.html');
  const output = { ...WINDOWS.config.build, outDir: folder, sourcemap: false, rolldownOptions: { input } };
  await build({ ...WINDOWS.config, build: output });
  browser = await launchBrowser();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});
afterEach(() => phones?.stop());

async function openPhone(locale = 'en-GB') {
  const marks: [MarkAsk, string | undefined][] = [];
  let rows: RollRowView[] = PEOPLE.map((name, at) => ({ workerId: `w-${at}`, name, state: 'unmarked', listed: true }));
  const counts = { total: 3, accounted: 0, missing: 0, unmarked: 3 };
  const roll = (): RollView => ({ musterId: 'm-1', kind: 'live', startedAtMs: 1, counts, rows });
  phones = createPhones({
    root: folder,
    address: () => '127.0.0.1',
    changed: () => undefined,
    muster: () => ({
      status: roll,
      page: () => ({ roll: roll(), past: [], insideCount: 3 }),
      mark(ask, by) {
        marks.push([ask, by]);
        rows = rows.map((row) =>
          'workerId' in ask.person && row.workerId === ask.person.workerId ? { ...row, state: ask.mark } : row,
        );
        return null;
      },
    }),
  });
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale });
  const page = await context.newPage();
  await page.goto((await phones.open())!);
  return { page, context, marks };
}
async function begin(page: Page): Promise<void> {
  await page.getByRole('textbox').fill('Ali');
  await page.getByRole('button').click();
  await page.getByRole('listitem').first().waitFor();
}

describe('G8: the phone of somebody at the assembly point', () => {
  test('one touch marks somebody, with the name of who holds it', async () => {
    const { page, context, marks } = await openPhone();
    await begin(page);
    await page.getByText('To find: 3 of 3').waitFor();
    await page.getByRole('button', { name: 'Safe: Omar Haddad' }).click();
    await page.getByText('To find: 2 of 3').waitFor();
    await expect.poll(() => marks, SOON).toMatchObject([[{ person: { workerId: 'w-1' }, mark: 'safe' }, 'Ali']]);
    await context.close();
  });

  test('without Wi-Fi a mark shows at once, waits, and is sent when it is back', async () => {
    const { page, context, marks } = await openPhone();
    await begin(page);
    await context.setOffline(true);
    await page.getByRole('button', { name: 'Missing: Piotr Nowak' }).click();
    await page.getByText(/Waiting to be sent: 1/).waitFor();
    await context.setOffline(false);
    await expect.poll(() => marks.length, SOON).toBe(1);
    await page.getByText(/Waiting to be sent/).waitFor({ state: 'hidden' });
    await context.close();
  });

  test('speaks the language of the phone, from right to left where that is read so', async () => {
    const { page, context } = await openPhone('ar');
    await begin(page);
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
    await page.getByText('للبحث عنهم: 3 من 3').waitFor();
    await context.close();
  });
});
