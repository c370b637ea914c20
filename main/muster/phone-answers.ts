import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import path from 'node:path';
import { isImage, mediaTypeOf } from '../blobs/media-type.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
/** Nothing of it stays on a phone that somebody lent. */
const HEADERS = { 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', 'x-content-type-options': 'nosniff' };

export function end(response: ServerResponse, status: number): void {
  response.writeHead(status, HEADERS).end();
}

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { ...HEADERS, 'content-type': 'application/json' }).end(JSON.stringify(body));
}

export async function sendPage(root: string, response: ServerResponse): Promise<void> {
  const page = await readFile(path.join(root, 'phone.html')).catch(() => undefined);
  if (!page) return end(response, 404);
  response
    .writeHead(200, { ...HEADERS, 'content-type': 'text/html; charset=utf-8', 'content-security-policy': POLICY })
    .end(page);
}

export async function sendAsset(root: string, name: string, response: ServerResponse): Promise<void> {
  const type = TYPES[path.extname(name)];
  const body =
    type === undefined || !/^[\w-][\w.-]*$/.test(name)
      ? undefined
      : await readFile(path.join(root, 'assets', name)).catch(() => undefined);
  if (!body || type === undefined) return end(response, 404);
  response.writeHead(200, { ...HEADERS, 'content-type': type }).end(body);
}

/** Only what its first bytes say is a picture. */
export function sendPhoto(bytes: Uint8Array | undefined, response: ServerResponse): void {
  const type = bytes && mediaTypeOf(bytes);
  if (!bytes || type === undefined || !isImage(type)) return end(response, 404);
  response.writeHead(200, { ...HEADERS, 'content-type': type }).end(bytes);
}
