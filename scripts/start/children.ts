import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';

const GRACE_MS = 5000;

export interface Child {
  readonly name: string;
  /** Every line that it prints, on stdout or stderr. */
  readonly onLine: (listener: (line: string) => void) => void;
  /** Types a line at it, where it listens. */
  readonly say: (line: string) => void;
  /** Resolves with the exit code (null: a signal) when it has ended. */
  readonly ended: Promise<number | null>;
  /** Asks it to end, and makes it end when it has not after a few seconds. */
  readonly stop: () => Promise<void>;
}

export interface Launch {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd: string;
  /** What it prints is added here. */
  readonly log: string;
  /** It takes lines on its standard input. */
  readonly listens?: boolean;
}

/** Starts a program in a group of its own: Ctrl-C reaches this script alone, which then ends the others in order. */
export function startChild({ name, command, args, env, cwd, log, listens = false }: Launch): Child {
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: 'pipe',
    detached: process.platform !== 'win32',
  });
  // A line for one that has just ended goes nowhere.
  child.stdin.on('error', () => undefined);
  if (!listens) child.stdin.end();
  const file = createWriteStream(log, { flags: 'a' });
  child.stdout.pipe(file, { end: false });
  child.stderr.pipe(file, { end: false });
  const outputs = [child.stdout, child.stderr].map((input) => createInterface({ input }));
  const ended = new Promise<number | null>((resolve) => {
    child.once('close', resolve);
    child.once('error', (fault) => {
      file.write(`${String(fault)}\n`);
      resolve(1);
    });
  });
  return {
    name,
    onLine: (listener) => outputs.forEach((lines) => lines.on('line', listener)),
    say: (line) => void child.stdin.write(`${line}\n`),
    ended,
    stop: () => stop(child, ended),
  };
}

async function stop(child: ChildProcess, ended: Promise<unknown>): Promise<void> {
  child.kill();
  const patience = new AbortController();
  const tooLong = sleep(GRACE_MS, undefined, { signal: patience.signal }).then(
    () => signalGroup(child, 'SIGKILL'),
    () => undefined,
  );
  await Promise.race([ended, tooLong]);
  patience.abort();
  await ended;
  signalGroup(child, 'SIGKILL');
}

/** For what is left of the program and whatever it started: it was asked first, alone, so that it could end its own children in order. */
function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (child.pid !== undefined) process.kill(process.platform === 'win32' ? child.pid : -child.pid, signal);
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'ESRCH') throw fault;
  }
}
