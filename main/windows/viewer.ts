import { BrowserWindow, session } from 'electron';
import { blobIn, viewerResponse, type GetBlob } from './blob-response.ts';
import { APP_ORIGIN } from './origin.ts';

/** Not one in memory: in those the browser draws no PDFs (tried on Electron 25). Nothing lands on disk: every answer says no-store. */
const PARTITION = 'persist:viewer';
const SIZE = { width: 1000, height: 900 };
/** What the browser's own PDF page is made of. */
const OWN_PARTS = ['app:', 'chrome-extension:', 'chrome:', 'blob:', 'data:'];

/**
 * Opens PDFs in a window that can do nothing else: a session of its own, no bridge, no network, no permission, and
 * (like every window) no way to another page.
 */
export function createViewer(get: GetBlob): (sha256: string, name: string) => void {
  let isReady = false;
  const prepare = (): void => {
    if (isReady) return;
    isReady = true;
    const own = session.fromPartition(PARTITION);
    own.protocol.handle('app', (request) => {
      const sha256 = blobIn(request.url);
      return sha256 === undefined ? new Response('forbidden', { status: 403 }) : viewerResponse(sha256, get);
    });
    own.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !OWN_PARTS.includes(new URL(url).protocol) }));
    own.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
    own.setPermissionCheckHandler(() => false);
    own.on('will-download', (event) => event.preventDefault());
  };
  return (sha256, name) => {
    prepare();
    const window = new BrowserWindow({
      ...SIZE,
      title: name,
      autoHideMenuBar: true,
      webPreferences: {
        partition: PARTITION,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        plugins: true,
        spellcheck: false,
      },
    });
    window.removeMenu();
    window.on('page-title-updated', (event) => event.preventDefault());
    window.webContents.on('before-input-event', (event, { key, type }) => {
      if (key !== 'Escape' || type !== 'keyDown') return;
      event.preventDefault();
      window.close();
    });
    void window.loadURL(`${APP_ORIGIN}/blob/${sha256}`);
  };
}
