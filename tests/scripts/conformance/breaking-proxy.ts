/** Stands before a central and changes what it answers, so that one rule of the wire is broken. */
import { once } from 'node:events';
import { createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync, gzipSync } from 'node:zlib';
import { onTestFinished } from 'vitest';

export interface Passing {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}
export interface Reply {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
}
export interface Break {
  /** What reaches central instead; undefined: as it came. */
  readonly asking?: (passing: Passing) => Partial<Passing> | undefined;
  readonly answering?: (reply: Reply, passing: Passing) => Partial<Reply> | undefined;
  /** What the stream says instead. */
  readonly streaming?: (text: string) => string;
}

/** The address of a proxy before `url` that breaks one thing. */
export async function breakingProxy(url: string, broken: Break): Promise<string> {
  const server = createServer((incoming, outgoing) => void pass(new URL(url), broken, incoming, outgoing));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    return new Promise((resolve) => void server.close(() => resolve()));
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function pass(to: URL, broken: Break, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const came: Passing = {
    method: incoming.method ?? 'GET',
    path: incoming.url ?? '/',
    headers: incoming.headers,
    body: await whole(incoming),
  };
  const sent = { ...came, ...broken.asking?.(came) };
  const { 'transfer-encoding': _, 'content-length': __, ...headers } = sent.headers;
  const onward = ask(
    { host: to.hostname, port: to.port, method: sent.method, path: sent.path, headers: sized(headers, sent.body) },
    (answer) => void give(answer),
  );
  onward.on('error', () => outgoing.destroy());
  outgoing.on('close', () => onward.destroy());
  onward.end(sent.body);

  async function give(answer: IncomingMessage): Promise<void> {
    if (came.path.startsWith('/v1/sync/stream') && answer.statusCode === 200) return follow(answer);
    const reply: Reply = { status: answer.statusCode ?? 500, headers: answer.headers, body: await whole(answer) };
    const given = { ...reply, ...broken.answering?.(reply, came) };
    const { 'transfer-encoding': ___, ...kept } = given.headers;
    outgoing.writeHead(given.status, sized(kept, given.body)).end(given.body);
  }
  function follow(answer: IncomingMessage): void {
    const given = broken.answering?.({ status: 200, headers: answer.headers, body: Buffer.of() }, came);
    outgoing.writeHead(given?.status ?? 200, given?.headers ?? answer.headers);
    answer.setEncoding('utf8').on('data', (text: string) => {
      outgoing.write(broken.streaming?.(text) ?? text);
    });
    answer.on('error', () => outgoing.destroy());
  }
}

const sized = (headers: Reply['headers'], body: Buffer) =>
  body.length === 0 && headers['content-length'] === undefined
    ? headers
    : { ...headers, 'content-length': String(body.length) };

async function whole(stream: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Changes a JSON answer, gzipped or not. */
export function withJson<T>(reply: Reply, change: (body: T) => unknown): Partial<Reply> {
  const gzipped = reply.headers['content-encoding'] === 'gzip';
  const text = (gzipped ? gunzipSync(reply.body) : reply.body).toString();
  const body = Buffer.from(JSON.stringify(change(JSON.parse(text) as T)));
  return { body: gzipped ? gzipSync(body) : body };
}

/** What was asked, as JSON; undefined when it is none. */
export function askedJson<T>({ body, headers }: Passing): T | undefined {
  try {
    return JSON.parse((headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body).toString()) as T;
  } catch {
    return undefined;
  }
}
