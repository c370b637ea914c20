import { existsSync } from 'node:fs';
import path from 'node:path';
import { isOnPath, run } from '../commands.ts';
import { Advice } from '../console.ts';
import { MODULES } from '../paths.ts';
import { installPackages, type PackageNames } from './apt.ts';

/** Between them these bring every library that Electron's executable is linked to. */
const FOR_ELECTRON: readonly PackageNames[] = [
  ['libgtk-3-0t64', 'libgtk-3-0'],
  ['libnss3'],
  ['libasound2t64', 'libasound2'],
  ['libgbm1'],
];
const FOR_HID: readonly PackageNames[] = [['libusb-1.0-0'], ['libudev1']];

/**
 * Makes sure that the shared libraries of Electron and of the HID addon are there. Linux only: elsewhere they come along.
 * @throws Advice with the line to run, where this process may not install them.
 */
export async function ensureLibraries(electronExecutable: string): Promise<void> {
  if (process.platform !== 'linux' || !isOnPath('ldd')) return;
  const hidAddon = path.join(MODULES, `node-hid/prebuilds/HID_hidraw-linux-${process.arch}/node-napi-v4.node`);
  await ensureLinked(electronExecutable, FOR_ELECTRON);
  if (existsSync(hidAddon)) await ensureLinked(hidAddon, FOR_HID);
}

async function ensureLinked(file: string, packages: readonly PackageNames[]): Promise<void> {
  const missing = await missingLibraries(file);
  if (missing.length === 0) return;
  await installPackages(packages, `shared libraries of ${path.basename(file)} (${missing.join(', ')})`);
  const stillMissing = await missingLibraries(file);
  if (stillMissing.length > 0) {
    throw new Advice(
      `${file} still misses ${stillMissing.join(', ')}. Find which packages bring them (apt-file search), then run this again.`,
    );
  }
}

async function missingLibraries(file: string): Promise<string[]> {
  const lines = (await run('ldd', [file])).split('\n');
  return lines.filter((line) => line.includes('not found')).map((line) => line.trim().split(' ')[0] ?? line);
}
