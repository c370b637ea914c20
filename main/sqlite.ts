import Database from 'better-sqlite3';
import { existsSync } from 'node:fs';
import path from 'node:path';

export type Sqlite = Database.Database;

/**
 * better-sqlite3's prebuilt binary needs Node-API 10; below that it crashes the process instead of saying so.
 * The older runtime that only starts and tests the app brings a build of its own beside its executable.
 */
function bindingForThisRuntime(): { nativeBinding?: string } {
  if (Number(process.versions['napi']) >= 10) return {};
  const nativeBinding = path.join(path.dirname(process.execPath), 'addons', 'better_sqlite3.node');
  if (!existsSync(nativeBinding)) {
    throw new Error(
      `This runtime has Node-API ${process.versions['napi']}; better-sqlite3 for it is missing: ${nativeBinding}`,
    );
  }
  return { nativeBinding };
}

export function openSqlite(file: string, options: { readonly?: boolean } = {}): Sqlite {
  return new Database(file, { ...bindingForThisRuntime(), ...options });
}
