import net from 'node:net';
import { rmSync } from 'node:fs';
import path from 'node:path';

/** Where a running demo can be told what to simulate: a socket in its folder, on Windows a named pipe of that name. */
export function socketOf(home: string): string {
  if (process.platform === 'win32') return `\\\\.\\pipe\\gatehouse-${home.replaceAll(/\W+/g, '-')}`;
  return path.join(home, 'simulate.sock');
}

/** Answers one line by one text. Resolves once it listens, with what ends it. */
export function listenForOrders(home: string, run: (line: string) => Promise<string>): Promise<() => Promise<void>> {
  const file = socketOf(home);
  // Left behind by a demo that was killed; the demo's own lock keeps a second one away.
  if (process.platform !== 'win32') rmSync(file, { force: true });
  const server = net.createServer((socket) => {
    let said = '';
    socket.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const end = said.indexOf('\n');
      if (end < 0 && said.length < 1000) return;
      void run(said.slice(0, end)).then((answer) => socket.end(`${answer}\n`));
    });
    socket.on('error', () => undefined);
  });
  const close = (): Promise<void> => new Promise((resolve) => void server.close(() => resolve()));
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(file, () => resolve(close));
  });
}

/** Sends one line to the demo in `home`. Rejects when none runs there. */
export function sendOrder(home: string, line: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = net.connect(socketOf(home), () => socket.write(`${line}\n`));
    socket.setEncoding('utf8').on('data', (text: string) => (answer += text));
    socket.once('error', reject);
    socket.once('end', () => resolve(answer.trimEnd()));
  });
}
