import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { runVisibly } from '../commands.ts';
import { ROOT } from '../paths.ts';
import { readTally, type Tally } from './tally.ts';
import type { Project } from './test-files.ts';

const VITEST = path.join(ROOT, 'node_modules/vitest/vitest.mjs');

/** Runs one project of vitest.config.ts and counts its report. A run that ends badly without a failed test counts as one failed. */
export async function runProject(
  project: Project,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Tally> {
  const report = path.join(ROOT, 'test-results', `${project}.json`);
  rmSync(report, { force: true });
  const own = ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const exitCode = await runVisibly(process.execPath, [VITEST, ...own, ...args], {
    cwd: ROOT,
    env: { ...process.env, ...env },
  });
  const tally = existsSync(report) ? readTally(report) : { passed: 0, failed: 1 };
  return exitCode !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}
