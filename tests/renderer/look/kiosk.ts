import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build, preview } from 'vite';
import { WINDOWS } from '../../../scripts/build/bundles.ts';
import { ROOT } from '../../../scripts/paths.ts';
import { KIOSK_SCENES } from '../fixtures-kiosk.ts';
import { launchBrowser } from './browser.ts';
import { openScene } from './scene.ts';

/** What the app itself serves its pages with, so that a style or script that it would refuse is missed here too. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "media-src 'self' blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
].join('; ');

/** Builds the page as it ships and serves it. */
async function serve(outDir: string): Promise<{ readonly url: string; readonly close: () => Promise<void> }> {
  const input = { kiosk: path.join(ROOT, 'renderer/kiosk.html') };
  const config = {
    ...WINDOWS.config,
    build: { ...WINDOWS.config.build, outDir, sourcemap: false, rolldownOptions: { input } },
  };
  await build(config);
  const headers = { 'content-security-policy': POLICY };
  const server = await preview({ ...config, preview: { host: '127.0.0.1', port: 0, headers } });
  const address = server.resolvedUrls?.local[0];
  if (address === undefined) throw new Error('a preview server has an address');
  return { url: `${address}kiosk.html`, close: () => server.close() };
}

/** Returns what the pages complained of: errors, refused styles and scripts, calls that they did not make. */
export async function photographKiosk(folder: string): Promise<readonly string[]> {
  const built = await mkdtemp(path.join(tmpdir(), 'gatehouse-kiosk-'));
  const { url, close } = await serve(built);
  const browser = await launchBrowser();
  const complaints: string[] = [];
  try {
    for (const scene of KIOSK_SCENES) {
      for (const look of scene.looks) {
        const file = `kiosk-${scene.name}-${look.theme}-${look.width}.png`;
        const { page, heard } = await openScene(browser, url, scene, look);
        await page.screenshot({ path: path.join(folder, file) });
        await page.context().close();
        complaints.push(...heard.map((text) => `${file}: ${text}`));
      }
    }
  } finally {
    await browser.close();
    await close();
    await rm(built, { recursive: true, force: true });
  }
  return complaints;
}
