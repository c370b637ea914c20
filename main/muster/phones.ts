import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';
import { z } from 'zod';
import { musterCalls } from '../../preload/muster-views.ts';
import type { Muster } from './muster.ts';
import { end, sendAsset, sendJson, sendPage } from './phone-answers.ts';
import { createPhonePeople, type PhonePeopleParts } from './phone-people.ts';

/** Phones on the gate's own network mark people while a roll call runs (G8): no internet, no account, one link that ends with it. */
export interface Phones {
  /** The link that phones open; null: no roll call runs, or this computer is in no private network. */
  readonly open: () => Promise<string | null>;
  readonly stop: () => void;
}

export interface PhonesParts extends PhonePeopleParts {
  /** The built pages. */
  readonly root: string;
  readonly muster: () => Pick<Muster, 'status' | 'page' | 'mark'> | undefined;
  readonly changed: () => void;
  /** Undefined: in no private network. */
  readonly address: () => string | undefined;
}

const MOST_BODY = 4096;
/** Wrong links from one address before it is not answered any more. */
const MOST_WRONG = 20;
const markSchema = musterCalls.markMuster.ask.extend({ by: z.string().trim().min(1).max(100) });

const PRIVATE = /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/;
/** This computer's address in a private network, as RFC 1918 has them. */
export const ownAddress = (): string | undefined =>
  Object.values(networkInterfaces())
    .flatMap((each) => each ?? [])
    .find(({ family, internal, address }) => family === 'IPv4' && !internal && PRIVATE.test(address))?.address;

const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest();

export function createPhones(parts: PhonesParts): Phones {
  const { root, muster, changed, address } = parts;
  let running: { readonly server: Server; readonly url: string; readonly musterId: string } | undefined;
  const stop = (): void => {
    running?.server.close();
    running?.server.closeAllConnections();
    running = undefined;
  };

  const listen = (host: string, musterId: string): Promise<string> => {
    const token = randomBytes(16).toString('base64url');
    const expected = hashOf(token);
    const wrong = new Map<string, number>();
    const people = createPhonePeople(parts);
    const server = createServer((request, response) => {
      const from = request.socket.remoteAddress ?? '';
      const [pathname = '', query] = (request.url ?? '/').split('?');
      const [, given = '', what = '', which = ''] = pathname.split('/');
      if ((wrong.get(from) ?? 0) >= MOST_WRONG) return end(response, 429);
      if (given === 'assets') return void sendAsset(root, what, response);
      if (!timingSafeEqual(hashOf(given), expected)) {
        wrong.set(from, (wrong.get(from) ?? 0) + 1);
        return end(response, 404);
      }
      const now = muster();
      if (now?.status()?.musterId !== musterId) return end(response, 410);
      if (what === '' && request.method === 'GET') return void sendPage(root, response);
      if (what === 'roll' && request.method === 'GET') return people.roll(now.page(undefined).roll, response);
      if (what === 'found' && request.method === 'GET')
        return void people.found(new URLSearchParams(query).get('q') ?? '', response);
      if (what === 'photo' && request.method === 'GET') return void people.photo(which, response);
      if (what === 'mark' && request.method === 'POST') return void takeMark(now, request, response).then(changed);
      return end(response, 404);
    });
    server.requestTimeout = 10_000;
    return new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen(0, host, () => {
        const url = `http://${host}:${(server.address() as AddressInfo).port}/${token}/`;
        running = { server, url, musterId };
        resolve(url);
      });
    });
  };

  return {
    stop,
    async open() {
      const musterId = muster()?.status()?.musterId;
      if (running && running.musterId !== musterId) stop();
      if (musterId === undefined) return null;
      if (running) return running.url;
      const host = address();
      return host === undefined ? null : await listen(host, musterId).catch(() => null);
    },
  };
}

async function takeMark(
  muster: Pick<Muster, 'mark'>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  let text = '';
  for await (const part of request) {
    text += String(part);
    if (text.length > MOST_BODY) return end(response, 413);
  }
  const parsed = markSchema.safeParse(jsonOf(text));
  if (!parsed.success) return end(response, 400);
  const { by, ...ask } = parsed.data;
  const fault = muster.mark(ask, by);
  sendJson(response, fault === null ? 200 : fault === 'over' ? 410 : 503, { fault });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
