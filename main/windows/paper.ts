import { BrowserWindow, session } from 'electron';
import { APP_ORIGIN } from './origin.ts';

/** A session of its own, in memory: its windows see the page they are given, and nothing else. */
const PARTITION = 'paper';
const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:",
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
};

/** Pages that become paper without being shown: no script, no network, no bridge. */
export interface PaperDoors {
  /** With the system's dialog; `silent`: on the default printer at once. False: nothing was printed. */
  readonly print: (page: string, how: 'ask' | 'silent') => Promise<boolean>;
  readonly pdf: (page: string) => Promise<Uint8Array>;
}

type WithPage = <T>(page: string, work: (window: BrowserWindow) => Promise<T>) => Promise<T>;

/** A page comes by an address that is short, however long the page is: Chromium cuts off those of data after two million letters. */
function paperWindows(): WithPage {
  const waiting = new Map<string, string>();
  let made = 0;
  const prepare = (): void => {
    if (made > 0) return;
    const own = session.fromPartition(PARTITION);
    own.protocol.handle('app', ({ url }) => {
      const page = waiting.get(url);
      return page === undefined ? new Response('not found', { status: 404 }) : new Response(page, { headers: HEADERS });
    });
    own.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  };
  return async (page, work) => {
    prepare();
    made += 1;
    const url = `${APP_ORIGIN}/paper/${made}`;
    waiting.set(url, page);
    const window = new BrowserWindow({
      show: false,
      webPreferences: {
        partition: PARTITION,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        javascript: false,
      },
    });
    try {
      await window.loadURL(url);
      return await work(window);
    } finally {
      waiting.delete(url);
      window.destroy();
    }
  };
}

export function createPaperDoors(): PaperDoors {
  const withPage = paperWindows();
  return {
    print: (page, how) =>
      withPage(page, async ({ webContents }) => {
        if (how === 'silent' && (await webContents.getPrintersAsync()).length === 0) return false;
        return new Promise((resolve) =>
          webContents.print({ silent: how === 'silent', pageSize: 'A4' }, (isPrinted) => resolve(isPrinted)),
        );
      }),
    pdf: (page) =>
      withPage(page, ({ webContents }) => webContents.printToPDF({ pageSize: 'A4', preferCSSPageSize: true })),
  };
}
