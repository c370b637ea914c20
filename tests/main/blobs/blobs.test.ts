import { randomBytes } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createBlobFolder } from '../../../main/blobs/blob-folder.ts';
import { createBlobSource } from '../../../main/blobs/blob-source.ts';
import { createBlobs } from '../../../main/blobs/blobs.ts';
import { createBlobSink } from '../../../main/blobs/blob-sink.ts';
import { createGoingUp } from '../../../main/blobs/going-up.ts';
import { setTimer } from '../../../main/timers.ts';
import { enrolled, startCentral } from '../../central/running-central.ts';
import { newHome, sha256 } from '../fixtures.ts';

interface Asked {
  readonly url: string;
  readonly range: string | undefined;
}
type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** A central that answers as a test says; each request is kept. */
async function centralThat(answer: Answer): Promise<{ baseUrl: string; asked: Asked[]; stop: () => Promise<void> }> {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    asked.push({ url: request.url ?? '', range: request.headers.range });
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const stop = (): Promise<void> => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(() => resolve()));
  };
  onTestFinished(() => (server.listening ? stop() : undefined));
  return { baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked, stop };
}

const BYTES = { 'content-type': 'application/octet-stream' };
const whole =
  (bytes: Buffer): Answer =>
  (_request, response) =>
    void response.writeHead(200, BYTES).end(bytes);

function blobsAt(baseUrl: string, { home = newHome(), maxBytes = 1e9, nowMs = Date.now, token = 'token' } = {}) {
  const folder = createBlobFolder({ folder: path.join(home, 'blobs'), maxBytes, nowMs });
  const source = createBlobSource({ baseUrl, token: () => token, fetch, setTimer });
  const goingUp = createGoingUp({
    folder: path.join(home, 'up'),
    sink: createBlobSink({ baseUrl, token: () => token, fetch, setTimer }),
    setTimer,
    changed: () => undefined,
  });
  return { folder, home, blobs: createBlobs({ folder, goingUp, source, sha256, backgroundBytes: 1e9 }) };
}
const fileIn = (home: string, hash: string): string => path.join(home, 'blobs', hash.slice(0, 2), hash);
const PHOTO = randomBytes(200_000);
const NAME = sha256(PHOTO);

