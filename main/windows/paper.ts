import { BrowserWindow } from 'electron';

/** Pages that become paper without being shown: no script, no network, no bridge. */
export interface PaperDoors {
  /** With the system's dialog; `silent`: on the default printer at once. False: nothing was printed. */
  readonly print: (page: string, how: 'ask' | 'silent') => Promise<boolean>;
  readonly pdf: (page: string) => Promise<Uint8Array>;
}

async function withPage<T>(page: string, work: (window: BrowserWindow) => Promise<T>): Promise<T> {
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      partition: 'paper',
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      javascript: false,
    },
  });
  try {
    await window.loadURL(`data:text/html;charset=utf-8,${encodeURIComponent(page)}`);
    return await work(window);
  } finally {
    window.destroy();
  }
}

export function createPaperDoors(): PaperDoors {
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
