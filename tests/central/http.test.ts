import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { MAX_BODY_BYTES } from '../../central/http/server.ts';
import { problemSchema } from '../../core/sync/wire.ts';
import { raw } from './listening.ts';
import { call, enrolled, sha256, startCentral, START_MS, type RunningCentral } from './running-central.ts';

describe('problems', () => {
  const gzip = { 'content-type': 'application/json', 'content-encoding': 'gzip' };
  const json = { 'content-type': 'application/json' };
  const events = (body: BodyInit, headers: Record<string, string>) => ({
    path: '/v1/sync/events',
    method: 'POST',
    body,
    headers,
  });
  const cases: readonly [
    string,
    number,
    string,
    { path: string; method?: string; body?: BodyInit; headers?: Record<string, string> },
  ][] = [
    ['an unknown address', 404, 'not_found', { path: '/v2/anything' }],
    ['a known address with another method', 404, 'not_found', { path: '/v1/sync/events' }],
    ['a limit of 0', 400, 'malformed', { path: '/v1/sync/changes?limit=0' }],
    ['a limit of 5001', 400, 'malformed', { path: '/v1/sync/changes?limit=5001' }],
    ['a body that is not JSON', 400, 'malformed', events('{', json)],
    ['no events', 400, 'malformed', events('{"events":[]}', json)],
    ['501 events', 400, 'malformed', events(JSON.stringify({ events: Array(501).fill(1) }), json)],
    ['another content type', 415, 'media_type', events('<a/>', { 'content-type': 'text/xml' })],
    ['another encoding', 415, 'media_type', events('x', { ...json, 'content-encoding': 'compress' })],
    ['bytes that are not gzip', 400, 'malformed', events('not gzip', gzip)],
    ['a body that is too large', 413, 'too_large', events(`"${'a'.repeat(MAX_BODY_BYTES)}"`, json)],
    [
      'a small body that inflates to too much',
      413,
      'too_large',
      events(gzipSync(Buffer.alloc(MAX_BODY_BYTES + 1, 32)), gzip),
    ],
  ];

  test.each(cases)('%s is answered %i %s', async (_what, status, code, { path, ...init }) => {
    const running = await startCentral();
    const { token } = await enrolled(running);
    const answer = await call(running, path, { ...init, token });
    expect(answer).toMatchObject({ status, body: { status, code, serverTime: new Date(START_MS).toISOString() } });
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    problemSchema.parse(answer.body);
  });

  test('a bug is answered 500 internal, without its message', async () => {
    const running = await startCentral();
    const { token } = await enrolled(running);
    await running.central.store.close();
    const answer = await call(running, '/v1/sync/changes', { token });
    expect(answer).toMatchObject({ status: 500, body: { code: 'internal' } });
    expect(JSON.stringify(answer.body)).not.toMatch(/database/i);
    running.central.store.close = async () => undefined;
  });
});

describe('answers', () => {
  test('large ones are gzipped for whoever accepts it', async () => {
    const running = await startCentral();
    const { token } = await enrolled(running);
    const headers = { authorization: `Bearer ${token}`, 'accept-encoding': 'gzip' };
    expect((await raw(running, '/v1/sync/changes', headers)).headers['content-encoding']).toBe('gzip');
    expect(
      (await raw(running, '/v1/sync/changes', { ...headers, 'accept-encoding': 'identity' })).headers[
        'content-encoding'
      ],
    ).toBeUndefined();
  });

  test('health says the time', async () => {
    expect((await call(await startCentral(), '/health')).body).toEqual({
      status: 'ok',
      serverTime: new Date(START_MS).toISOString(),
    });
  });
});

