import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/**
 * A serial cable: two pseudo terminals, joined by socat, under names that stay the same when it is pulled and plugged in
 * again. A pseudo terminal has no speed, no modem lines and is never listed; all else is as on a USB serial line.
 */
export interface SerialCable {
  /** The port that the program under test opens. */
  readonly near: string;
  /** The port that the device, or its simulator, opens. */
  readonly far: string;
  /** Both ends lose their port. */
  pull(): Promise<void>;
  /** The same before the event loop turns again: whatever was about to be read is read from a line that is gone. */
  snap(): void;
  plug(): Promise<void>;
  /** The line stays, but nothing passes and writes get stuck. */
  freeze(): void;
  thaw(): void;
  /** Pulls the cable for good. */
  [Symbol.asyncDispose](): Promise<void>;
}

export async function serialCable(): Promise<SerialCable> {
  const folder = mkdtempSync(path.join(tmpdir(), 'gatehouse-cable-'));
  const near = path.join(folder, 'near');
  const far = path.join(folder, 'far');
  let socat = await join(near, far);

  const pull = async (): Promise<void> => {
    if (socat.exitCode !== null || socat.signalCode !== null) return;
    const gone = once(socat, 'exit');
    socat.kill('SIGKILL');
    await gone;
    rmSync(near, { force: true });
    rmSync(far, { force: true });
  };
  return {
    near,
    far,
    pull,
    snap() {
      const pty = realpathSync(near);
      socat.kill('SIGKILL');
      while (existsSync(pty)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
    },
    async plug() {
      socat = await join(near, far);
    },
    freeze: () => void socat.kill('SIGSTOP'),
    thaw: () => void socat.kill('SIGCONT'),
    async [Symbol.asyncDispose]() {
      await pull();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Resolves once bytes pass. */
async function join(near: string, far: string): Promise<ChildProcess> {
  const ends = [near, far].map((link) => `pty,raw,echo=0,link=${link}`);
  const socat = spawn('socat', ['-d', '-d', ...ends], { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  await new Promise<void>((resolve, reject) => {
    socat.once('error', () => reject(new Error('socat is needed for serial tests: apt-get install socat')));
    socat.once('exit', () => reject(new Error(`socat ended: ${said}`)));
    socat.stderr.on('data', (words: Buffer) => {
      said += words.toString();
      if (said.includes('starting data transfer loop')) resolve();
    });
  });
  return socat;
}
