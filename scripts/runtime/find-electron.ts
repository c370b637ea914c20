import { Advice } from '../console.ts';
import { readRuntime, type ElectronRuntime } from './layout.ts';
import { olderElectron } from './older-runtime.ts';
import { ownElectron, wantedVersion } from './own-download.ts';

/**
 * The Electron that starts and tests the app: the one that GATEHOUSE_ELECTRON_DIST names, else the `electron` package's own, else
 * the older runtime. Fetches or makes what is missing; every later call finds it in milliseconds.
 */
export async function findElectron(): Promise<ElectronRuntime> {
  return namedElectron() ?? (await ownElectron()) ?? (await olderElectron());
}

function namedElectron(): ElectronRuntime | undefined {
  const dist = process.env['GATEHOUSE_ELECTRON_DIST'];
  if (!dist) return undefined;
  const runtime = readRuntime(dist, (version) => version === wantedVersion());
  if (!runtime)
    throw new Advice(`GATEHOUSE_ELECTRON_DIST is ${dist}, but no Electron is there. Correct it or unset it.`);
  return runtime;
}
