import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import path from 'node:path';
import { runVisibly } from '../commands.ts';
import { speaker } from '../console.ts';
import { MODULES } from '../paths.ts';
import { readRuntime, type ElectronRuntime } from './layout.ts';

const PACKAGE = path.join(MODULES, 'electron');
/** In node_modules, so that a fresh `npm ci` tries again. */
const FAILURE_NOTE = path.join(MODULES, '.cache/gatehouse/electron-download-failed.json');
const TRY_AGAIN_AFTER_MS = 24 * 60 * 60 * 1000;
const REACH_TIMEOUT_MS = 5000;
const DOWNLOAD_TIMEOUT_MS = 10 * 60 * 1000;

const say = speaker('runtime');

/** The Electron that the `electron` package brings; downloads it when it is not there. Undefined when that can't be done here. */
export async function ownElectron(): Promise<ElectronRuntime | undefined> {
  return downloaded() ?? ((await download()) ? downloaded() : undefined);
}

/** The version that package.json asks for. */
export function wantedVersion(): string {
  return (JSON.parse(readFileSync(path.join(PACKAGE, 'package.json'), 'utf8')) as { version: string }).version;
}

function downloaded(): ElectronRuntime | undefined {
  const wanted = wantedVersion();
  const runtime = readRuntime(path.join(PACKAGE, 'dist'), () => true);
  return runtime?.version === wanted ? runtime : undefined;
}

async function download(): Promise<boolean> {
  if (failedLately()) return false;
  say(`Electron ${wantedVersion()} is not here yet: downloading it`);
  const came = (await canReachReleases()) && (await installerSucceeds());
  if (came) rmSync(FAILURE_NOTE, { force: true });
  else rememberFailure();
  return came;
}

/** A network that swallows packets would otherwise keep the installer waiting for minutes. A proxy or mirror is left to the installer. */
function canReachReleases(): Promise<boolean> {
  const wayRound = [
    'HTTPS_PROXY',
    'https_proxy',
    'ELECTRON_MIRROR',
    'npm_config_electron_mirror',
    'electron_config_cache',
  ];
  if (wayRound.some((name) => process.env[name])) return Promise.resolve(true);
  return new Promise((resolve) => {
    const socket = connect({ host: 'github.com', port: 443, timeout: REACH_TIMEOUT_MS });
    const answer = (reached: boolean) => () => {
      socket.destroy();
      resolve(reached);
    };
    socket.once('connect', answer(true)).once('timeout', answer(false)).once('error', answer(false));
  });
}

async function installerSucceeds(): Promise<boolean> {
  const exitCode = await runVisibly(process.execPath, [path.join(PACKAGE, 'install.js')], {
    stdio: 'ignore',
    timeout: DOWNLOAD_TIMEOUT_MS,
  });
  return exitCode === 0;
}

interface FailureNote {
  readonly version: string;
  readonly at: number;
}

function failedLately(): boolean {
  try {
    const note = JSON.parse(readFileSync(FAILURE_NOTE, 'utf8')) as FailureNote;
    return note.version === wantedVersion() && Date.now() - note.at < TRY_AGAIN_AFTER_MS;
  } catch {
    return false;
  }
}

function rememberFailure(): void {
  const note: FailureNote = { version: wantedVersion(), at: Date.now() };
  mkdirSync(path.dirname(FAILURE_NOTE), { recursive: true });
  writeFileSync(FAILURE_NOTE, JSON.stringify(note));
}
