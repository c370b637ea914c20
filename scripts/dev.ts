/**
 * npm run dev [-- <Chromium flags>]: builds again whatever has changed, and starts the app again. The very app, from its own scheme and under
 * its own content policy: there is no second way to load a window. State lies in GATEHOUSE_HOME, or else in .gatehouse/dev; central is
 * another terminal's matter.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { build, type Rolldown } from 'vite';
import { BUNDLES } from './build/bundles.ts';
import { isRoot } from './commands.ts';
import { runScript, speaker } from './console.ts';
import { openDisplay } from './display.ts';
import { ROOT } from './paths.ts';
import { ensureLibraries } from './provision/libraries.ts';
import { findElectron } from './runtime/find-electron.ts';

const say = speaker('dev');
/** Saving several files at once starts the app once. */
const SETTLE_MS = 300;

await runScript(async () => {
  const electron = await findElectron();
  await ensureLibraries(electron.executable);
  const display = await openDisplay();
  const env = { GATEHOUSE_HOME: path.join(ROOT, '.gatehouse/dev'), ...process.env, ...display.env };
  const flags = [isRoot() && '--no-sandbox', display.virtual && '--disable-gpu', ...process.argv.slice(2)].filter(
    (flag) => flag !== false,
  );

  let app: ChildProcess | undefined;
  const stopApp = async (): Promise<void> => {
    if (!app || app.exitCode !== null || app.signalCode !== null) return;
    app.removeAllListeners('exit').kill();
    await once(app, 'exit');
  };
  const end = async (): Promise<void> => {
    await stopApp();
    await display.stop();
    process.exit();
  };
  /** The old one first: it holds the lock of its home, and the new one would leave again. */
  const startAgain = async (): Promise<void> => {
    await stopApp();
    app = spawn(electron.executable, [ROOT, ...flags], { stdio: 'inherit', env }).once('exit', () => void end());
    say('Gatehouse started');
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void end());
  await watch(() => void startAgain());
});

/** Calls back once all bundles are built, and again after each later change. */
async function watch(onBuilt: () => void): Promise<void> {
  const built = new Set<string>();
  let settled: NodeJS.Timeout | undefined;
  for (const { name, config } of BUNDLES) {
    const watcher = (await build({ ...config, build: { ...config.build, watch: {} } })) as Rolldown.RolldownWatcher;
    watcher.on('event', (event) => {
      if (event.code === 'ERROR') say(`${name}: ${event.error.message}`);
      if (event.code !== 'BUNDLE_END') return;
      built.add(name);
      clearTimeout(settled);
      if (built.size === BUNDLES.length) settled = setTimeout(onBuilt, SETTLE_MS);
    });
  }
}
