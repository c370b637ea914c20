import { execFileSync, spawn } from 'node:child_process';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isRoot, run } from '../commands.ts';
import { ensurePostgres } from '../provision/postgres.ts';
import { askOnce } from './ask.ts';
import { stopWithParent } from './stop-with-parent.ts';

export interface Cluster {
  readonly urlOf: (database: string) => string;
  readonly createDatabase: (database: string) => Promise<string>;
  readonly stop: () => Promise<void>;
}
export interface ClusterOptions {
  /** False: a power cut may lose everything, as tests don't mind. */
  readonly durable?: boolean;
}

const START_WITHIN_MS = 20_000;
const HURRIED = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'shared_buffers=64MB'];
const MEASURED = ['shared_buffers=256MB', 'max_wal_size=2GB'];

/** The server that CENTRAL_TEST_DATABASE_URL names (its user may make databases), or one of our own for a while. */
export async function openCluster(options: ClusterOptions = {}): Promise<Cluster> {
  const given = process.env['CENTRAL_TEST_DATABASE_URL'];
  if (!given) return startCluster(options);
  const urlOf = (database: string): string => {
    const url = new URL(given);
    url.pathname = `/${database}`;
    return url.href;
  };
  return { urlOf, createDatabase: creating(given, urlOf), stop: async () => undefined };
}

/** A PostgreSQL server in a folder of its own that nobody but this user reaches: a Unix socket, no port. */
async function startCluster({ durable = false }: ClusterOptions): Promise<Cluster> {
  const programs = await ensurePostgres();
  const folder = mkdtempSync(path.join(tmpdir(), 'gatehouse-pg-'));
  // PostgreSQL refuses to run as root; the package brings a user for it.
  const user = isRoot() ? postgresUser() : undefined;
  if (user) chownSync(folder, user.uid, user.gid);
  const data = path.join(folder, 'data');
  const made = ['-D', data, '-U', 'central', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'];
  await run(path.join(programs, 'initdb'), made, { ...user, cwd: folder });
  const settings = ['listen_addresses=', `unix_socket_directories=${folder}`, 'max_connections=300'];
  const own = [...settings, ...(durable ? MEASURED : HURRIED)].flatMap((setting) => ['-c', setting]);
  const server = spawn(path.join(programs, 'postgres'), ['-D', data, ...own], {
    ...user,
    cwd: folder,
    stdio: 'ignore',
  });
  const stopWatch = stopWithParent(folder);
  const urlOf = (database: string): string =>
    `postgres://central@localhost/${database}?host=${encodeURIComponent(folder)}`;
  await answering(urlOf('postgres'));
  return {
    urlOf,
    createDatabase: creating(urlOf('postgres'), urlOf),
    stop: async () => {
      stopWatch();
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGQUIT');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const creating = (url: string, urlOf: (database: string) => string) => async (database: string) => {
  await askOnce(url, `create database "${database}" template template0 encoding 'UTF8'`);
  return urlOf(database);
};

function postgresUser(): { readonly uid: number; readonly gid: number } {
  const of = (which: string): number => Number(execFileSync('id', [which, 'postgres'], { encoding: 'utf8' }));
  return { uid: of('-u'), gid: of('-g') };
}

async function answering(url: string): Promise<void> {
  for (const untilMs = Date.now() + START_WITHIN_MS; ; await pause(50)) {
    try {
      return void (await askOnce(url, 'select 1'));
    } catch (error) {
      if (Date.now() > untilMs) throw error;
    }
  }
}
