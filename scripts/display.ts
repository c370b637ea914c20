import { spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { Advice } from './console.ts';
import { ensurePrograms } from './provision/programs.ts';

const SCREEN = '1920x1080x24';

export interface Display {
  /** For the environment of what draws on it: empty where the process's own display serves. */
  readonly env: Readonly<Record<string, string>>;
  /** True when nobody can see it. */
  readonly virtual: boolean;
  readonly stop: () => Promise<void>;
}

/** The display that is there, or one without a screen (Xvfb) until `stop`. */
export async function openDisplay(): Promise<Display> {
  const hasScreen = process.platform !== 'linux' || process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'];
  if (hasScreen) return { env: {}, virtual: false, stop: () => Promise.resolve() };
  await ensurePrograms('Xvfb');
  return startVirtualDisplay();
}

/** Xvfb picks a free number itself and tells it over a pipe: no guessing, no race with another run. */
function startVirtualDisplay(): Promise<Display> {
  const args = ['-displayfd', '3', '-screen', '0', SCREEN, '-nolisten', 'tcp'];
  const xvfb = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'], detached: true });
  const gone = new Promise<void>((resolve) => xvfb.once('close', () => resolve()));
  const stop = async (): Promise<void> => {
    xvfb.kill();
    await gone;
  };
  return new Promise((resolve, reject) => {
    let number = '';
    (xvfb.stdio[3] as Readable).setEncoding('utf8').on('data', (text: string) => {
      number += text;
      if (number.endsWith('\n')) resolve({ env: { DISPLAY: `:${number.trim()}` }, virtual: true, stop });
    });
    void gone.then(() =>
      reject(new Advice('Xvfb ended before it had opened a display. Run "Xvfb :99" to see what it says.')),
    );
  });
}
