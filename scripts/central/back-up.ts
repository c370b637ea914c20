import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { Advice } from '../console.ts';
import { checkDatabase, copyDatabase, DATABASE } from './database.ts';
import { blobsIn, copyBlobs, settle, sha256Of } from './files.ts';
import { writeManifest, type Manifest } from './manifest.ts';

/** What was kept, and the files that central holds but whose bytes are no longer what their names say. */
export interface BackedUp extends Manifest {
  readonly damaged: readonly string[];
}

/**
 * Copies `data` into the new folder `backup` while central goes on: the database as of one moment, then the files, so that
 * whatever the database names and central had is there. @throws Advice, and leaves nothing behind.
 */
export async function backUp(data: string, backup: string, nowMs: number): Promise<BackedUp> {
  const database = path.join(data, DATABASE);
  if (!existsSync(database)) throw new Advice(`There is no ${DATABASE} in ${data}. Name central's folder with --data.`);
  await mkdir(path.dirname(path.resolve(backup)), { recursive: true });
  await makeNew(backup);
  try {
    const copy = path.join(backup, DATABASE);
    copyDatabase(database, copy);
    await settle(copy);
    const counts = checkDatabase(copy);
    const blobs = path.join(data, 'blobs');
    const { kept, damaged } = await copyBlobs(blobs, path.join(backup, 'blobs'), await blobsIn(blobs));
    const manifest = {
      madeAt: new Date(nowMs).toISOString(),
      databaseSha256: await sha256Of(copy),
      counts,
      files: [...kept],
    };
    await writeManifest(backup, manifest);
    await settle(path.dirname(path.resolve(backup)));
    return { ...manifest, damaged };
  } catch (error) {
    await rm(backup, { recursive: true, force: true });
    throw error;
  }
}

async function makeNew(folder: string): Promise<void> {
  await mkdir(folder, { mode: 0o700 }).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EEXIST' ? new Advice(`${folder} is there already. Name a new folder.`) : error;
  });
}
