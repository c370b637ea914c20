import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { ensurePrograms } from './provision/programs.ts';

/** Two pseudo-terminals joined as by a null-modem cable. Baud rate and control lines have no effect on it. */
export interface SerialCable {
  readonly appEnd: string;
  readonly deviceEnd: string;
  /** Pulls the cable: both ends vanish. */
  readonly cut: () => Promise<void>;
}

/** Lays a cable whose ends are links in `folder`, under the same names at every start. */
export async function laySerialCable(folder: string): Promise<SerialCable> {
  await ensurePrograms('socat');
  const [appEnd, deviceEnd] = ['line-app', 'line-device'].map((name) => path.join(folder, name)) as [string, string];
  for (const end of [appEnd, deviceEnd]) rmSync(end, { force: true });

  const ends = [appEnd, deviceEnd].map((link) => `pty,raw,echo=0,link=${link}`);
  const socat = spawn('socat', ['-d', '-d', ...ends], { stdio: ['ignore', 'ignore', 'pipe'], detached: true });
  const gone = new Promise<void>((resolve) => socat.once('close', () => resolve()));
  const cut = async (): Promise<void> => {
    socat.kill();
    await gone;
  };
  return new Promise((resolve, reject) => {
    let said = '';
    socat.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (said.includes('starting data transfer loop')) resolve({ appEnd, deviceEnd, cut });
    });
    socat.once('error', reject);
    void gone.then(() => reject(new Error(`socat could not lay a serial cable:\n${said}`)));
  });
}
