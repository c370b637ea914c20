import { execFileSync } from 'node:child_process';
import { globSync } from 'node:fs';
import path from 'node:path';
import { isOnPath } from '../commands.ts';
import { installPackages } from './apt.ts';

/** The folder with initdb and postgres, newest version first: Debian keeps them off PATH. Undefined: there is no server here. */
export function findPostgres(): string | undefined {
  const version = (folder: string): number => Number(path.basename(path.dirname(folder)));
  // The client alone brings such a folder too, without a server in it.
  const servers = globSync('/usr/lib/postgresql/*/bin/postgres').map((program) => path.dirname(program));
  const debians = servers.toSorted((a, b) => version(b) - version(a));
  if (debians[0] !== undefined) return debians[0];
  if (!isOnPath('pg_config') || !isOnPath('initdb')) return undefined;
  return execFileSync('pg_config', ['--bindir'], { encoding: 'utf8' }).trim();
}

/**
 * Makes sure that there is a PostgreSQL server to start, and says where its programs are.
 * @throws Advice with the line to run, where this process may not install it.
 */
export async function ensurePostgres(): Promise<string> {
  const found = findPostgres();
  if (found !== undefined) return found;
  await installPackages(
    [['postgresql']],
    'PostgreSQL, on which central runs for many gates (CENTRAL_TEST_DATABASE_URL names another)',
  );
  const installed = findPostgres();
  if (installed === undefined) throw new Error('the package postgresql brought no server');
  return installed;
}
