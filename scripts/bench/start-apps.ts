import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DIST } from '../paths.ts';

/** An app folder as Electron takes it on its command line. */
export interface ProbedApp {
  readonly name: string;
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
  /** Run before each start. */
  readonly prepare: () => void;
  /** Pages (their file names) that must show what is waited for; the first to do so ends the start. */
  readonly pages: readonly string[];
}

/** What a page shows once somebody can use it. */
const USABLE: Readonly<Record<string, string>> = {
  'bare.html': 'h1',
  'kiosk.html': 'main.ready',
  'desk.html': '[role="grid"] .grid-body',
};

/**
 * Loaded before an app: says on standard output when a page has painted what is waited for. Both programs are watched by the same
 * lines, and nothing in either knows of them.
 */
const PROBE = `{
const { app } = require('electron');
const usable = ${JSON.stringify(USABLE)};
const wait = (selector) => \`new Promise((tell) => {
  const look = () => {
    if (!document.querySelector(\${JSON.stringify(selector)})) return requestAnimationFrame(look);
    requestAnimationFrame(() => setTimeout(() => tell(Date.now())));
  };
  look();
})\`;
app.on('web-contents-created', (_event, contents) => {
  contents.on('dom-ready', () => {
    const page = contents.getURL().split('/').pop();
    if (!usable[page]) return;
    contents.executeJavaScript(wait(usable[page])).then((atMs) => console.log('painted ' + page + ' ' + atMs), () => {});
  });
});
}
`;

const BARE = `const path = require('node:path');
const { app, BrowserWindow } = require('electron');
app.setPath('userData', path.join(__dirname, 'state'));
app.whenReady().then(() => {
  new BrowserWindow({ width: 1280, height: 800 }).loadFile(path.join(__dirname, 'bare.html'));
});
app.on('window-all-closed', () => app.quit());
`;

/** One window with one heading: the least that an Electron program can be. */
export function bareApp(under: string): ProbedApp {
  const folder = appFolder(under, 'bare', BARE);
  writeFileSync(
    path.join(folder, 'bare.html'),
    '<!doctype html><meta charset="utf-8"><title>Bare</title><h1>Ready</h1>',
  );
  return { name: 'bare Electron window', folder, env: {}, prepare: () => {}, pages: ['bare.html'] };
}

export interface GateVariant {
  readonly desk: boolean;
  readonly camera: boolean;
}

/** Gatehouse as built, on the state in `home`, which all variants share: it is one enrolled gate. */
export function gateApp(under: string, home: string, { desk, camera }: GateVariant): ProbedApp {
  const name = `${desk ? 'kiosk and desk' : 'kiosk alone'}, camera ${camera ? 'on' : 'off'}`;
  const folder = appFolder(
    under,
    `gate-${desk}-${camera}`,
    `require(${JSON.stringify(path.join(DIST, 'main/index.cjs'))});\n`,
  );
  return {
    name,
    folder,
    env: { GATEHOUSE_HOME: home },
    prepare() {
      const settings = { camera: { enabled: camera }, windows: { desk } };
      writeFileSync(path.join(home, 'settings.json'), JSON.stringify(settings));
    },
    pages: ['kiosk.html', ...(desk ? ['desk.html'] : [])],
  };
}

function appFolder(under: string, name: string, main: string): string {
  const folder = path.join(under, name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ name, version: '1.0.0', main: 'main.cjs' }));
  writeFileSync(path.join(folder, 'main.cjs'), PROBE + main);
  return folder;
}
