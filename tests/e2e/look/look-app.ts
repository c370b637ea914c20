/**
 * `npm run look -- app`: photographs every place and tab of the real desk over the demo's data, in every size, theme and in both
 * directions of reading, into `test-results/look/app`.
 */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type * as Electron from 'electron';
import type { Page } from 'playwright';
import { buildApp } from '../../../scripts/build/build-app.ts';
import { openDisplay } from '../../../scripts/display.ts';
import { ensureLibraries } from '../../../scripts/provision/libraries.ts';
import { findElectron } from '../../../scripts/runtime/find-electron.ts';
import { runCentral } from '../rig/central.ts';
import { ask } from '../rig/desk.ts';
import { photographDepths } from './depths.ts';
import { newFolder, removeFolder, runGate, type RunningGate } from '../rig/gate.ts';
import { signIn } from '../rig/sign-in.ts';

const SIZES = [
  [1280, 800],
  [1920, 1080],
] as const;
const LANGUAGES = ['en', 'ar'] as const;
const THEMES = ['light', 'dark'] as const;
/** Milliseconds until what moves has come to rest. */
const REST_MS = 350;

export async function photographApp(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const { executable, dist } = await findElectron();
  await ensureLibraries(executable);
  await buildApp();
  const display = await openDisplay();
  Object.assign(process.env, display.env, { GATEHOUSE_ELECTRON_DIST: dist });
  const state = newFolder();
  const central = await runCentral(state, {}, ['--busy']);
  const gate = await runGate({ folder: state, central });
  try {
    await photographDesk(gate, folder);
  } finally {
    await gate.close();
    await central.stop();
    await display.stop();
    removeFolder(state);
  }
}

async function photographDesk(gate: RunningGate, folder: string): Promise<void> {
  const desk = await gate.desk();
  await desk.locator('.rail-item').first().waitFor();
  await signIn(desk, 'administrator');
  for (const language of LANGUAGES) {
    await ask(desk, 'chooseLanguage', { language });
    for (const theme of THEMES) {
      await desk.emulateMedia({ colorScheme: theme });
      for (const [width, height] of SIZES) {
        await gate.app.evaluate(resizeDesk, { width, height });
        await photographPlaces(desk, path.join(folder, `${language}-${theme}-${width}`), width === SIZES[0][0]);
      }
    }
  }
}

/** Runs in main. */
function resizeDesk({ BrowserWindow }: typeof Electron, { width, height }: { width: number; height: number }): void {
  const desk = BrowserWindow.getAllWindows().find((each) => each.webContents.getURL().endsWith('/desk.html'));
  desk?.unmaximize();
  desk?.setContentSize(width, height);
}

/** @param deep also what is a press or two away; once, where room is shortest */
async function photographPlaces(desk: Page, prefix: string, deep: boolean): Promise<void> {
  const places = desk.locator('.rail-item');
  const tabs = desk.locator('.tabs > .tab');
  const go = async (place: number, tab: number): Promise<void> => {
    await places.nth(place).click();
    await desk.waitForTimeout(REST_MS);
    // The first too: a place opens on the tab that was last used there.
    if ((await tabs.count()) > tab) await tabs.nth(tab).click();
    await desk.waitForTimeout(REST_MS);
  };
  for (let place = 0; place < (await places.count()); place += 1) {
    await go(place, 0);
    for (let tab = 0; tab < Math.max(1, await tabs.count()); tab += 1) {
      await go(place, tab);
      await desk.screenshot({ path: `${prefix}-${place}-${tab}.png` });
    }
  }
  if (deep) await photographDepths(desk, prefix, go, REST_MS);
}
