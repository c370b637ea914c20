import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { protocol } from 'electron';
import { blobIn, imageResponse, type GetBlob } from './blob-response.ts';
import { fileFor } from './origin.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

/** A worker obeys the policy of its own script's response, so only the decoder's may compile WebAssembly. */
const WORKER_POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";
const pagePolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "worker-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "media-src 'self' blob: mediastream:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; ');

export function registerAppScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true };
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges }]);
}

/**
 * Serves the files under `root`, each page with a style nonce of its own, and pictures of `getBlob` under /blob/. `onServed` hears of every
 * file that was found.
 */
export function serveApp(root: string, onServed: (file: string) => void, getBlob: GetBlob): void {
  protocol.handle('app', async (request) => {
    const sha256 = blobIn(request.url);
    if (sha256 !== undefined) return imageResponse(sha256, getBlob);
    const file = fileFor(request.url, root);
    if (file === undefined) return new Response('forbidden', { status: 403 });
    const body = await readFile(file).catch(() => undefined);
    if (!body) return new Response('not found', { status: 404 });
    const nonce = randomBytes(16).toString('base64');
    const extension = path.extname(file);
    onServed(path.basename(file));
    const content =
      extension === '.html' ? body.toString('utf8').replaceAll('__CSP_NONCE__', nonce) : new Uint8Array(body);
    return new Response(content, {
      headers: {
        'content-type': TYPES[extension] ?? 'application/octet-stream',
        'content-security-policy': /[\\/]?[\w-]*worker-[\w-]+\.js$/.test(file) ? WORKER_POLICY : pagePolicy(nonce),
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-cache',
      },
    });
  });
}
