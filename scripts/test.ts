/**
 * npm test [-- <words> <vitest flags>]: runs every test, or those whose path has one of the words. What is missing for the end-to-end
 * tests (an Electron, its libraries, a display, a build) or for central's (a PostgreSQL server) is fetched or made first.
 */
import { buildApp } from './build/build-app.ts';
import { runScript } from './console.ts';
import { openDisplay } from './display.ts';
import { ensureLibraries } from './provision/libraries.ts';
import { ensurePostgres } from './provision/postgres.ts';
import { ensurePrograms } from './provision/programs.ts';
import { findElectron } from './runtime/find-electron.ts';
import { runProject } from './test/run-project.ts';
import { addTallies, NOTHING_RUN, type Tally } from './test/tally.ts';
import { projectsWith, splitArguments } from './test/test-files.ts';

const args = process.argv.slice(2);

await runScript(async () => {
  const projects = projectsWith(splitArguments(args).words);
  if (process.platform === 'linux') await ensurePrograms('socat', 'chromium');
  const unit = projects.includes('unit') ? await runProject('unit', args) : NOTHING_RUN;
  const postgres = projects.includes('postgres') ? await runOnPostgres() : NOTHING_RUN;
  const e2e = projects.includes('e2e') ? await runEndToEnd() : NOTHING_RUN;
  report([unit, postgres, e2e].reduce(addTallies));
});

async function runOnPostgres(): Promise<Tally> {
  if (!process.env['CENTRAL_TEST_DATABASE_URL']) await ensurePostgres();
  return runProject('postgres', args);
}

async function runEndToEnd(): Promise<Tally> {
  const electron = await findElectron();
  await ensureLibraries(electron.executable);
  await buildApp();
  const display = await openDisplay();
  try {
    return await runProject('e2e', args, { ...display.env, GATEHOUSE_ELECTRON_DIST: electron.dist });
  } finally {
    await display.stop();
  }
}

function report({ passed, failed }: Tally): void {
  console.log(`\n${passed} passed, ${failed} failed`);
  if (failed > 0 || passed === 0) process.exitCode = 1;
}
