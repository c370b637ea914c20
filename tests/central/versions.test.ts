import { expect, test } from 'vitest';
import { judge } from '../../core/sync/answer.ts';
import { PROTOCOL_HEADER, PROTOCOL_VERSION } from '../../core/sync/wire.ts';
import { createBlobSink } from '../../main/blobs/blob-sink.ts';
import { createBlobSource } from '../../main/blobs/blob-source.ts';
import { createCentralClient } from '../../main/sync/central-client.ts';
import { listenToStream } from '../../main/sync/stream.ts';
import { ADMIN_TOKEN, startCentral, type RunningCentral } from './running-central.ts';

const ask = ({ url }: RunningCentral, path: string, headers: Record<string, string>) =>
  fetch(url + path, { headers: { authorization: `Bearer ${ADMIN_TOKEN}`, ...headers } });

test.each([
  ['a gate that speaks an older version', '/v1/sync/changes', { 'gatehouse-protocol': '1' }, 426],
  ['a gate that does not say: it speaks the first', '/v1/sync/changes', {}, 426],
  ['a gate that speaks the lowest that is taken', '/v1/sync/changes', { 'gatehouse-protocol': '2' }, 401],
  ['a gate that speaks a newer one', '/v1/sync/changes', { 'gatehouse-protocol': '3' }, 401],
  ['an administrator', '/v1/admin/gates', {}, 404],
  ['a probe', '/health/live', {}, 200],
])('a central that takes no version before 2 answers %s', async (_who, path, headers, status) => {
  const answer = await ask(await startCentral({ demo: false, lowestProtocol: 2 }), path, headers);
  expect(answer.status).toBe(status);
});

test('a gate that is too old keeps its acts and says what is to be done', async () => {
  const { url } = await startCentral({ demo: false, lowestProtocol: 2 });
  const client = createCentralClient({
    baseUrl: url,
    token: () => 'any',
    fetch,
    learnTime: () => undefined,
    nowMs: Date.now,
  });
  const answer = await client.pullChanges(undefined, 10);
  if (answer.ok) throw new Error('it was answered');
  expect(answer.fault).toMatchObject({ status: 426, ours: true, code: 'version_too_old' });
  expect(judge(answer.fault)).toMatchObject({ blame: 'central', line: 'reached', code: 'version_too_old' });
});

test('a gate says its version with every request: calls, stream, files down and up', async () => {
  const said: (string | null)[] = [];
  const doFetch: typeof fetch = async (_, init) => {
    said.push(new Headers(init?.headers).get(PROTOCOL_HEADER));
    throw new Error('no line');
  };
  const parts = { token: () => 'any', fetch: doFetch, setTimer: () => () => undefined };
  const baseUrl = 'http://central.example/';
  const client = createCentralClient({ ...parts, baseUrl, learnTime: () => undefined, nowMs: Date.now });
  await client.pullChanges(undefined, 10);
  await createBlobSource({ ...parts, baseUrl })('aa', 0);
  await createBlobSink({ ...parts, baseUrl }).has('aa');
  const ignored = { onChanged: () => undefined, onLine: () => undefined };
  listenToStream({ ...parts, ...ignored, url: `${baseUrl}v1/sync/stream`, random: () => 0 }).stop();
  expect(said).toEqual(Array<string>(4).fill(String(PROTOCOL_VERSION)));
});
