import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { letterOf, type Letter } from '../../central/letter-box.ts';

/** A real mail server on this machine, and what it was given. */
export async function runLetters(): Promise<{ url: string; letters: Letter[]; stop: () => Promise<void> }> {
  const letters: Letter[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        letters.push(letterOf(Buffer.concat(chunks).toString('utf8')));
        done();
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    letters,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
