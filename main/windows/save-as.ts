import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { app, dialog, type BrowserWindow } from 'electron';

/** Characters that some file system gives a meaning of its own, and names that would hide or lead elsewhere. */
const safeName = (name: string): string =>
  name
    .replaceAll(/[\p{Cc}/\\:*?"<>|]/gu, '_')
    .replace(/^\.+/, '_')
    .slice(0, 150) || 'file';

/** Asks where to, and writes the file; false: staff changed their mind. What is saved is never opened. */
export async function saveAs(window: BrowserWindow | undefined, name: string, bytes: Uint8Array): Promise<boolean> {
  const options = { defaultPath: path.join(app.getPath('documents'), safeName(name)) };
  const { canceled, filePath } = await (window
    ? dialog.showSaveDialog(window, options)
    : dialog.showSaveDialog(options));
  if (canceled || !filePath) return false;
  await writeFile(filePath, bytes);
  return true;
}
