import react from '@vitejs/plugin-react';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { InlineConfig } from 'vite';
import { DIST, ROOT } from '../paths.ts';

/**
 * What is built, and for whom. The targets are those of the oldest runtime that the app is started on (Electron 25: Node 18,
 * Chromium 114), so that one build serves both it and the current Electron.
 */
export interface Bundle {
  readonly name: string;
  /** Relative to the checkout. */
  readonly entries: readonly string[];
  readonly config: InlineConfig;
}

/** `dependencies` are native modules alone: the only packages left beside the bundles at run time. */
const NATIVE_MODULES = Object.keys(
  (JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as { dependencies: Record<string, string> })
    .dependencies,
);

const SHARED: InlineConfig = { configFile: false, root: ROOT, logLevel: 'warn', publicDir: false };

/**
 * What two of main's libraries take for granted and Node 18.15 lacks: pino asks for a tracing channel (and looks no further when nobody
 * subscribes), uuid draws from the global crypto.
 */
const FOR_NODE_18 = `{
  const channels = require('node:diagnostics_channel');
  channels.tracingChannel ??= () => ({ hasSubscribers: false });
  globalThis.crypto ??= require('node:crypto').webcrypto;
}`;

/** One CommonJS file from one entry, everything in it but Electron and, where allowed, the native modules. */
function commonJs(entry: string, output: string, target: string, external: readonly string[], banner = ''): Bundle {
  return {
    name: path.relative(DIST, output),
    entries: [entry],
    config: {
      ...SHARED,
      ssr: { noExternal: true, external: [...external] },
      build: {
        ssr: entry,
        target,
        outDir: path.dirname(output),
        emptyOutDir: false,
        sourcemap: true,
        minify: false,
        rolldownOptions: {
          external: [...external],
          output: { format: 'cjs', entryFileNames: path.basename(output), codeSplitting: false, banner },
        },
      },
    },
  };
}

const inNode = (entry: string, output: string): Bundle =>
  commonJs(entry, path.join(DIST, output), 'node18', ['electron', ...NATIVE_MODULES], FOR_NODE_18);

/** Sandboxed: it can require Electron and nothing else. */
const preload = (name: string): Bundle =>
  commonJs(`preload/${name}.ts`, path.join(DIST, `preload/${name}.cjs`), 'chrome114', ['electron']);

const PAGES = { kiosk: 'renderer/kiosk.html', desk: 'renderer/desk.html', phone: 'renderer/phone.html' } as const;

export const WINDOWS: Bundle = {
  name: 'renderer',
  entries: Object.values(PAGES),
  config: {
    ...SHARED,
    root: path.join(ROOT, 'renderer'),
    base: '/',
    plugins: [react()],
    worker: { format: 'es' },
    /** Lowers what Chromium 114 lacks, light-dark() among it; see tests/scripts/css.test.ts for what that asks of the style sheets. */
    css: { transformer: 'lightningcss' },
    build: {
      target: 'chrome114',
      cssTarget: 'chrome114',
      outDir: path.join(DIST, 'renderer'),
      emptyOutDir: true,
      sourcemap: true,
      /** The pages' content security policy allows no data: scripts or fonts. */
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 2000,
      rolldownOptions: {
        input: Object.fromEntries(Object.entries(PAGES).map(([name, page]) => [name, path.join(ROOT, page)])),
      },
    },
  },
};

export const MAIN = inNode('main/index.ts', 'main/index.cjs');
export const DEVICE_HOST = inNode('native/host.ts', 'native/host.cjs');
export const PRELOADS = [preload('kiosk'), preload('desk')] as const;

export const BUNDLES: readonly Bundle[] = [MAIN, DEVICE_HOST, ...PRELOADS, WINDOWS];
