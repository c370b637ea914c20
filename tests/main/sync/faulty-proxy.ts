import http from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** What the way to central does to one request, as real networks, proxies and servers do it (research/reliability 1.2). */
export const FAULTS = [
  'latency',
  'cut before delivery',
  'reset after commit',
  'black hole',
  'slicing',
  '500',
  '502',
  '503',
  '503 with a pause',
  '429',
  '413',
  '409',
  'page of a portal',
  'redirect',
  'truncated JSON',
  'other JSON',
  'wrong Date',
  'delivered twice',
] as const;
export type Fault = (typeof FAULTS)[number];

export interface FaultyProxy {
  readonly url: string;
  /** How often each fault was played. */
  readonly played: ReadonlyMap<Fault, number>;
  readonly requests: () => number;
  /** From now on every request goes through untouched. */
  readonly heal: () => void;
  readonly stop: () => Promise<void>;
}

export interface FaultyProxyParts {
  readonly target: string;
  /** In [0, 1). */
  readonly random: () => number;
  /** Share of the requests that meet a fault. */
  readonly share: number;
  /** Every so often an open stream is cut. */
  readonly cutStreamsEveryMs: number;
}

interface Answer {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: Buffer;
}

/** An HTTP proxy before central that breaks what passes through it, in ways that one can count. */
export async function startFaultyProxy(parts: FaultyProxyParts): Promise<FaultyProxy> {
  const played = new Map<Fault, number>();
  const streams = new Set<http.ServerResponse>();
  const sockets = new Set<Socket>();
  let requests = 0;
  let healthy = false;
  let stopped = false;

  const server = http.createServer((request, response) => {
    if (request.url?.endsWith('/stream')) return passStream(parts.target, request, response, streams);
    const pass = async (): Promise<void> => {
      const body = await readAll(request);
      requests += 1;
      const forward = () => ask(parts.target, request, body);
      if (healthy || parts.random() >= parts.share) return reply(response, await forward());
      const fault = FAULTS[Math.floor(parts.random() * FAULTS.length)] as Fault;
      played.set(fault, (played.get(fault) ?? 0) + 1);
      await play(fault, response, forward, parts.random);
    };
    // What is still under way when the line is taken down ends with it, and is nobody's fault.
    pass().catch((error: unknown) => {
      response.destroy();
      if (!stopped) throw error;
    });
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  const cutting = setInterval(() => {
    if (!healthy) for (const stream of streams) stream.destroy();
  }, parts.cutStreamsEveryMs);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    played,
    requests: () => requests,
    heal: () => void (healthy = true),
    stop: () => {
      stopped = true;
      clearInterval(cutting);
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

async function play(
  fault: Fault,
  response: http.ServerResponse,
  forward: () => Promise<Answer>,
  random: () => number,
): Promise<void> {
  const own = (status: number, headers: http.OutgoingHttpHeaders, text: string) =>
    void response.writeHead(status, headers).end(text);
  const page = (status: number) => own(status, { 'content-type': 'text/html' }, '<html>Please sign in</html>');
  switch (fault) {
    case 'latency':
      await pause(20 + random() * 80);
      return reply(response, await forward());
    case 'cut before delivery':
      return void response.socket?.resetAndDestroy();
    case 'reset after commit':
      await forward();
      return void response.socket?.resetAndDestroy();
    case 'black hole':
      // Half of them reach central all the same.
      if (random() < 0.5) await forward();
      return;
    case 'slicing':
      return replyInSlices(response, await forward());
    case '500':
    case '502':
    case '503':
    case '413':
      return page(Number(fault));
    case '503 with a pause':
      return own(503, { 'content-type': 'text/html', 'retry-after': '1' }, 'busy');
    case '429':
      return own(429, { 'content-type': 'text/plain', 'retry-after': '1' }, 'slow down');
    case '409':
      return own(
        409,
        { 'content-type': 'application/problem+json' },
        JSON.stringify({ title: 'x', status: 409, code: 'conflict' }),
      );
    case 'page of a portal':
      return page(200);
    case 'redirect':
      return own(302, { location: 'http://127.0.0.1:9/login' }, '');
    case 'truncated JSON': {
      const { status, headers, body } = await forward();
      return reply(response, { status, headers, body: body.subarray(0, Math.floor(body.length * random())) });
    }
    case 'other JSON':
      return own(200, { 'content-type': 'application/json' }, '{"results":[],"changes":[]}');
    case 'wrong Date': {
      const answer = await forward();
      return reply(response, { ...answer, headers: { ...answer.headers, date: 'Thu, 01 Jan 1970 00:00:00 GMT' } });
    }
    case 'delivered twice':
      await forward();
      return reply(response, await forward());
  }
}

function reply(response: http.ServerResponse, { status, headers, body }: Answer): void {
  response.writeHead(status, { ...headers, 'content-length': body.length }).end(body);
}

async function replyInSlices(response: http.ServerResponse, { status, headers, body }: Answer): Promise<void> {
  response.writeHead(status, { ...headers, 'content-length': body.length });
  const size = Math.ceil(body.length / 7);
  for (let at = 0; at < body.length; at += size) {
    response.write(body.subarray(at, at + size));
    await pause(5);
  }
  response.end();
}

function ask(target: string, from: http.IncomingMessage, body: Buffer): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { host: _host, connection: _connection, 'transfer-encoding': _chunked, ...headers } = from.headers;
    const request = http.request(
      new URL(from.url ?? '/', target),
      { method: from.method, headers: { ...headers, 'content-length': body.length } },
      (answer) => {
        const { 'transfer-encoding': _too, connection: _also, ...rest } = answer.headers;
        readAll(answer).then((read) => resolve({ status: answer.statusCode ?? 0, headers: rest, body: read }), reject);
      },
    );
    request.on('error', reject);
    request.end(body);
  });
}

function passStream(
  target: string,
  from: http.IncomingMessage,
  response: http.ServerResponse,
  streams: Set<http.ServerResponse>,
): void {
  const { host: _host, connection: _connection, ...headers } = from.headers;
  const request = http.request(new URL(from.url ?? '/', target), { headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 0, answer.headers);
    answer.on('error', () => response.destroy());
    answer.pipe(response);
  });
  request.on('error', () => response.destroy());
  streams.add(response);
  response.on('close', () => {
    streams.delete(response);
    request.destroy();
  });
  request.end();
}

async function readAll(stream: NodeJS.ReadableStream): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
