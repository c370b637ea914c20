import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { judge } from '../../../core/sync/answer.ts';
import { offsetAfter } from '../../../main/clock.ts';
import { createCentralClient, type CallFailure } from '../../../main/sync/central-client.ts';
import { enrolled, startCentral } from '../../central/running-central.ts';

const clientOf = (baseUrl: string, doFetch: typeof fetch = fetch) =>
  createCentralClient({
    baseUrl,
    token: () => 'a-token',
    fetch: doFetch,
    learnTime: () => undefined,
    nowMs: Date.now,
    timeoutMs: 2000,
  });

async function answering(status: number, headers: http.OutgoingHttpHeaders, body: string): Promise<string> {
  const server = http.createServer((_request, response) => void response.writeHead(status, headers).end(body));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

const GOOD = JSON.stringify({ changes: [], cursor: 'c', hasMore: false, serverTime: '2026-03-02T06:00:00.000Z' });
const codeOf = (failure: CallFailure) => judge(failure).code;

describe('somebody else between the gate and central', () => {
  test.each<[string, number, http.OutgoingHttpHeaders, string]>([
    ['a page to sign in at', 200, { 'content-type': 'text/html' }, '<html>Welcome to our network</html>'],
    ['a redirect to one', 302, { location: 'http://127.0.0.1:9/login' }, ''],
    ['a redirect that keeps the method', 307, { location: 'http://127.0.0.1:9/login' }, ''],
    ['JSON of another service', 200, { 'content-type': 'application/json' }, '{"ok":true}'],
    ['our JSON called a page', 200, { 'content-type': 'text/html' }, GOOD],
    ['half of our JSON', 200, { 'content-type': 'application/json' }, GOOD.slice(0, 30)],
    ['a page that asks for a network login', 511, { 'content-type': 'text/html' }, '<html>Sign in</html>'],
  ])('%s is known as such', async (_name, status, headers, body) => {
    const answer = await clientOf(await answering(status, headers, body)).pullChanges(undefined, 10);
    expect(answer.ok ? 'taken' : codeOf(answer.fault)).toBe('central_not_ours');
  });

  test.each([
    ['SELF_SIGNED_CERT_IN_CHAIN', 'central_not_ours'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'central_not_ours'],
    ['CERT_HAS_EXPIRED', 'central_not_ours'],
    ['ECONNREFUSED', 'central_unreachable'],
    ['ECONNRESET', 'central_unreachable'],
  ])('Node says %s', async (code, says) => {
    const cause = Object.assign(new Error('x'), { code });
    const answer = await clientOf('https://c.example', () =>
      Promise.reject(new TypeError('fetch failed', { cause })),
    ).rotate();
    expect(answer.ok ? 'taken' : codeOf(answer.fault)).toBe(says);
  });

  test.each([
    ['net::ERR_CERT_AUTHORITY_INVALID', 'untrusted'],
    ['net::ERR_CONNECTION_REFUSED', 'refused'],
    ['net::ERR_INTERNET_DISCONNECTED', 'refused'],
    ['net::ERR_CONNECTION_RESET', 'silent'],
    ['Redirect was cancelled', 'status'],
  ])('Chromium says %s', async (message, kind) => {
    const answer = await clientOf('https://c.example', () => Promise.reject(new Error(message))).rotate();
    expect(answer.ok ? 'taken' : answer.fault.kind).toBe(kind);
  });
});

describe('gzip', () => {
  test('large bodies go packed and central reads them', async () => {
    const running = await startCentral();
    const device = await enrolled(running);
    const sent: (string | null)[] = [];
    const client = createCentralClient({
      baseUrl: running.url,
      token: () => device.token,
      fetch: (url, init) => {
        sent.push(new Headers(init?.headers).get('content-encoding'));
        return fetch(url, init);
      },
      learnTime: () => undefined,
      nowMs: Date.now,
    });
    const few = [device.checkIn('w')];
    const many = Array.from({ length: 20 }, (_, index) => device.checkIn(`w${index}`));
    expect((await client.pushEvents(few)).ok).toBe(true);
    const answer = await client.pushEvents(many);
    expect(answer.ok && answer.value.results.map(({ status }) => status)).toEqual(many.map(() => 'accepted'));
    client.prepare?.(many);
    const again = await client.pushEvents(many);
    expect(again.ok && again.value.results.map(({ status }) => status)).toEqual(many.map(() => 'duplicate'));
    expect(sent).toEqual([null, 'gzip', 'gzip']);
  });

  test('is left out once something on the way refused it', async () => {
    const sent: (string | null)[] = [];
    const client = clientOf('https://c.example', (_url, init) => {
      sent.push(new Headers(init?.headers).get('content-encoding'));
      return Promise.resolve(new Response('{}', { status: 415 }));
    });
    const large = [{ type: 'x'.repeat(2000) } as never];
    await client.pushEvents(large);
    await client.pushEvents(large);
    expect(sent).toEqual(['gzip', null]);
  });
});

describe("central's clock", () => {
  test.each<[string, number | null, number, number, number, number | null]>([
    ['the first answer gives it', null, 10_000, 4000, 6000, 5000],
    ['a quick answer puts it right', 4980, 10_000, 4900, 5000, 5050],
    ['a slow one that agrees changes nothing', 5000, 10_000, 3000, 9000, 5000],
    ['a slow one that contradicts does', 60_000, 10_000, 3000, 9000, 4000],
    ['an answer from before its question says nothing', 5000, 10_000, 9000, 3000, 5000],
  ])('%s', (_name, offset, serverMs, sentMs, receivedMs, expected) => {
    expect(offsetAfter(offset, serverMs, sentMs, receivedMs)).toBe(expected);
  });
});
