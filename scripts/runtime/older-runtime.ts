import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Advice, speaker } from '../console.ts';
import { underLock } from '../lock.ts';
import { userCacheDir } from '../paths.ts';
import { compileSqlite, sqliteVersion } from './compile-sqlite.ts';
import { readRuntime, type ElectronRuntime } from './layout.ts';
import { OLDER_VERSION, unpackOlderRuntime } from './unpack-older.ts';

const say = speaker('runtime');

/** Where the addon lies under the runtime's folder; main/ looks for it beside the executable when process.versions.napi is below 10. */
const ADDON = 'addons/better_sqlite3.node';
/** The better-sqlite3 that the addon was compiled from: another one in node_modules means making it again. */
const ADDON_VERSION = 'addons/version';

/**
 * The older runtime, made once for this user where the current Electron can't be downloaded. It starts and tests the app, no more.
 * @throws Advice where it does not run.
 */
export async function olderElectron(): Promise<ElectronRuntime> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Advice(
      `Electron could not be downloaded, and the older test runtime exists for linux x64 only.\n` +
        `Make github.com reachable (or set HTTPS_PROXY or ELECTRON_MIRROR), then run: npx install-electron`,
    );
  }
  const dist = path.join(userCacheDir(), 'gatehouse-electron', `${OLDER_VERSION}-linux-x64`);
  const made = cached(dist) ?? (await underLock(`${dist}.lock`, sayWaiting, () => makeUnlessThere(dist)));
  say(
    `Electron ${made.version} (older: it starts and tests the app where the current one can't be downloaded; never for a release)`,
  );
  return made;
}

const sayWaiting = (): void => say('another run is making the older runtime: waiting for it');

function cached(dist: string): ElectronRuntime | undefined {
  const version = path.join(dist, ADDON_VERSION);
  const fits = existsSync(version) && readFileSync(version, 'utf8') === sqliteVersion();
  return fits ? readRuntime(dist, () => false) : undefined;
}

async function makeUnlessThere(dist: string): Promise<ElectronRuntime> {
  if (!cached(dist)) await make(dist);
  return cached(dist)!;
}

/** Works beside the final place, so that the last step is one rename and a half-made runtime is never found. */
async function make(dist: string): Promise<void> {
  say(
    'the current Electron could not be downloaded: making the older runtime once, from the npm registry (110 MB, about a minute)',
  );
  mkdirSync(path.dirname(dist), { recursive: true });
  const workFolder = mkdtempSync(`${dist}.making-`);
  const unfinished = path.join(workFolder, 'dist');
  try {
    await Promise.all([
      unpackOlderRuntime(workFolder, unfinished).then(() => say('unpacked')),
      compileSqlite(workFolder, path.join(unfinished, ADDON)).then(() => say('better-sqlite3 compiled for it')),
    ]);
    writeFileSync(path.join(unfinished, ADDON_VERSION), sqliteVersion());
    rmSync(dist, { recursive: true, force: true });
    renameSync(unfinished, dist);
  } finally {
    rmSync(workFolder, { recursive: true, force: true });
  }
}
