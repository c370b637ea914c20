import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const CLUSTER = path.resolve(import.meta.dirname, '../../../scripts/postgres/cluster.ts');
/** Starts a server as a run of tests does, and says where. */
const RUN = `
const { openCluster } = await import(process.argv[1]);
const cluster = await openCluster();
process.stdout.write(new URL(cluster.urlOf('postgres')).searchParams.get('host') + '\\n');
`;

test('a run that is killed leaves neither a server nor its folder behind', { timeout: 60_000 }, async () => {
  const { CENTRAL_TEST_DATABASE_URL: _none, ...env } = process.env;
  const run = spawn(process.execPath, ['--input-type=module', '-e', RUN, CLUSTER], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [told] = (await once(run.stdout, 'data')) as [Buffer];
  const folder = told.toString().trim();
  const server = Number(readFileSync(path.join(folder, 'data/postmaster.pid'), 'utf8').split('\n')[0]);
  expect(isRunning(server)).toBe(true);
  run.kill('SIGKILL');
  await expect.poll(() => isRunning(server) || existsSync(folder), { timeout: 20_000 }).toBe(false);
});

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
