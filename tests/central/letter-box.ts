import { mailServer, postmanOf } from './mail-server.ts';
import type { RunningCentral } from './running-central.ts';

export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** What central mailed since the last look, in the order of the addresses and subjects. */
export async function letterBox(running: RunningCentral): Promise<() => Promise<Letter[]>> {
  const { url, letters } = await mailServer();
  const postman = postmanOf(running, url);
  return async () => {
    await postman.round();
    return letters
      .splice(0)
      .map(letterOf)
      .toSorted((a, b) => a.subject.localeCompare(b.subject));
  };
}

/** Plain text as nodemailer writes it (RFC 2045 quoted-printable and base64, RFC 2047 subjects). */
export function letterOf(raw: string): Letter {
  const [head = '', ...rest] = raw.split('\r\n\r\n');
  const unfolded = head.replaceAll(/\r\n[ \t]+/g, ' ');
  const field = (name: string): string => new RegExp(`^${name}: (.*)$`, 'im').exec(unfolded)?.[1] ?? '';
  const body = rest.join('\r\n\r\n');
  const encoding = field('Content-Transfer-Encoding').toLowerCase();
  const text =
    encoding === 'base64'
      ? Buffer.from(body, 'base64').toString('utf8')
      : encoding === 'quoted-printable'
        ? unquoted(body.replaceAll(/=\r\n/g, ''))
        : body;
  const subject = field('Subject')
    .replaceAll(/=\?utf-8\?q\?(.*?)\?=\s*/gi, (_all, word: string) => unquoted(word.replaceAll('_', ' ')))
    .replaceAll(/=\?utf-8\?b\?(.*?)\?=\s*/gi, (_all, word: string) => Buffer.from(word, 'base64').toString('utf8'));
  return { to: field('To'), subject, text: text.replaceAll('\r\n', '\n') };
}

const unquoted = (text: string): string =>
  Buffer.from(
    text.replaceAll(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8');
