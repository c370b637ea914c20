import path from 'node:path';
import { isRoot } from '../commands.ts';
import type { Display } from '../display.ts';
import { ROOT } from '../paths.ts';
import type { ElectronRuntime } from '../runtime/layout.ts';
import type { Central } from './central.ts';
import { startChild, type Child } from './children.ts';
import type { DemoHome } from './home.ts';

/** Its stack follows within that time. */
const CRASH_TEXT_MS = 500;

export interface AppLaunch {
  readonly electron: ElectronRuntime;
  readonly display: Display;
  readonly central: Central;
  readonly home: DemoHome;
  readonly cameraFlags: readonly string[];
}

/** Starts Gatehouse as a site would: told where its state lies, where central is, and how to enrol there. */
export function startApp({ electron, display, central, home, cameraFlags }: AppLaunch): Child {
  return startChild({
    name: 'Gatehouse',
    command: electron.executable,
    args: [ROOT, ...chromiumFlags(display), ...cameraFlags],
    cwd: path.dirname(home.gate),
    env: {
      ...display.env,
      GATEHOUSE_HOME: home.gate,
      GATEHOUSE_CENTRAL_URL: central.url,
      GATEHOUSE_ENROLMENT_CODE: central.enrolmentCode,
    },
    log: home.appLog,
  });
}

/** Chromium's sandbox does not start for root. Without a screen there is no graphics card, and the port serves screens.ts. */
function chromiumFlags(display: Display): string[] {
  return [
    ...(isRoot() ? ['--no-sandbox'] : []),
    ...(display.virtual ? ['--disable-gpu', '--remote-debugging-port=0'] : []),
  ];
}

/** Electron answers a fault in main with a dialog, behind which the app stays. Nobody sees it on a virtual display. */
export function crashOf(app: Child): Promise<number> {
  return new Promise((resolve) => {
    app.onLine((line) => {
      if (line.includes('JavaScript error occurred in the main process')) setTimeout(resolve, CRASH_TEXT_MS, 1);
    });
  });
}
