import path from 'node:path';
import { BrowserWindow, nativeTheme } from 'electron';
import type { WindowName } from '../../preload/contract.ts';
import { APP_ORIGIN } from './origin.ts';

export interface GateWindows {
  readonly get: (name: WindowName) => BrowserWindow | undefined;
  /** Opens a window, or opens it anew when its page has died. */
  readonly open: (name: WindowName) => void;
  readonly nameOf: (contentsId: number) => WindowName | undefined;
}

export interface WindowsParts {
  readonly preloadFolder: string;
  readonly kioskFullScreen: () => boolean;
  /** A page crashed, hung or ran out of memory; it is already being opened anew. */
  readonly onCrash: (name: WindowName, reason: string) => void;
  readonly onOpen: (name: WindowName, window: BrowserWindow) => void;
}

const SIZE = { width: 1280, height: 800 };
/** A page that dies at once again and again is opened anew at a slower pace. */
const REOPEN_MS = 500;

export function createWindows(parts: WindowsParts): GateWindows {
  const open = new Map<WindowName, BrowserWindow>();

  const make = (name: WindowName): void => {
    const window = new BrowserWindow({
      ...SIZE,
      useContentSize: true,
      autoHideMenuBar: true,
      title: name === 'kiosk' ? 'Gatehouse kiosk' : 'Gatehouse desk',
      backgroundColor: nativeTheme.shouldUseDarkColors ? '#0e1318' : '#f6f7f9',
      fullscreen: name === 'kiosk' && parts.kioskFullScreen(),
      webPreferences: {
        preload: path.join(parts.preloadFolder, `${name}.cjs`),
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        spellcheck: false,
        autoplayPolicy: 'no-user-gesture-required',
        backgroundThrottling: false,
      },
    });
    window.removeMenu();
    open.set(name, window);
    const { webContents } = window;
    webContents.on('render-process-gone', (_event, { reason }) => {
      if (reason === 'clean-exit') return;
      parts.onCrash(name, reason);
      reopen(name, window);
    });
    webContents.on('unresponsive', () => webContents.forcefullyCrashRenderer());
    window.on('closed', () => {
      if (open.get(name) === window) open.delete(name);
    });
    parts.onOpen(name, window);
    void window.loadURL(`${APP_ORIGIN}/${name}.html`);
  };

  /** A new window rather than a reload: a reload after a crash leaks what the old page held. */
  const reopen = (name: WindowName, dead: BrowserWindow): void => {
    setTimeout(() => {
      make(name);
      dead.destroy();
    }, REOPEN_MS);
  };

  return {
    get: (name) => open.get(name),
    open: (name) => {
      const window = open.get(name);
      if (window) window.focus();
      else make(name);
    },
    nameOf: (contentsId) =>
      [...open].find(([, window]) => !window.isDestroyed() && window.webContents.id === contentsId)?.[0],
  };
}
