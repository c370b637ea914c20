import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isOwnNetwork } from '../../core/peers/address.ts';
import { askEnvelopeSchema, PEER_PATH, type AskEnvelope } from '../../core/peers/wire.ts';
import { ownNetworks } from './own-networks.ts';

/** What an ask is answered: the seal, or why there is none, which says nothing but the status. */
export type Answered = { readonly status: 200; readonly sealed: string } | { readonly status: 403 | 409 };

export interface PeerDoor {
  readonly port: number;
  readonly stop: () => void;
}

export interface ListenParts {
  readonly port: number;
  readonly deviceId: string;
  readonly take: (ask: AskEnvelope, fromHost: string) => Answered;
  readonly monotonicMs: () => number;
}

const MOST_BODY_BYTES = 16_384;
const REQUEST_MS = 10_000;
/** Asks from one address that were not taken, within a minute; after that it is not listened to until the minute is over. */
const MOST_REFUSED = 60;
const MINUTE_MS = 60_000;
/** Addresses that are counted at once: a network has no more, and somebody who makes them up gets nowhere with it. */
const MOST_COUNTED = 1000;
const HEADERS = { 'content-type': 'application/json', 'cache-control': 'no-store' };

/** Listens to the other gates on the site's own network, at another port when the wished one is taken. */
export async function listenToPeers(parts: ListenParts): Promise<PeerDoor> {
  const counts = refusedCounts(parts.monotonicMs);
  const server = createServer((request, response) => {
    const host = (request.socket.remoteAddress ?? '').replace('::ffff:', '');
    if (!isOwnNetwork(host, ownNetworks()) || counts.areTooMany(host)) return void request.socket.destroy();
    if (request.url !== PEER_PATH) return end(response, 404);
    if (request.method === 'GET') return end(response, 200, { deviceId: parts.deviceId });
    if (request.method !== 'POST') return end(response, 405);
    void takeAsk(request, response, host).catch(() => request.socket.destroy());
  });
  server.requestTimeout = REQUEST_MS;
  server.headersTimeout = REQUEST_MS;
  server.maxConnections = 100;

  async function takeAsk(request: IncomingMessage, response: ServerResponse, host: string): Promise<void> {
    const body = await bodyOf(request);
    const ask = askEnvelopeSchema.safeParse(body === undefined ? undefined : jsonOf(body));
    const answered = ask.success ? parts.take(ask.data, host) : { status: 400 as const };
    if (answered.status === 200) return end(response, 200, { sealed: answered.sealed });
    counts.count(host);
    return end(response, answered.status);
  }

  const listen = (port: number): Promise<void> =>
    new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, '0.0.0.0', () => {
        server.off('error', reject);
        resolve();
      });
    });
  await listen(parts.port).catch(() => listen(0));
  server.on('error', () => undefined);
  return {
    port: (server.address() as AddressInfo).port,
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}

function end(response: ServerResponse, status: number, body: object = {}): void {
  response.writeHead(status, HEADERS).end(JSON.stringify(body));
}

/** Undefined: more than any ask is long. */
async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += (chunk as Buffer).length;
    if (bytes > MOST_BODY_BYTES) return undefined;
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function refusedCounts(monotonicMs: () => number) {
  let counts = new Map<string, number>();
  let sinceMs = monotonicMs();
  const now = (): Map<string, number> => {
    if (monotonicMs() - sinceMs < MINUTE_MS && counts.size < MOST_COUNTED) return counts;
    sinceMs = monotonicMs();
    return (counts = new Map());
  };
  return {
    areTooMany: (host: string): boolean => (now().get(host) ?? 0) >= MOST_REFUSED,
    count: (host: string): void => void now().set(host, (now().get(host) ?? 0) + 1),
  };
}
