import { app, session } from 'electron';
import { APP_ORIGIN, isOurs } from './origin.ts';

/** The one permission that a window may have: our own pages may look through the camera, without sound. */
export function allowOnlyTheCamera(): void {
  const { defaultSession } = session;
  defaultSession.setPermissionRequestHandler((contents, permission, answer, details) => {
    const types = 'mediaTypes' in details ? (details.mediaTypes ?? []) : [];
    const cameraOnly = permission === 'media' && types.every((type) => type === 'video');
    answer(cameraOnly && isOurs(contents.getURL()));
  });
  defaultSession.setPermissionCheckHandler((_contents, permission, origin) => permission === 'media' && isOurs(origin));
  defaultSession.setDevicePermissionHandler(() => false);
}

/** Pictures of people are for the desk alone: the kiosk shows no other person's details (G10). */
export function keepBlobsToTheDesk(isDesk: (contentsId: number) => boolean): void {
  session.defaultSession.webRequest.onBeforeRequest({ urls: [`${APP_ORIGIN}/blob/*`] }, ({ webContentsId }, answer) =>
    answer({ cancel: webContentsId === undefined || !isDesk(webContentsId) }),
  );
}

/** The browser's own page for PDFs (Chromium: kPdfExtensionId) puts the document into a frame; only the viewer has it. */
const PDF_PAGE = 'chrome-extension://mhjfbmdgcfjbbpaeojofohoefgiehjai/';

/** Holds for every web contents that will ever be made: nothing leads away, nothing new opens, nothing is embedded. */
export function keepWindowsAtHome(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.on('will-navigate', (event) => event.preventDefault());
    contents.on('will-frame-navigate', (event) => {
      const isPdf = contents.session !== session.defaultSession && event.url.startsWith(PDF_PAGE);
      if (!isPdf) event.preventDefault();
    });
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
  });
}
