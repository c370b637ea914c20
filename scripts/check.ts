/** npm run check [-- --without-tests]: types, lint, format, import rules and unit tests. Says all that is wrong, not only the first. */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { runVisibly } from './commands.ts';
import { runScript, speaker } from './console.ts';
import { MODULES, ROOT } from './paths.ts';

interface Check {
  readonly name: string;
  /** A package's own script under node_modules, and its arguments. */
  readonly script: string;
  readonly args: readonly string[];
}

const say = speaker('check');
const { values: options } = parseArgs({ options: { 'without-tests': { type: 'boolean', default: false } } });

const typeChecks = readdirSync(ROOT)
  .filter((folder) => existsSync(path.join(ROOT, folder, 'tsconfig.json')))
  .map((folder): Check => ({ name: `types of ${folder}`, script: 'typescript/bin/tsc', args: ['-p', folder] }));

const checks: readonly Check[] = [
  ...typeChecks,
  {
    name: 'lint',
    script: 'oxlint/bin/oxlint',
    args: ['--type-aware', '--deny-warnings', '--report-unused-disable-directives'],
  },
  { name: 'format', script: 'prettier/bin/prettier.cjs', args: ['--check', '--log-level', 'warn', '.'] },
  ...(options['without-tests']
    ? []
    : [{ name: 'unit tests', script: 'vitest/vitest.mjs', args: ['run', '--project', 'unit'] }]),
];

await runScript(async () => {
  const failed: string[] = [];
  for (const { name, script, args } of checks) {
    const exitCode = await runVisibly(process.execPath, [path.join(MODULES, script), ...args], { cwd: ROOT });
    say(`${exitCode === 0 ? 'good' : 'NOT good'}: ${name}`);
    if (exitCode !== 0) failed.push(name);
  }
  if (failed.length > 0) process.exitCode = 1;
  say(failed.length === 0 ? 'all good' : `to mend: ${failed.join(', ')}`);
});
