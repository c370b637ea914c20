import { isOnPath, isRoot, runVisibly, succeeds } from '../commands.ts';
import { Advice, speaker } from '../console.ts';

const say = speaker('provision');
let listsAreFresh = false;

/** A Debian package under its names, newest first: a library's package is renamed when its ABI changes. */
export type PackageNames = readonly [string, ...string[]];

/**
 * Installs packages where that is allowed (root, with apt); elsewhere throws the one line that the person has to run.
 * @throws Advice
 */
export async function installPackages(wanted: readonly PackageNames[], why: string): Promise<void> {
  if (process.platform !== 'linux' || !isOnPath('apt-get')) {
    throw new Advice(
      `Missing: ${why}. Install what your system calls ${wanted.map((names) => names.at(-1)).join(', ')}; then run this again.`,
    );
  }
  if (!isRoot())
    throw new Advice(`Missing: ${why}. Run this line, then the same command again:\n\n  ${installLine(wanted)}\n`);

  say(`missing: ${why}`);
  if (!listsAreFresh) await apt('update', '-qq');
  listsAreFresh = true;
  const packages = wanted.map(nameHere);
  say(`apt-get install ${packages.join(' ')}`);
  await apt('install', '-y', '-qq', '--no-install-recommends', ...packages);
}

const installLine = (wanted: readonly PackageNames[]): string =>
  `sudo apt-get update && sudo apt-get install -y ${wanted.map(nameHere).join(' ')}`;

/** The first name that this system's lists know; with no lists yet, the last and oldest. */
function nameHere(names: PackageNames): string {
  return names.find((name) => succeeds('apt-cache', ['show', name])) ?? names.at(-1)!;
}

async function apt(...args: readonly string[]): Promise<void> {
  const exitCode = await runVisibly('apt-get', args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (exitCode !== 0)
    throw new Advice(`apt-get ${args[0]} ended with ${exitCode}. Read its message above, mend it, and run this again.`);
}