describe('the OpenAPI document', () => {
  test('is 3.1 and names every call of the protocol with its answers', async () => {
    const { body } = await call<OpenApi>(await startCentral(), '/openapi.json');
    expect(body.openapi).toBe('3.1.0');
    const calls = Object.entries(body.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    );
    expect(calls.filter((one) => !one.includes('/admin/')).sort()).toEqual([
      'get /v1/blobs/{sha256}',
      'get /v1/sync/changes',
      'get /v1/sync/stream',
      'post /v1/badges',
      'post /v1/devices/enrol',
      'post /v1/devices/rotate',
      'post /v1/sync/events',
      'put /v1/blobs/{sha256}',
      'put /v1/devices/peer-key',
    ]);
    for (const operation of Object.values(body.paths).flatMap((methods) => Object.values(methods))) {
      expect(operation.summary).toMatch(/\w/);
      expect(Object.keys(operation.responses).length).toBeGreaterThan(0);
    }
  });

  test('describes an event in full, though events are checked one by one', async () => {
    const { body } = await call<OpenApi>(await startCentral(), '/openapi.json');
    const schema = body.paths['/v1/sync/events']?.['post']?.requestBody?.content['application/json']?.schema;
    expect(schema).toMatchObject({
      properties: { events: { maxItems: 500, items: { required: expect.arrayContaining(['prevHash', 'seq']) } } },
    });
  });

  interface OpenApi {
    openapi: string;
    paths: Record<
      string,
      Record<
        string,
        { summary: string; responses: object; requestBody?: { content: Record<string, { schema: unknown }> } }
      >
    >;
  }
});

describe('blobs', () => {
  const photo = Buffer.from(Array.from({ length: 5000 }, (_, at) => at % 251));
  const name = sha256(photo);
  const headers = (token: string, more: Record<string, string> = {}) => ({ authorization: `Bearer ${token}`, ...more });
  const put = (running: RunningCentral, token: string, body: BodyInit, as = name) =>
    call(running, `/v1/blobs/${as}`, { method: 'PUT', token, body, headers: { 'content-type': 'image/jpeg' } });
  const fetched = async (running: RunningCentral, token: string, range?: string) => {
    const answer = await fetch(`${running.url}/v1/blobs/${name}`, { headers: headers(token, range ? { range } : {}) });
    return {
      status: answer.status,
      range: answer.headers.get('content-range'),
      bytes: Buffer.from(await answer.arrayBuffer()),
    };
  };

  test('come back as they were, whole and by range', async () => {
    const running = await startCentral();
    const { token } = await enrolled(running);
    expect((await put(running, token, photo)).status).toBe(201);
    expect((await put(running, token, photo)).status).toBe(201);
    expect(await fetched(running, token)).toEqual({ status: 200, range: null, bytes: photo });
    expect(await fetched(running, token, 'bytes=10-19')).toEqual({
      status: 206,
      range: 'bytes 10-19/5000',
      bytes: photo.subarray(10, 20),
    });
    expect(await fetched(running, token, 'bytes=4990-')).toMatchObject({ status: 206, bytes: photo.subarray(4990) });
    expect(await fetched(running, token, 'bytes=-5')).toMatchObject({ status: 206, bytes: photo.subarray(4995) });
    expect(await fetched(running, token, 'bytes=5000-')).toMatchObject({ status: 416, range: 'bytes */5000' });
  });

  test('with other content than the name says are not kept', async () => {
    const running = await startCentral();
    const { token } = await enrolled(running);
    expect(await put(running, token, 'something else')).toMatchObject({ status: 422, body: { code: 'hash_mismatch' } });
    expect((await fetched(running, token)).status).toBe(404);
  });

  test('of more than 25 MiB are not kept', async () => {
    const running = await startCentral();
    const { token } = await enrolled(running);
    const large = Buffer.alloc(25 * 1024 * 1024 + 1);
    const unsized = new ReadableStream({
      start(controller) {
        controller.enqueue(large);
        controller.close();
      },
    });
    const init = { method: 'PUT', body: unsized, duplex: 'half', headers: headers(token) } as RequestInit;
    const answer = await fetch(`${running.url}/v1/blobs/${sha256(large)}`, init);
    expect(answer.status).toBe(413);
  });

  test('are for devices', async () => {
    const running = await startCentral();
    expect(await put(running, 'nobody', photo)).toMatchObject({ status: 401 });
  });
});
