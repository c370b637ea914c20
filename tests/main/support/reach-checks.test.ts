import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { mildly, reachChecks } from '../../../main/support/reach-checks.ts';
import type { ReachCheck } from '../../../preload/support-views.ts';
import { OWN_CERTIFICATE, OWN_KEY } from './own-certificate.ts';

async function listening(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
}
const answering = (status: number, type: string, body: string): RequestListener => {
  return (_request, response) => response.writeHead(status, { 'content-type': type }).end(body);
};
const central = answering(401, 'application/problem+json', '{"code":"token_missing"}');
const portal = answering(200, 'text/html', '<h1>Sign in to the guest network</h1>');

const look = async (centralUrl: string, clockOffsetMs?: number): Promise<Record<string, string>> => {
  let at = 0;
  const checks = await reachChecks({
    centralUrl,
    fetch,
    monotonicMs: () => (at += 7),
    clockOffsetMs,
    patienceMs: 2000,
  });
  return Object.fromEntries(checks.map(({ step, result, detail }) => [step, detail ? `${result}: ${detail}` : result]));
};

describe('G12: what a gate can not reach', () => {
  test('central answers in its own words, and its clock agrees', async () => {
    const port = await listening(createServer(central));
    expect(await look(`http://127.0.0.1:${port}/`, 1200)).toEqual({
      name: 'skipped',
      line: `good: 127.0.0.1:${port}`,
      certificate: 'skipped',
      answer: 'good',
      clock: 'good: 1 s',
    });
  });

  test('a sign-in page answers in its place', async () => {
    const port = await listening(createServer(portal));
    expect((await look(`http://127.0.0.1:${port}/`))['answer']).toMatch(/^bad: status 200/);
  });

  test('nobody listens', async () => {
    const server = createServer(central);
    const port = await listening(server);
    server.close();
    const found = await look(`http://127.0.0.1:${port}/`);
    expect([found['line'], found['answer']]).toEqual([
      expect.stringMatching(/^bad: .*ECONNREFUSED/),
      expect.stringMatching(/^bad: .*ECONNREFUSED/),
    ]);
  });

  test('the network does not know the name', async () => {
    expect((await look('https://central.invalid/'))['name']).toMatch(/^bad: /);
  });

  test('somebody between shows a certificate of their own: who it is from is told', async () => {
    const port = await listening(createTlsServer({ key: OWN_KEY, cert: OWN_CERTIFICATE }, central));
    expect((await look(`https://127.0.0.1:${port}/`))['certificate']).toMatch(
      /^bad: DEPTH_ZERO_SELF_SIGNED_CERT; issued by Somebody Between/,
    );
  });

  test('the clock is an hour off', async () => {
    const port = await listening(createServer(central));
    expect((await look(`http://127.0.0.1:${port}/`, 3_600_000))['clock']).toBe('bad: 3600 s');
  });
});

test.each<[string, ReachCheck['result'], ReachCheck['result'], ReachCheck['result']]>([
  ['a proxy does it', 'bad', 'good', 'look'],
  ['nothing does it', 'bad', 'bad', 'bad'],
  ['all is well', 'good', 'good', 'good'],
])('where the line alone does not work: %s', (_says, line, answer, expected) => {
  const found = mildly([
    { step: 'line', result: line },
    { step: 'answer', result: answer },
  ]);
  expect(found[0]?.result).toBe(expected);
});
