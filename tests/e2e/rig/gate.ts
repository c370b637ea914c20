import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron as electron, type ElectronApplication, type Page } from 'playwright';
import { emptyScene, frameWithBadge } from '../../../scripts/camera/frame.ts';
import { writeMjpeg, type Shot } from '../../../scripts/camera/mjpeg.ts';
import { isRoot } from '../../../scripts/commands.ts';
import { ROOT } from '../../../scripts/paths.ts';
import { findElectron } from '../../../scripts/runtime/find-electron.ts';

export interface RunningGate {
  readonly app: ElectronApplication;
  readonly home: string;
  readonly kiosk: () => Promise<Page>;
  readonly desk: () => Promise<Page>;
  readonly close: () => Promise<void>;
}

export interface GateOptions {
  readonly folder: string;
  /** Contents of settings.json; a text is written as it is. */
  readonly settings?: Record<string, unknown> | string;
  readonly central?: { readonly url: string; readonly enrolmentCode: string };
  /** What the camera sees, over and over; absent: there is no camera. */
  readonly film?: readonly Shot[];
}

export const newFolder = (): string => mkdtempSync(path.join(tmpdir(), 'gatehouse-e2e-'));
export const removeFolder = (folder: string): void => rmSync(folder, { recursive: true, force: true });

const PICTURE = { width: 1280, height: 720 };
export const nobody = (heldMs: number): Shot => ({ frame: emptyScene(PICTURE), heldMs });
export const badgeHeldUp = (text: string, heldMs: number): Shot => ({
  frame: frameWithBadge(text, { size: 560, picture: PICTURE }),
  heldMs,
});

/** Starts the real program with its state in `folder`/gate. */
export async function runGate({ folder, settings, central, film }: GateOptions): Promise<RunningGate> {
  const { executable } = await findElectron();
  const home = path.join(folder, 'gate');
  mkdirSync(home, { recursive: true });
  if (settings !== undefined) {
    writeFileSync(path.join(home, 'settings.json'), typeof settings === 'string' ? settings : JSON.stringify(settings));
  }
  const camera = path.join(folder, 'camera.mjpeg');
  if (film) writeMjpeg(camera, film);
  const app = await electron.launch({
    executablePath: executable,
    args: [
      ROOT,
      '--disable-gpu',
      '--force-device-scale-factor=1',
      ...(isRoot() ? ['--no-sandbox'] : []),
      ...(film ? ['--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${camera}`] : []),
    ],
    env: {
      ...(process.env as Record<string, string>),
      GATEHOUSE_HOME: home,
      ...(central ? { GATEHOUSE_CENTRAL_URL: central.url, GATEHOUSE_ENROLMENT_CODE: central.enrolmentCode } : {}),
    },
  });
  return {
    app,
    home,
    kiosk: () => windowNamed(app, 'kiosk'),
    desk: () => windowNamed(app, 'desk'),
    close: () => app.close(),
  };
}

/** Windows come in any order: the one that is wanted is told by its address. */
async function windowNamed(app: ElectronApplication, name: string): Promise<Page> {
  const isIt = (page: Page): boolean => page.url().endsWith(`/${name}.html`);
  return app.windows().find(isIt) ?? (await app.waitForEvent('window', { predicate: isIt }));
}

export const doorSettings = (port: string): Record<string, unknown> => ({
  doors: [{ id: 'door-1', name: 'Main door', driver: 'lcus', path: port, channel: 1, pulseMs: 1000 }],
});
