/** Photographs the desk in all its states: `npm run look`, or `node tests/renderer/desk/look-desk.ts <folder> [state or scene...]`. */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { STATES, type StateName } from '../fixtures-desk.ts';
import { openDeskSite, type DeskSite, type Look } from './desk-page.ts';
import { DEVICE_SCENES, type DeskScene } from './device-scenes.ts';

const SIZES = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
] as const;
const SCHEMES = ['light', 'dark'] as const;

async function photograph(site: DeskSite, state: StateName, look: Look, folder: string): Promise<void> {
  const { page } = await site.open(STATES[state], look);
  await page.waitForTimeout(400);
  const name = `desk-${state}-${look.scheme}-${look.width}`;
  await page.screenshot({ path: path.join(folder, `${name}.png`) });
  if (state === 'faults' || state === 'arabic') {
    await page.locator('.rail-item').last().click();
    await page.waitForTimeout(200);
    await page.screenshot({ path: path.join(folder, `${name}-settings.png`) });
  }
  await page.context().close();
}

async function photographScene(site: DeskSite, scene: DeskScene, look: Look, folder: string): Promise<void> {
  const { page } = await site.open(STATES[scene.state], look);
  await scene.reach(page);
  await page.waitForTimeout(300);
  await page.screenshot({ path: path.join(folder, `desk-at-${scene.name}-${look.scheme}-${look.width}.png`) });
  await page.context().close();
}

/** @param scenes screens that are reached by hand, by name */
export async function photographDesk(
  folder: string,
  states: readonly StateName[],
  scenes: readonly DeskScene[] = DEVICE_SCENES,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const site = await openDeskSite();
  try {
    for (const state of states) {
      for (const size of SIZES) {
        for (const scheme of SCHEMES) await photograph(site, state, { ...size, scheme }, folder);
      }
    }
    for (const scene of scenes) {
      for (const size of SIZES) {
        for (const scheme of SCHEMES) await photographScene(site, scene, { ...size, scheme }, folder);
      }
    }
  } finally {
    await site.close();
  }
}

if (import.meta.main) {
  const [folder = 'pictures', ...names] = process.argv.slice(2);
  const known = Object.keys(STATES) as StateName[];
  const isWanted = (name: string): boolean => names.length === 0 || names.includes(name);
  await photographDesk(
    folder,
    known.filter(isWanted),
    DEVICE_SCENES.filter(({ name }) => isWanted(name)),
  );
}
