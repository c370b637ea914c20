/** The desk's real page, built as it ships, served with the app's own content policy, in a real browser. */
import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright';
import { build } from 'vite';
import { WINDOWS } from '../../../scripts/build/bundles.ts';
import { ROOT } from '../../../scripts/paths.ts';
import { drawPortrait } from '../../../central/demo/drawn/portrait.ts';
import { drawSiteMap } from '../../../central/demo/drawn/site-map.ts';
import { MAP, PHOTO } from './fixture-person.ts';
import { launchBrowser } from '../look/browser.ts';
import { fixtureBridge, type DeskFixture, type FixtureBridge } from '../fixtures-desk.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
};

/** What the app serves from the gate's files. */
const PICTURES = new Map([
  [PHOTO, drawPortrait(3)],
  [MAP, drawSiteMap()],
]);

export interface DeskSite {
  /** @param look colour scheme and size of the window */
  readonly open: (fixture: DeskFixture, look?: Look) => Promise<OpenDesk>;
  readonly close: () => Promise<void>;
}
export interface Look {
  readonly scheme?: 'light' | 'dark';
  readonly width?: number;
  readonly height?: number;
}
export interface OpenDesk {
  readonly page: Page;
  readonly bridge: FixtureBridge;
  /** What the browser complained of: policy violations and errors. */
  readonly complaints: string[];
}

export async function openDeskSite(): Promise<DeskSite> {
  const folder = await mkdtemp(path.join(tmpdir(), 'gatehouse-desk-'));
  await build({
    ...WINDOWS.config,
    build: {
      ...WINDOWS.config.build,
      outDir: folder,
      sourcemap: false,
      rolldownOptions: { input: path.join(ROOT, 'renderer/desk.html') },
    },
  });
  const server = await serve(folder);
  const browser = await launchBrowser();
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/desk.html`;
  return {
    open: (fixture, look = {}) => openDesk(browser, url, fixture, look),
    async close() {
      await browser.close();
      server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function serve(folder: string): Promise<Server> {
  const server = createServer((request, response) => {
    if (request.url === '/favicon.ico') return void response.writeHead(204).end();
    const picture = PICTURES.get(request.url?.split('/blob/')[1] ?? '');
    if (picture) return void response.writeHead(200, { 'content-type': 'image/png' }).end(picture);
    void (async () => {
      const file = path.join(folder, path.normalize(new URL(request.url ?? '/', 'http://desk').pathname));
      const nonce = randomBytes(16).toString('base64');
      const body = await readFile(file).catch(() => undefined);
      response.writeHead(body ? 200 : 404, {
        'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream',
        'content-security-policy': `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'`,
      });
      response.end(file.endsWith('.html') ? body?.toString('utf8').replaceAll('__CSP_NONCE__', nonce) : body);
    })();
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

async function openDesk(browser: Browser, url: string, fixture: DeskFixture, look: Look): Promise<OpenDesk> {
  const context = await browser.newContext({
    viewport: { width: look.width ?? 1280, height: look.height ?? 800 },
    colorScheme: look.scheme ?? 'light',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  const bridge = fixtureBridge(fixture, (news, value) => {
    // A page that was closed in the meantime needs no news.
    page
      .evaluate(([name, told]) => (window as unknown as InPage).tell(name as string, told), [news, value])
      .catch(() => undefined);
  });
  await page.exposeFunction('ask', (name: keyof FixtureBridge['calls'], ask: never) => bridge.calls[name](ask));
  await page.addInitScript(putBridge, Object.keys(bridge.calls));
  await page.goto(url);
  return { page, bridge, complaints };
}

interface InPage {
  ask: (name: string, ask: unknown) => Promise<unknown>;
  tell: (news: string, value: unknown) => void;
  gatehouse: unknown;
}

/** Runs in the page, before its own scripts: what the preload script does in the app. */
function putBridge(names: readonly string[]): void {
  const page = window as unknown as InPage;
  const listeners = new Map<string, Set<(value: unknown) => void>>();
  const listen = (news: string) => (listener: (value: unknown) => void) => {
    listeners.set(news, (listeners.get(news) ?? new Set()).add(listener));
    return () => void listeners.get(news)?.delete(listener);
  };
  page.tell = (news, value) => {
    for (const listener of listeners.get(news) ?? []) listener(value);
  };
  page.gatehouse = {
    ...Object.fromEntries(names.map((name) => [name, (ask: unknown) => page.ask(name, ask)])),
    onStatus: listen('status'),
    onListsChanged: listen('listsChanged'),
    onTestReading: listen('testReading'),
    onScannerLearnt: listen('scannerLearnt'),
    onSelfCheck: listen('selfCheck'),
  };
}
