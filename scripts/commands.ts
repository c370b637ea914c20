import { spawn, spawnSync, type SpawnOptions } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import path from 'node:path';

export class CommandFailed extends Error {
  override readonly name = 'CommandFailed';
  readonly exitCode: number | null;
  constructor(command: string, exitCode: number | null, output: string) {
    super(`${command} ended with ${exitCode ?? 'a signal'}${output && `:\n${output.trimEnd()}`}`);
    this.exitCode = exitCode;
  }
}

/** Runs a command to its end and returns what it printed on stdout. Rejects with CommandFailed and its last lines on stderr. */
export function run(command: string, args: readonly string[], options: SpawnOptions = {}): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let stdout = '';
    let stderr = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (stderr = (stderr + text).slice(-4000)));
    child.on('error', reject);
    child.on('close', (exitCode) =>
      exitCode === 0 ? resolve(stdout) : reject(new CommandFailed(`${command} ${args[0] ?? ''}`, exitCode, stderr)),
    );
  });
}

/** Runs a command that talks to the terminal itself; resolves with its exit code (1 when a signal ended it). */
export function runVisibly(command: string, args: readonly string[], options: SpawnOptions = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', ...options });
    child.on('error', reject);
    child.on('close', (exitCode) => resolve(exitCode ?? 1));
  });
}

export function succeeds(command: string, args: readonly string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}

/** True when PATH holds an executable of that name. */
export function isOnPath(name: string): boolean {
  return (process.env['PATH'] ?? '').split(path.delimiter).some((folder) => {
    try {
      accessSync(path.join(folder, name), constants.X_OK);
      return folder !== '';
    } catch {
      return false;
    }
  });
}

export const isRoot = (): boolean => process.getuid?.() === 0;
