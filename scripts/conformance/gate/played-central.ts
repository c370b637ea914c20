import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { NotTried } from '../check.ts';

export type Call = 'enrol' | 'push' | 'pull' | 'rotate' | 'stream' | 'other';

/** A call of the gate, as it came. */
export interface Heard {
  readonly call: Call;
  /** Its place among all calls. */
  readonly at: number;
  readonly atMs: number;
  readonly token: string | undefined;
  readonly query: URLSearchParams;
  /** As it was sent: gzip or nothing. */
  readonly encoding: string | undefined;
  readonly bytes: number;
  readonly json: unknown;
}

/** `cut`: the connection ends with no answer. */
export type Reply =
  | 'cut'
  | {
      readonly status: number;
      readonly json?: object;
      /** In place of `json`, as it is. */
      readonly text?: string;
      readonly headers?: Readonly<Record<string, string>>;
    };
type Answer = (heard: Heard) => Reply;

const CALLS: Readonly<Record<string, Call>> = {
  'POST /v1/devices/enrol': 'enrol',
  'POST /v1/devices/rotate': 'rotate',
  'POST /v1/sync/events': 'push',
  'GET /v1/sync/changes': 'pull',
  'GET /v1/sync/stream': 'stream',
};

export const problem = (status: number, code: string, headers: Readonly<Record<string, string>> = {}): Reply => ({
  status,
  json: { title: code, status, code, serverTime: new Date().toISOString() },
  headers,
});

/** A central that says what it is told to say, and remembers what it was asked. */
export class PlayedCentral {
  readonly heard: Heard[] = [];
  readonly #answers: Readonly<Record<Exclude<Call, 'stream'>, Answer>>;
  readonly #once: { readonly call: Call; readonly answer: Answer }[] = [];
  readonly #streams = new Set<ServerResponse>();
  readonly #server: Server;
  #told = (): void => undefined;

  constructor(answers: Readonly<Record<Exclude<Call, 'stream'>, Answer>>) {
    this.#answers = answers;
    this.#server = createServer((request, response) => void this.#hear(request, response));
  }

  async listen(port = 0): Promise<string> {
    this.#server.listen(port, '127.0.0.1');
    await once(this.#server, 'listening');
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  stop(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  /** How the next calls of this kind are answered, one after the other; after them as always. */
  answerNext(call: Exclude<Call, 'stream'>, ...answers: readonly Reply[]): void {
    this.#once.push(...answers.map((reply) => ({ call, answer: () => reply })));
  }
  answerNextBy(call: Exclude<Call, 'stream'>, answer: Answer): void {
    this.#once.push({ call, answer });
  }

  /** There is something to fetch: said on the stream, if the gate listens. */
  nudge(): void {
    for (const stream of this.#streams) stream.write(`event: changed\ndata: {"cursor":"any"}\n\n`);
  }

  /** The first call of this kind from number `from` on. @throws NotTried when none comes in time. */
  async next(call: Call, from: number, patienceMs: number): Promise<Heard> {
    const untilMs = performance.now() + patienceMs;
    for (;;) {
      const found = this.heard.find((one) => one.call === call && one.at >= from);
      if (found) return found;
      const leftMs = untilMs - performance.now();
      if (leftMs <= 0) throw new NotTried(`no ${call} came within ${patienceMs / 1000} s`);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, leftMs);
        this.#told = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  }

  async #hear(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const body = Buffer.concat(parts);
    const url = new URL(request.url ?? '/', 'http://gate');
    const call = CALLS[`${request.method} ${url.pathname}`] ?? 'other';
    const encoding = request.headers['content-encoding'];
    const heard: Heard = {
      call,
      at: this.heard.length,
      atMs: performance.now(),
      token: /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1],
      query: url.searchParams,
      encoding,
      bytes: body.length,
      json: jsonIn(encoding === 'gzip' ? gunzipSync(body) : body),
    };
    this.heard.push(heard);
    if (call === 'stream') this.#hold(response);
    else this.#answer(call, heard, response);
    this.#told();
  }

  #hold(response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream' }).write(': here\n\n');
    this.#streams.add(response);
    response.on('close', () => this.#streams.delete(response));
  }

  #answer(call: Exclude<Call, 'stream'>, heard: Heard, response: ServerResponse): void {
    const planned = this.#once.findIndex((one) => one.call === call);
    const answer =
      planned === -1 ? this.#answers[call] : (this.#once.splice(planned, 1)[0]?.answer ?? this.#answers[call]);
    const reply = answer(heard);
    if (reply === 'cut') return void response.destroy();
    const type =
      reply.text !== undefined ? 'text/html' : reply.status < 400 ? 'application/json' : 'application/problem+json';
    response.writeHead(reply.status, { 'content-type': type, ...reply.headers });
    response.end(reply.text ?? JSON.stringify(reply.json));
  }
}

function jsonIn(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}
