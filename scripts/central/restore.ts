import { constants, existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, rename } from 'node:fs/promises';
import path from 'node:path';
import { Advice } from '../console.ts';
import { beginAnew, checkDatabase, DATABASE } from './database.ts';
import { copyBlobs, settle } from './files.ts';
import { checkBackup, type Manifest } from './manifest.ts';

/**
 * Makes `data` from a backup. The database gets its name last, so that central never starts on half of it, and tells gates from
 * then on that what they know has to come anew. @throws Advice; then `data` has no database.
 */
export async function restore(backup: string, data: string): Promise<Manifest> {
  const manifest = await checkBackup(backup);
  if (existsSync(data) && (await readdir(data)).length > 0)
    throw new Advice(`${data} is not empty, and nothing in it was touched. Move it away, or name a new folder.`);
  const blobs = path.join(data, 'blobs');
  await mkdir(blobs, { recursive: true });
  const { kept } = await copyBlobs(path.join(backup, 'blobs'), blobs, manifest.files);
  if (kept.length < manifest.files.length)
    throw new Advice(`Not all files could be written as they are. Look at the disk, then restore into a new folder.`);
  const beside = path.join(data, `${DATABASE}.part`);
  await copyFile(path.join(backup, DATABASE), beside, constants.COPYFILE_EXCL);
  beginAnew(beside);
  checkDatabase(beside);
  await settle(beside);
  await rename(beside, path.join(data, DATABASE));
  await settle(data);
  await settle(path.dirname(path.resolve(data)));
  return manifest;
}
