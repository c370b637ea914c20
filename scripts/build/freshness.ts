import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { DIST, ROOT } from '../paths.ts';
import { buildApp } from './build-app.ts';

/** Whatever can change what is in dist/. */
const SOURCES = ['core', 'main', 'native', 'preload', 'renderer', 'scripts/build', 'package.json', 'package-lock.json'];
const LAST_BUILT = path.join(DIST, 'renderer/kiosk.html');

/** Builds, unless dist/ is newer than every source. */
export async function buildIfStale(): Promise<void> {
  if (isStale()) await buildApp();
}

function isStale(): boolean {
  if (!existsSync(LAST_BUILT)) return true;
  const builtAt = statSync(LAST_BUILT).mtimeMs;
  return SOURCES.flatMap((source) => filesUnder(path.join(ROOT, source))).some(
    (file) => statSync(file).mtimeMs > builtAt,
  );
}

function filesUnder(place: string): string[] {
  if (!statSync(place).isDirectory()) return [place];
  return readdirSync(place, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}
