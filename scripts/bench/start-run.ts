import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ProbedApp } from './start-apps.ts';

export interface Start {
  /** From spawn until a page had painted what is waited for, by its file name. */
  readonly paintedMs: ReadonlyMap<string, number>;
  /** Proportional set size of the program and everything it started, in bytes, once it has settled. */
  readonly memoryBytes: number;
}

/** Until caches have filled and the first pictures were decoded. */
const SETTLE_MS = 5000;
const GIVE_UP_MS = 60_000;
const END_MS = 10_000;

/** Starts the program once, watches it, and ends it. */
export async function startOnce(executable: string, flags: readonly string[], app: ProbedApp): Promise<Start> {
  app.prepare();
  const startedAtMs = Date.now();
  const child = spawn(executable, [app.folder, ...flags], {
    env: { ...process.env, ...app.env },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const gone = once(child, 'exit');
  try {
    const paintedMs = new Map<string, number>();
    const painted = new Promise<void>((resolve) => {
      createInterface({ input: child.stdout }).on('line', (line) => {
        const [, page, atMs] = /^painted (\S+) (\d+)$/.exec(line) ?? [];
        if (page !== undefined) paintedMs.set(page, Number(atMs) - startedAtMs);
        if (app.pages.every((wanted) => paintedMs.has(wanted))) resolve();
      });
    });
    const late = sleep(GIVE_UP_MS, 'late', { ref: false });
    if ((await Promise.race([painted, gone, late])) !== undefined) {
      throw new Error(`${app.name} did not show ${app.pages.filter((page) => !paintedMs.has(page)).join(', ')}`);
    }
    await sleep(SETTLE_MS);
    return { paintedMs, memoryBytes: memoryOf(child.pid ?? 0) };
  } finally {
    child.kill();
    const ended = await Promise.race([gone.then(() => true), sleep(END_MS, false, { ref: false })]);
    if (!ended) child.kill('SIGKILL');
  }
}

/** Pages that processes share are counted once, split between them: Linux keeps that sum (proc(5), smaps_rollup). */
function memoryOf(root: number): number {
  return family(root).reduce((sum, pid) => sum + proportionalBytes(pid), 0);
}

function family(root: number): number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    if (/^\d+$/.test(name)) parents.set(Number(name), parentOf(Number(name)));
  }
  const members = [root];
  for (const member of members) {
    for (const [pid, parent] of parents) if (parent === member) members.push(pid);
  }
  return members;
}

/** What ended between the listing and the look is passed over. */
const read = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
};

/** The fields follow the name, which stands in brackets and may hold anything. */
const parentOf = (pid: number): number => Number(read(`/proc/${pid}/stat`).split(') ').at(-1)?.split(' ')[1]);

const proportionalBytes = (pid: number): number =>
  Number(/^Pss:\s+(\d+) kB$/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0) * 1024;