describe('a file by its hash', () => {
  test('comes from the real central once, then from this disk, with central gone (G3)', async () => {
    const central = await startCentral();
    const device = await enrolled(central);
    const put = await fetch(`${central.url}/v1/blobs/${NAME}`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${device.token}`, 'content-type': 'application/octet-stream' },
      body: PHOTO,
    });
    expect(put.status).toBe(201);
    const { blobs, home } = blobsAt(central.url, { token: device.token });
    expect(await blobs.get(NAME)).toEqual({ ok: true, value: PHOTO });
    await central.stop();
    expect(await blobs.get(NAME)).toEqual({ ok: true, value: PHOTO });
    expect(statSync(fileIn(home, NAME)).size).toBe(PHOTO.length);
  });

  test('that several ask for at once comes once', async () => {
    const { baseUrl, asked } = await centralThat(whole(PHOTO));
    const { blobs } = blobsAt(baseUrl);
    await Promise.all([blobs.get(NAME), blobs.get(NAME), blobs.get(NAME)]);
    expect(asked).toHaveLength(1);
  });

  test('whose bytes are not what its name says is never kept', async () => {
    const { baseUrl } = await centralThat(whole(Buffer.from('something else')));
    const { blobs, home } = blobsAt(baseUrl);
    expect(await blobs.get(NAME)).toEqual({ ok: false, fault: 'damaged' });
    expect(readdirSync(path.dirname(fileIn(home, NAME)))).toEqual([]);
  });

  test('that rotted on this disk is got anew', async () => {
    const { baseUrl, asked } = await centralThat(whole(PHOTO));
    const { blobs, home } = blobsAt(baseUrl);
    await blobs.get(NAME);
    writeFileSync(fileIn(home, NAME), 'rotten');
    expect(await blobs.get(NAME)).toEqual({ ok: true, value: PHOTO });
    expect(asked).toHaveLength(2);
  });

  const PROBLEM = { 'content-type': 'application/problem+json' };
  test.each<[string, Answer, string]>([
    ['does not have it', (_ask, reply) => void reply.writeHead(404, PROBLEM).end('{}'), 'not_there'],
    ['is out of order', (_ask, reply) => void reply.writeHead(503).end(), 'offline'],
    [
      'is a hotel with a page of its own',
      (_ask, reply) => void reply.writeHead(200, { 'content-type': 'text/html' }).end('<p>'),
      'offline',
    ],
    [
      'sends more than a file may have',
      (_ask, reply) => void reply.writeHead(200, BYTES).end(Buffer.alloc(26 * 1024 * 1024)),
      'damaged',
    ],
  ])('is not there when central %s', async (_what, answer, fault) => {
    const { baseUrl } = await centralThat(answer);
    expect(await blobsAt(baseUrl).blobs.get(NAME)).toEqual({ ok: false, fault });
  });
});

describe('a download that broke off', () => {
  /** Sends the first bytes and hangs up; afterwards, what is asked for. */
  const breakingOnce = (firstBytes: number): Answer => {
    let broken = false;
    return (request, response) => {
      if (!broken) {
        broken = true;
        response.writeHead(200, { ...BYTES, 'content-length': PHOTO.length });
        response.write(PHOTO.subarray(0, firstBytes), () => setTimeout(() => response.destroy(), 50));
        return;
      }
      const from = Number(/bytes=(\d+)-/.exec(request.headers.range ?? '')?.[1] ?? 0);
      const range = { 'content-range': `bytes ${from}-${PHOTO.length - 1}/${PHOTO.length}` };
      response.writeHead(from === 0 ? 200 : 206, { ...BYTES, ...range });
      response.end(PHOTO.subarray(from));
    };
  };

  test('goes on where it stopped, after a restart too', async () => {
    const { baseUrl, asked } = await centralThat(breakingOnce(120_000));
    const { blobs, home } = blobsAt(baseUrl);
    expect(await blobs.get(NAME)).toEqual({ ok: false, fault: 'offline' });
    const had = statSync(`${fileIn(home, NAME)}.part`).size;
    expect(await blobsAt(baseUrl, { home }).blobs.get(NAME)).toEqual({ ok: true, value: PHOTO });
    expect(asked.at(-1)?.range).toBe(`bytes=${had}-`);
    expect(existsSync(`${fileIn(home, NAME)}.part`)).toBe(false);
  });

  test('begins anew when what had come was damaged', async () => {
    const { baseUrl, asked } = await centralThat(breakingOnce(0));
    const { blobs, home } = blobsAt(baseUrl);
    await blobs.get(NAME);
    mkdirSync(path.dirname(fileIn(home, NAME)), { recursive: true });
    appendFileSync(`${fileIn(home, NAME)}.part`, 'not its bytes');
    expect(await blobs.get(NAME)).toEqual({ ok: true, value: PHOTO });
    expect(asked.map(({ range }) => range)).toEqual([undefined, 'bytes=13-', undefined]);
  });
});

describe('room on the disk', () => {
  const files = [1, 2, 3, 4].map((value) => Buffer.alloc(1000, value));
  const [first, second, third, fourth] = files.map(sha256) as [string, string, string, string];
  const any: Answer = (request, response) => {
    const bytes = files.find((file) => request.url?.endsWith(sha256(file)));
    response.writeHead(200, BYTES).end(bytes);
  };

  test('is bounded: what was used least lately goes first, after a restart too', async () => {
    const { baseUrl } = await centralThat(any);
    let nowMs = 1_000_000;
    const parts = { maxBytes: 3000, nowMs: () => (nowMs += 60_000), home: newHome() };
    const before = blobsAt(baseUrl, parts);
    for (const name of [first, second, third, second, third, first]) await before.blobs.get(name);
    expect(await before.folder.totalBytes()).toBe(3000);
    const { blobs, folder } = blobsAt(baseUrl, parts);
    await blobs.get(fourth);
    expect(await Promise.all([first, second, third, fourth].map(folder.has))).toEqual([true, false, true, true]);
  });

  test('what is wanted in the background is got in that order, until the line is gone', async () => {
    const { baseUrl, asked, stop } = await centralThat(any);
    const { blobs, folder } = blobsAt(baseUrl);
    blobs.want([third, first]);
    await expect.poll(() => folder.has(first)).toBe(true);
    expect(asked.map(({ url }) => url)).toEqual([`/v1/blobs/${third}`, `/v1/blobs/${first}`]);
    await stop();
    blobs.want([second]);
    expect(await blobs.get(second)).toEqual({ ok: false, fault: 'offline' });
  });
});
