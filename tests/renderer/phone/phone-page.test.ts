import { readFileSync } from 'node:fs';
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

const FACE = readFileSync(path.join(ROOT, 'resources/icon.png'));
const KNOWN = [{ workerId: 'w-9', name: 'Nadia Petrova', contractorName: 'Northline', badge: 'B-77' }];
const rowOf = ({ person, mark: state }: MarkAsk): RollRowView =>
  'name' in person
    ? { name: person.name, state, listed: false }
    : { ...person, name: KNOWN.find(({ workerId }) => workerId === person.workerId)?.name ?? '', state, listed: false };

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
  const asked: string[] = [];
  let rows: RollRowView[] = PEOPLE.map((name, at) => ({
    workerId: `w-${at}`,
    name,
    ...(at === 1 ? { photo: 'omar-face' } : {}),
    state: 'unmarked',
    listed: true,
  }));
  const counts = { total: 3, accounted: 0, missing: 0, unmarked: 3 };
  const roll = (): RollView => ({ musterId: 'm-1', kind: 'live', startedAtMs: 1, counts, rows });
  phones = createPhones({
    root: folder,
    address: () => '127.0.0.1',
    changed: () => undefined,
    find: async (query) => KNOWN.filter(({ name, badge }) => name.startsWith(query) || badge === query),
    async photo(sha256) {
      asked.push(sha256);
      return FACE;
    },
    muster: () => ({
      status: roll,
      page: () => ({ roll: roll(), past: [], insideCount: 3 }),
      mark(ask, by) {
        marks.push([ask, by]);
        if ('name' in ask.person && ask.mark === 'unmarked')
          rows = rows.filter(({ workerId }) => workerId !== undefined);
        rows = rows.map((row) =>
          'workerId' in ask.person && row.workerId === ask.person.workerId ? { ...row, state: ask.mark } : row,
        );
        if (ask.mark === 'found_unlisted') rows = [...rows, rowOf(ask)];
        return null;
      },
    }),
  });
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale });
  const page = await context.newPage();
  await page.goto((await phones.open())!);
  return { page, context, marks, asked };
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

  test('shows a face large enough to know somebody by, and asks for it once', async () => {
    const { page, context, asked } = await openPhone();
    await begin(page);
    const box = await page.locator('img.photo').boundingBox();
    await page.getByRole('button', { name: 'Safe: Amina Diallo' }).click();
    await page.getByText('To find: 2 of 3').waitFor();
    expect([box?.width, box?.height, asked]).toEqual([96, 128, ['omar-face']]);
    await context.close();
  });

  test('finds somebody who is on no list by the badge', async () => {
    const { page, context, marks } = await openPhone();
    await begin(page);
    await page.getByRole('button', { name: 'Somebody else is here' }).click();
    await page.getByRole('textbox').fill('B-77');
    await page.getByRole('button', { name: 'Nadia Petrova' }).click();
    await page.getByText('Found, not on the list').waitFor();
    await expect
      .poll(() => marks, SOON)
      .toMatchObject([[{ person: { workerId: 'w-9' }, mark: 'found_unlisted' }, 'Ali']]);
    await context.close();
  });

  test('writes a stranger down by a name without Wi-Fi, and takes it back', async () => {
    const { page, context, marks } = await openPhone();
    await begin(page);
    await context.setOffline(true);
    await page.getByRole('button', { name: 'Somebody else is here' }).click();
    await page.getByRole('textbox').fill('A man in a red jacket');
    await page.getByRole('button', { name: 'Add as found' }).click();
    await page.getByText('A man in a red jacket').waitFor();
    await context.setOffline(false);
    const person = { name: 'A man in a red jacket' };
    await expect.poll(() => marks, SOON).toMatchObject([[{ person, mark: 'found_unlisted' }, 'Ali']]);
    await page.getByRole('button', { name: 'Take back: A man in a red jacket' }).click();
    await page.getByText('A man in a red jacket').waitFor({ state: 'detached' });
    await expect.poll(() => marks.map(([{ mark }]) => mark), SOON).toEqual(['found_unlisted', 'unmarked']);
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
