import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { enrolled, sha256, startCentral } from './running-central.ts';

const FILE = randomBytes(100_000);
const NAME = sha256(FILE);

async function scene() {
  const central = await startCentral();
  const { token } = await enrolled(central);
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/octet-stream' };
  const url = `${central.url}/v1/blobs/${NAME}`;
  const slice = async (range: string, body: Uint8Array, at = url) => {
    const answer = await fetch(at, {
      method: 'PUT',
      headers: { ...headers, 'content-range': range },
      body: body as Uint8Array<ArrayBuffer>,
    });
    return [answer.status, answer.headers.get('upload-offset')];
  };
  const head = async () => {
    const answer = await fetch(url, { method: 'HEAD', headers });
    return [answer.status, answer.headers.get('upload-offset')];
  };
  return { central, token, headers, url, slice, head };
}

test('E2: a file comes up in slices, and is there once it is whole', async () => {
  const { slice, head, url, headers } = await scene();
  expect(await head()).toEqual([404, '0']);
  expect(await slice('bytes 0-59999/100000', FILE.subarray(0, 60_000))).toEqual([202, '60000']);
  expect(await head()).toEqual([404, '60000']);
  expect(await slice('bytes 60000-99999/100000', FILE.subarray(60_000))).toEqual([201, null]);
  expect((await head())[0]).toBe(200);
  expect(Buffer.from(await (await fetch(url, { headers })).arrayBuffer())).toEqual(FILE);
});

test('E2: what arrived of a slice that was cut off is kept', async () => {
  const { central, token, head, slice } = await scene();
  const { hostname, port } = new URL(central.url);
  const socket = connect(Number(port), hostname);
  socket.write(
    `PUT /v1/blobs/${NAME} HTTP/1.1\r\nHost: central\r\nAuthorization: Bearer ${token}\r\n` +
      'Content-Type: application/octet-stream\r\nContent-Range: bytes 0-99999/100000\r\nContent-Length: 100000\r\n\r\n',
  );
  socket.write(FILE.subarray(0, 30_000));
  await expect.poll(head).toEqual([404, '30000']);
  socket.destroy();
  await expect.poll(() => slice('bytes 30000-99999/100000', FILE.subarray(30_000))).toEqual([201, null]);
});

test('a slice that begins before the end is taken from there on', async () => {
  const { slice, head } = await scene();
  await slice('bytes 0-59999/100000', randomBytes(60_000));
  expect(await slice('bytes 0-99998/100000', FILE.subarray(0, 99_999))).toEqual([202, '99999']);
  expect(await slice('bytes 99998-99999/100000', FILE.subarray(99_998))).toEqual([201, null]);
  expect((await head())[0]).toBe(200);
});

test.each([
  ['that begins elsewhere', 'bytes 10-99999/100000', 409],
  ['of a file that is too large', 'bytes 0-99999/99999999', 413],
  ['whose range says nothing', 'bytes */100000', 400],
  ['that ends before it begins', 'bytes 9-1/100000', 400],
])('a slice %s is not taken', async (_case, range, status) => {
  const { slice, head } = await scene();
  expect((await slice(range, FILE))[0]).toBe(status);
  expect(await head()).toEqual([404, '0']);
});

test('a file whose bytes have another hash is forgotten', async () => {
  const { slice, head } = await scene();
  expect((await slice('bytes 0-99999/100000', randomBytes(100_000)))[0]).toBe(422);
  expect(await head()).toEqual([404, '0']);
});
