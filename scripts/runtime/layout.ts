import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** An Electron on disk. */
export interface ElectronRuntime {
  /** The folder that holds the executable and everything beside it. */
  readonly dist: string;
  readonly executable: string;
  /** For instance '45.4.1'. */
  readonly version: string;
  /** False for the older runtime, which starts and tests the app but is never released. */
  readonly releasable: boolean;
}

const EXECUTABLE =
  process.platform === 'darwin'
    ? 'Electron.app/Contents/MacOS/Electron'
    : process.platform === 'win32'
      ? 'electron.exe'
      : 'electron';

/** Reads the Electron in `dist`; undefined when there is none. */
export function readRuntime(dist: string, releasable: (version: string) => boolean): ElectronRuntime | undefined {
  const executable = path.join(dist, EXECUTABLE);
  const versionFile = path.join(dist, 'version');
  if (!existsSync(executable) || !existsSync(versionFile)) return undefined;
  const version = readFileSync(versionFile, 'utf8').trim().replace(/^v/, '');
  return { dist, executable, version, releasable: releasable(version) };
}
