import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type * as Electron from 'electron';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PEOPLE } from '../../central/demo/people.ts';
import { runCentral, type RunningCentral } from './rig/central.ts';
import { ask } from './rig/desk.ts';
import { newFolder, removeFolder, runGate, type RunningGate } from './rig/gate.ts';
import { signIn } from './rig/sign-in.ts';

const SOON = { timeout: 20_000, interval: 100 };
/** 40 people of the demo, every seventh without one; those of the depot alone never come here. */
const PHOTOS_AT_LEAST = 30;

const widthOf = (page: Page, name: string): Promise<number> =>
  page
    .getByRole('article', { name })
    .getByRole('img', { name: `Photo of ${name}` })
    .evaluate((image) => (image as HTMLImageElement).naturalWidth);

/** Runs in main. */
async function viewerWindow({ BrowserWindow }: typeof Electron): Promise<unknown> {
  const window = BrowserWindow.getAllWindows().find((each) => each.webContents.getURL().includes('/blob/'));
  if (!window) return undefined;
  const bridge: unknown = await window.webContents.executeJavaScript("'gatehouse' in globalThis");
  // The browser's page for PDFs holds the document in a frame of its own.
  const drawn = window.webContents.mainFrame.framesInSubtree.filter(({ url }) => url.includes('/blob/')).length > 1;
  return { title: window.getTitle(), bridge, drawn };
}

describe('people, crews and events at a gate whose line goes down', () => {
  const folder = newFolder();
  let central: RunningCentral;
  let gate: RunningGate;
  let desk: Page;

  const photosHere = (): string[] => {
    const folderOfFiles = path.join(gate.home, 'blobs');
    if (!existsSync(folderOfFiles)) return [];
    const shelves = readdirSync(folderOfFiles, { recursive: true, encoding: 'utf8' });
    return shelves.filter((name) => /[0-9a-f]{64}$/.test(name)).map((name) => path.basename(name));
  };
  const openTab = async (name: string): Promise<void> => {
    await desk.locator('.rail-item').nth(1).click();
    await desk.getByRole('tab', { name: new RegExp(name) }).click();
  };

  beforeAll(async () => {
    central = await runCentral(folder);
    gate = await runGate({ folder, central });
    desk = await gate.desk();
  });
  afterAll(async () => {
    await gate?.close();
    await central?.stop();
    removeFolder(folder);
  });

  test('E2: a map opens in the page, a PDF in a window that can do nothing else', async () => {
    await openTab('Events');
    await desk.getByRole('button', { name: /Open day for tenants/ }).click();
    await signIn(desk, 'desk');
    await desk.getByRole('button', { name: 'Open Site map.png' }).click();
    const map = desk.getByRole('img', { name: 'Site map.png' });
    await expect.poll(() => map.evaluate((image) => (image as HTMLImageElement).naturalWidth), SOON).toBe(640);
    await desk.keyboard.press('Escape');
    await desk.getByRole('button', { name: 'Open Event plan.pdf' }).click();
    await expect
      .poll(() => gate.app.evaluate(viewerWindow), SOON)
      .toMatchObject({ title: 'Event plan.pdf', bridge: false, drawn: true });
  });

  test('E1: photos come by themselves, before anybody asks for one and before the line goes down', async () => {
    await expect.poll(() => photosHere().length, SOON).toBeGreaterThanOrEqual(PHOTOS_AT_LEAST);
    central.cut();
  });

  test('D5: a work order tells who of its crew is in and who is awaited, and leads to the card', async () => {
    await openTab('Work orders');
    const order = desk.getByRole('button', { name: /RT-2041/ });
    await expect.poll(() => order.innerText(), SOON).toMatch(/0 of \d+ in/);
    await order.click();
    await desk.getByRole('button', { name: /Amara Okonkwo.*Not scanned yet/s }).click();
    await desk.getByRole('article', { name: 'Amara Okonkwo' }).waitFor();
  });

  test('E1: photos, qualifications, vehicles and notes are there without a line', async () => {
    await expect.poll(() => widthOf(desk, 'Amara Okonkwo'), SOON).toBe(180);
    const card = await desk.getByRole('article', { name: 'Amara Okonkwo' }).innerText();
    for (const part of ['Working at height', 'Ending soon', 'Abrasive wheels', 'Ended', 'LN24 KXD', 'floor 14'])
      expect(card).toContain(part);
  });

  test('E1: an event shows team leader, roster with photos, and who lacks what is required', async () => {
    await openTab('Events');
    await desk.getByRole('button', { name: /Open day for tenants/ }).click();
    const event = desk.locator('.event');
    await expect.poll(() => event.innerText(), SOON).toContain('Nadia Kessler');
    const text = await event.innerText();
    for (const part of ['+44 7700 900188', 'EA71 TWN', 'Everybody needs: Crowd safety, First aid at work', 'Missing'])
      expect(text).toContain(part);
    await event.getByRole('button', { name: /Kwame Boateng/ }).click();
    await expect.poll(() => widthOf(desk, 'Kwame Boateng'), SOON).toBe(180);
  });

  test('E1: an event that is to be confirmed says that nobody comes in for it', async () => {
    await desk.getByRole('button', { name: /Press visit/ }).click();
    await expect.poll(() => desk.locator('.event').last().innerText(), SOON).toContain('until it is confirmed');
  });

  test('G12: without a line, the file for support says so, and tells nobody’s name', async () => {
    const filePath = path.join(folder, 'support.zip');
    await signIn(desk, 'desk');
    await gate.app.evaluate(({ dialog }, saveTo) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath: saveTo });
    }, filePath);
    expect(await ask(desk, 'saveSupportFile')).toEqual({ came: 'saved' });
    const files = Object.entries(unzipSync(readFileSync(filePath))).map(([name, bytes]) => [name, strFromU8(bytes)]);
    expect(Object.fromEntries(files)['reach.json']).toMatch(/"step": "line",\s+"result": "bad"/);
    const all = files.join(' ');
    const told = PEOPLE.filter(({ firstName, lastName }) => all.includes(`${firstName} ${lastName}`));
    expect([all.includes('gatehouse.ndjson'), told]).toEqual([true, []]);
  });

  test('G10: the kiosk can show nobody’s photo', async () => {
    const kiosk = await gate.kiosk();
    const drawn = await kiosk.evaluate(
      (hash) =>
        new Promise((resolve) => {
          const image = new Image();
          image.addEventListener('load', () => resolve(true));
          image.addEventListener('error', () => resolve(false));
          image.src = `/blob/${hash}`;
        }),
      photosHere()[0],
    );
    expect(drawn).toBe(false);
  });
});
