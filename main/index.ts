import path from 'node:path';
import { app, net, powerSaveBlocker, safeStorage, type BrowserWindow } from 'electron';
import { createApp, type App } from './app.ts';
import type { FileDoors } from './files/open-file.ts';
import { forkHost } from './fork-host.ts';
import { deskHandlers, kioskHandlers } from './handlers.ts';
import { createIpc } from './ipc.ts';
import { openPaperList } from './muster/open-paper-list.ts';
import { openLog, type Log } from './log.ts';
import { createNewId } from './new-id.ts';
import { openSettings } from './settings.ts';
import { setTimer } from './timers.ts';
import { catchWedge } from './wedge.ts';
import { registerAppScheme, serveApp } from './windows/app-protocol.ts';
import type { GetBlob } from './windows/blob-response.ts';
import { watchFirstPages } from './windows/first-pages.ts';
import { saveAs } from './windows/save-as.ts';
import { allowOnlyTheCamera, keepBlobsToTheDesk, keepWindowsAtHome } from './windows/security.ts';
import { createPaperDoors } from './windows/paper.ts';
import { createViewer } from './windows/viewer.ts';
import { keepKiosk } from './windows/keep-kiosk.ts';
import { createWindows } from './windows/windows.ts';

const home = path.resolve(process.env['GATEHOUSE_HOME'] ?? app.getPath('userData'));
const dist = path.join(__dirname, '..');
/** The product is built for current Electron; anything before it only starts and tests the program. */
const PRODUCT_ELECTRON = 45;

app.setPath('userData', path.join(home, 'electron'));
registerAppScheme();
keepWindowsAtHome();
if (app.requestSingleInstanceLock()) void app.whenReady().then(start);
else app.quit();

async function start(): Promise<void> {
  const pages = watchFirstPages(setTimer);
  const running: { gatehouse?: App } = {};
  const getBlob: GetBlob = async (sha256) =>
    (await running.gatehouse?.station()?.blobs.get(sha256)) ?? { ok: false, fault: 'offline' };
  const pagesFolder = path.join(dist, 'renderer');
  serveApp(pagesFolder, pages.served, getBlob);
  allowOnlyTheCamera();
  const log = openLog(home, app.getVersion());
  keepGoing(log);
  const settings = openSettings(home, Date.now());
  let leaving = false;
  app.on('before-quit', () => (leaving = true));
  const isLeaving = (): boolean => leaving;
  const quit = (): void => app.quit();
  const onLeaveAsked = (): void => {
    if (running.gatehouse?.kioskExit.isGuarded()) ipc.tell('kiosk', 'leaveAsked', undefined);
    else quit();
  };
  const windows = createWindows({
    preloadFolder: path.join(dist, 'preload'),
    kioskFullScreen: () => settings.get().windows.kioskFullScreen,
    onOpen(name, window) {
      if (name === 'kiosk' && settings.get().windows.kioskFullScreen) keepKiosk(window, { isLeaving, onLeaveAsked });
      listenForWedge(window);
    },
    onCrash: (name, reason) => running.gatehouse?.raise('window_crashed', name, reason),
  });
  keepBlobsToTheDesk((contentsId) => windows.nameOf(contentsId) === 'desk');
  const ipc = createIpc({
    nameOf: windows.nameOf,
    contentsOf: (name) => windows.get(name)?.webContents,
    onRefused: (channel, why) => log.error({ channel, why }, 'a call over the bridge was refused'),
  });
  // Pages load while the rest is being opened: their first question waits until it can be answered.
  const opened = openProgram();
  const print = (pageSize?: { readonly width: number; readonly height: number }): void =>
    windows.get('desk')?.webContents.print(pageSize ? { pageSize: { ...pageSize } } : {});
  const fileDoors: FileDoors = {
    showPdf: createViewer(getBlob),
    saveAs: (name, bytes) => saveAs(windows.get('desk'), name, bytes),
  };
  const paper = createPaperDoors();
  const parts = opened.then((program) => ({
    ...program,
    home,
    fetch: chromiumFetch,
    settings,
    nowMs: Date.now,
    print,
    quit,
    fileDoors,
    paper,
    paperList: openPaperList({
      ...program,
      home,
      paper,
      settings,
      nowMs: Date.now,
      setTimer,
      onTrouble: (detail) => log.error({ detail }, 'the list of people inside did not become paper'),
    }),
    pagesFolder,
  }));
  ipc.serve('kiosk', parts.then(kioskHandlers));
  ipc.serve('desk', parts.then(deskHandlers));

  powerSaveBlocker.start('prevent-display-sleep');
  app.on('second-instance', () => windows.open('desk'));
  app.on('window-all-closed', quit);
  const gatehouse = await opened;
  running.gatehouse = gatehouse;
  enrolFromEnvironment(gatehouse);
  stopBeforeQuit(gatehouse);

  async function openProgram(): Promise<App> {
    const { kiosk, desk } = settings.get().windows;
    const wanted = (['kiosk', 'desk'] as const).filter((name) => ({ kiosk, desk })[name]);
    for (const name of wanted) windows.open(name);
    await pages.gone(wanted);
    // The network's first use holds main up while the pages ask it for their files: a blank window would stay blank for longer.
    const firstScreen = loaded(windows.get('kiosk') ?? windows.get('desk'));
    return createApp({
      home,
      appVersion: app.getVersion(),
      runtime: `Electron ${process.versions.electron}`,
      runtimeIsFallback: Number.parseInt(process.versions.electron, 10) < PRODUCT_ELECTRON,
      box: safeStorage,
      log,
      settings,
      forkHost: () => forkHost(path.join(dist, 'native', 'host.cjs')),
      fetch: async (...request) => {
        await firstScreen;
        return chromiumFetch(...request);
      },
      newId: createNewId(),
      tellKiosk: (view) => ipc.tell('kiosk', 'view', view),
      tellDesk: (status) => {
        ipc.tell('desk', 'status', status);
        ipc.tell('desk', 'listsChanged', undefined);
      },
      tellTestReading: (reading) => ipc.tell('desk', 'testReading', reading),
      tellScannerLearnt: (learning) => ipc.tell('desk', 'scannerLearnt', learning),
      tellSelfCheck: (check) => ipc.tell('desk', 'selfCheck', check),
    });
  }

  function listenForWedge(window: BrowserWindow): void {
    const wedge = () => settings.get().wedge;
    catchWedge(
      window.webContents,
      {
        isWanted: () => wedge().enabled,
        learnt: () => wedge().learnt,
        learning: () => running.gatehouse?.equipment.learning,
      },
      (raw) =>
        running.gatehouse?.submit({
          source: 'wedge',
          scannerId: 'wedge',
          laneId: wedge().laneId,
          raw,
          atMs: Date.now(),
        }),
    );
  }
}

