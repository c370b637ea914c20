import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isRoot } from '../../../scripts/commands.ts';
import { ROOT } from '../../../scripts/paths.ts';

/** `group`: the power switch, everything dies at once. `main`: what the out-of-memory killer or `kill -9 <pid>` leaves behind. */
export type KillKind = 'group' | 'main';

/** The real program in a process group of its own, so that all of it can be killed at one stroke. */
export interface MortalGate {
  readonly spawnedAtMs: number;
  readonly isRunning: () => boolean;
  readonly kill: (kind: KillKind) => Promise<void>;
  /** Quits as the system asks a program to quit. */
  readonly quit: () => Promise<void>;
}

export interface MortalGateParts {
  readonly executable: string;
  readonly home: string;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly central: { readonly url: string; readonly enrolmentCode: string };
  /** The camera's film; absent: both windows stay closed and nothing is drawn. */
  readonly film?: string;
}

export function startMortalGate({ executable, home, settings, central, film }: MortalGateParts): MortalGate {
  mkdirSync(home, { recursive: true });
  const shown = film !== undefined;
  writeFileSync(
    path.join(home, 'settings.json'),
    JSON.stringify({ ...settings, windows: { kiosk: shown, desk: shown } }),
  );
  const spawnedAtMs = Date.now();
  const child = spawn(
    executable,
    [
      ROOT,
      '--disable-gpu',
      ...(isRoot() ? ['--no-sandbox'] : []),
      ...(shown ? ['--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${film}`] : []),
    ],
    {
      detached: true,
      stdio: 'ignore',
      env: {
        ...process.env,
        GATEHOUSE_HOME: home,
        GATEHOUSE_CENTRAL_URL: central.url,
        GATEHOUSE_ENROLMENT_CODE: central.enrolmentCode,
      },
    },
  );
  return {
    spawnedAtMs,
    isRunning: () => isAlive(child),
    async kill(kind) {
      if (kind === 'group') process.kill(-pidOf(child), 'SIGKILL');
      else child.kill('SIGKILL');
      await ended(child);
    },
    async quit() {
      child.kill('SIGTERM');
      await ended(child);
    },
  };
}

/** Processes that still work in `home`, whoever their parent is by now. */
export function processesIn(home: string): string[] {
  const needle = `GATEHOUSE_HOME=${home}\0`;
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && name !== String(process.pid))
    .flatMap((pid) => {
      try {
        const worksThere = readFileSync(`/proc/${pid}/environ`, 'latin1').includes(needle);
        return worksThere ? [readFileSync(`/proc/${pid}/cmdline`, 'latin1').replaceAll('\0', ' ').slice(0, 120)] : [];
      } catch {
        return []; // It ended while it was looked at.
      }
    });
}

const isAlive = (child: ChildProcess): boolean => child.exitCode === null && child.signalCode === null;

function pidOf({ pid }: ChildProcess): number {
  if (pid === undefined) throw new Error('the program could not be started');
  return pid;
}

async function ended(child: ChildProcess): Promise<void> {
  if (isAlive(child)) await once(child, 'exit');
}
