import { rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { app, dialog, type BrowserWindow } from 'electron';
import type { FileBytes } from '../files/open-file.ts';
import { safeName } from '../files/safe-name.ts';

/** Asks where to, and writes the file; false: staff changed their mind. What is saved is never opened. */
export async function saveAs(window: BrowserWindow | undefined, name: string, bytes: FileBytes): Promise<boolean> {
  const options = {
    defaultPath: path.join(app.getPath('documents'), safeName(name, bytes instanceof Uint8Array ? bytes : undefined)),
  };
  const { canceled, filePath } = await (window
    ? dialog.showSaveDialog(window, options)
    : dialog.showSaveDialog(options));
  if (canceled || !filePath) return false;
  const part = `${filePath}.part`;
  try {
    await writeFile(part, bytes);
    await rename(part, filePath);
  } finally {
    await rm(part, { force: true });
  }
  return true;
}