/** Over the system's proxies and certificates, as a browser would. */
const chromiumFetch: typeof fetch = (...request) => net.fetch(...(request as Parameters<typeof net.fetch>));

/** Resolves when the page is there, or when central has been kept waiting for it for long enough. */
const WAIT_FOR_SCREEN_MS = 2000;
function loaded(window: BrowserWindow | undefined): Promise<void> {
  return new Promise((resolve) => {
    if (!window) return resolve();
    window.webContents.once('did-finish-load', () => resolve());
    setTimeout(resolve, WAIT_FOR_SCREEN_MS);
  });
}

/** A bug is written down and the gate goes on: a dialog that nobody reads would stop the queue. */
function keepGoing(log: Log): void {
  process.on('uncaughtException', (error) => log.error({ error: error.stack ?? String(error) }, 'a bug'));
  process.on('unhandledRejection', (reason) => log.error({ error: String(reason) }, 'a bug'));
}

/** DESIGN 10: a fleet is rolled out, and a test drives the real program, without hands. */
function enrolFromEnvironment(gatehouse: App): void {
  const { GATEHOUSE_CENTRAL_URL: url, GATEHOUSE_ENROLMENT_CODE: code } = process.env;
  if (!url || !code || gatehouse.station()) return;
  void gatehouse.enrol(url, code).then((fault) => {
    if (fault) gatehouse.raise(fault, 'enrolment');
  });
}

/** Quitting waits until every relay is at rest and the journal is closed. */
function stopBeforeQuit(gatehouse: App): void {
  let stopped = false;
  app.on('before-quit', (event) => {
    if (stopped) return;
    event.preventDefault();
    void gatehouse.stop('quit').finally(() => {
      stopped = true;
      app.quit();
    });
  });
}
