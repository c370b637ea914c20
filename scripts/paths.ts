import os from 'node:os';
import path from 'node:path';

/** The checkout. */
export const ROOT = path.join(import.meta.dirname, '..');
export const MODULES = path.join(ROOT, 'node_modules');
export const DIST = path.join(ROOT, 'dist');

/** What is costly to make and belongs to the user, not to one checkout. */
export function userCacheDir(): string {
  if (process.platform === 'darwin') return path.join(os.homedir(), 'Library', 'Caches');
  if (process.platform === 'win32') return process.env['LOCALAPPDATA'] ?? path.join(os.homedir(), 'AppData', 'Local');
  return process.env['XDG_CACHE_HOME'] || path.join(os.homedir(), '.cache');
}
