import { globSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { parseSync } from 'vite';
import { describe, expect, test } from 'vitest';

const ROOT = path.join(import.meta.dirname, '..');

const words = (line: string): string[] => line.split(' ');

/**
 * Who may import what. A folder or file of the project, 'node' for Node's own modules, or a package; 'name/*' is every package of a
 * scope, and '(types)' after a folder allows `import type` alone.
 */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  core: words('core zod cborg canonicalize temporal-polyfill'),
  native: words('native core node serialport node-hid zod'),
  main: [
    'main core native/messages.ts node electron better-sqlite3 @node-rs/argon2',
    'preload/contract.ts preload/channels.ts preload/views.ts preload/device-views.ts preload/camera-views.ts',
    'preload/session-views.ts',
    'preload/tray-views.ts preload/message-views.ts preload/pass-views.ts preload/muster-views.ts preload/peer-views.ts',
    'preload/handover-views.ts preload/withdrawal-views.ts preload/support-views.ts preload/record-views.ts preload/keeping-views.ts',
    'preload/person-views.ts',
    'preload/order-views.ts preload/timesheet-views.ts',
    'preload/act-views.ts',
    'preload/checkout-views.ts preload/activity-views.ts',
    'preload/list-views.ts',
    'preload/worker-views.ts',
    'preload/booking-views.ts preload/contact-views.ts preload/upload-views.ts electron-store pino uuid zod cborg canonicalize csv-stringify bonjour-service write-excel-file fflate',
  ].flatMap(words),
  preload: words('preload core native/messages.ts electron zod'),
  renderer: [
    'renderer core preload(types) react react-dom @mantine/* @tabler/* @tanstack/* @fontsource-variable/* i18next react-i18next',
    '@zxing/library zxing-wasm zod qrcode dayjs',
  ].flatMap(words),
  central: [
    'central core package.json node @node-rs/argon2 fastify @fastify/* fastify-type-provider-zod better-sqlite3 pg pino prom-client qrcode uuid nodemailer',
    'zod cborg canonicalize',
  ].flatMap(words),
};

const MAX_LINES = 300;
/** The line that a badge travels, without any policy: it stays short enough to be read at once. */
const SHORTER: Readonly<Record<string, number>> = { 'main/gate.ts': 120 };
/** Tables of words or of data: as long as what they list. */
const TABLES: readonly string[] = ['tests/core/decide/grounds.test.ts', 'tests/renderer/fixtures-desk.ts'];
/** Words, a file per language and area. */
const WORD_TABLE = /^(core\/words|renderer\/desk\/words\/\w\w|renderer\/kiosk\/words)\/[\w-]+\.ts$/;

/** Core decides from what it is given. Its type check has neither Node nor the DOM; these few belong to the language itself. */
const IMPURE = /\bDate\.now\(|\bnew Date\(\)|\bTemporal\.Now\b|\bMath\.random\(/;

interface Import {
  readonly specifier: string;
  readonly typeOnly: boolean;
}

const sources = (folder: string): string[] => globSync(`${folder}/**/*.{ts,tsx}`, { cwd: ROOT }).toSorted();
const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');

function importsOf(file: string): Import[] {
  const text = read(file);
  const { module, errors } = parseSync(file, text);
  expect(errors, file).toEqual([]);
  const unquoted = ({ start, end }: { start: number; end: number }): string =>
    text.slice(start, end).replaceAll(/['"`]/g, '');
  return [
    ...module.staticImports.map(({ moduleRequest, entries }) => ({
      specifier: moduleRequest.value,
      typeOnly: entries.length > 0 && entries.every(({ isType }) => isType),
    })),
    ...module.staticExports
      .flatMap(({ entries }) => entries)
      .flatMap(({ moduleRequest, isType }) =>
        moduleRequest ? [{ specifier: moduleRequest.value, typeOnly: isType }] : [],
      ),
    ...module.dynamicImports.map(({ moduleRequest }) => ({ specifier: unquoted(moduleRequest), typeOnly: false })),
    ...[...text.matchAll(/new URL\(\s*'(\.[^']+)',\s*import\.meta\.url/g)].map(([, specifier]) => ({
      specifier: specifier!,
      typeOnly: false,
    })),
  ];
}

/** What an import points to, in the words of the table: 'core/codes.ts', 'node' or a package's name. */
function target(file: string, specifier: string): string {
  if (specifier.startsWith('.')) return path.posix.join(path.posix.dirname(file), specifier);
  if (specifier.startsWith('node:') || builtinModules.includes(specifier)) return 'node';
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

function allows(rule: string, imported: string, typeOnly: boolean): boolean {
  if (rule.endsWith('(types)')) return typeOnly && allows(rule.replace('(types)', ''), imported, typeOnly);
  if (rule.endsWith('/*')) return imported.startsWith(rule.slice(0, -1));
  return imported === rule || imported.startsWith(`${rule}/`);
}

describe.each(Object.entries(ALLOWED))('%s', (folder, allowed) => {
  test('imports only what it may', () => {
    const forbidden = sources(folder).flatMap((file) =>
      importsOf(file)
        .filter(({ specifier, typeOnly }) => !allowed.some((rule) => allows(rule, target(file, specifier), typeOnly)))
        .map(({ specifier, typeOnly }) => `${file} imports ${typeOnly ? 'types of ' : ''}${specifier}`),
    );
    expect(forbidden, `${folder} may import: ${allowed.join(', ')}`).toEqual([]);
  });

  test('names the file, extension included, in relative imports', () => {
    const unnamed = sources(folder).flatMap((file) =>
      importsOf(file)
        .filter(
          ({ specifier }) => specifier.startsWith('.') && !/\.(tsx?|css|json|svg|wasm|mp3)(\?\w+)?$/.test(specifier),
        )
        .map(({ specifier }) => `${file} imports ${specifier}`),
    );
    expect(unnamed).toEqual([]);
  });

  test('has no default exports', () => {
    const withDefault = sources(folder).filter((file) =>
      parseSync(file, read(file))
        .module.staticExports.flatMap(({ entries }) => entries)
        .some(({ exportName }) => exportName.kind === 'Default' || exportName.name === 'default'),
    );
    expect(withDefault).toEqual([]);
  });
});

test('core reads no clock and draws no random number', () => {
  expect(sources('core').filter((file) => IMPURE.test(read(file)))).toEqual([]);
});

test('no file is too long to be read at one sitting', () => {
  const tooLong = [...Object.keys(ALLOWED), 'scripts', 'tests']
    .flatMap(sources)
    .filter((file) => !TABLES.includes(file) && !WORD_TABLE.test(file))
    .map((file) => ({ file, lines: read(file).trimEnd().split('\n').length, limit: SHORTER[file] ?? MAX_LINES }))
    .filter(({ lines, limit }) => lines > limit)
    .map(({ file, lines, limit }) => `${file}: ${lines} lines, at most ${limit}`);
  expect(tooLong).toEqual([]);
});
