import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { onTestFinished } from 'vitest';
import { smtpCarrier } from '../../central/mail/carrier.ts';
import { SETTLED } from '../../central/mail/message-mails.ts';
import { startPostman, type Postman } from '../../central/mail/postman.ts';
import type { RunningCentral } from './running-central.ts';

/** A real mail server on this machine; what it answers to an address is the test's. */
export async function mailServer(answer: (to: string) => number = () => 250) {
  const letters: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo({ address }, _session, done) {
      const code = answer(address);
      if (code < 300) return done();
      done(Object.assign(new Error('no'), { responseCode: code }));
    },
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        letters.push(Buffer.concat(chunks).toString('utf8'));
        done();
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()));
  onTestFinished(close);
  const { port } = server.server.address() as AddressInfo;
  return { url: `smtp://127.0.0.1:${port}`, letters, close };
}

export function postmanOf({ central }: RunningCentral, url: string): Postman {
  const postman = startPostman({
    store: central.store,
    carrier: smtpCarrier(url, 'gate@riverside.example'),
    now: central.now,
    settled: SETTLED,
    onTrouble(error) {
      throw error;
    },
  });
  onTestFinished(postman.stop);
  return postman;
}
