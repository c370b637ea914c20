/** npm start: Gatehouse on a demo site, with its central system and a door that is only simulated. */
import { buildIfStale } from './build/freshness.ts';
import { Advice, runScript, speaker } from './console.ts';
import { openDisplay } from './display.ts';
import { underLock } from './lock.ts';
import { ensureLibraries } from './provision/libraries.ts';
import { findElectron } from './runtime/find-electron.ts';
import { crashOf, startApp } from './start/app.ts';
import { cameraFlags } from './start/camera.ts';
import { startCentral, tail } from './start/central.ts';
import { askedToEnd, createCloseDown, type CloseDown } from './start/close-down.ts';
import { openHome } from './start/home.ts';
import { readOptions, USAGE, type StartOptions } from './start/options.ts';
import { report } from './start/report.ts';
import { keepPictures } from './start/screens.ts';
import { assignDevices } from './start/settings.ts';
import { startSimulated } from './start/simulated.ts';

const say = speaker('start');

await runScript(async () => {
  const options = readOptions(process.argv.slice(2));
  if (options.help) return console.log(USAGE);
  const refuse = (): never => {
    throw new Advice(`Another npm start uses ${options.home}. Stop it there, or choose another folder with --home.`);
  };
  await underLock(`${options.home}.lock`, refuse, () => demo(options));
});
process.exit();

async function demo(options: StartOptions): Promise<void> {
  const closeDown = createCloseDown();
  try {
    await Promise.race([runDemo(options, closeDown), askedToEnd()]);
  } finally {
    say('stopping');
    await closeDown.run();
  }
}

async function runDemo(options: StartOptions, closeDown: CloseDown): Promise<void> {
  const home = openHome(options.home, options.fresh);
  const electron = await findElectron();
  await ensureLibraries(electron.executable);
  await buildIfStale();

  const central = await startCentral(home, closeDown);
  assignDevices(home.gate, await startSimulated(home, central.url, closeDown));
  const camera = await cameraFlags({ asked: options.camera, centralUrl: central.url, film: home.cameraFile });

  const display = await openDisplay();
  closeDown.add(display.stop);
  const app = startApp({ electron, display, central, home, cameraFlags: camera });
  closeDown.add(app.stop);
  if (display.virtual) closeDown.add(keepPictures(app, home.screens));
  report(electron, display, central, home);

  const exitCode = await Promise.race([app.ended, crashOf(app)]);
  if (exitCode !== 0) {
    throw new Advice(
      `Gatehouse ended by itself (${exitCode ?? 'a signal'}). The end of ${home.appLog}:\n\n${tail(home.appLog)}`,
    );
  }
}
