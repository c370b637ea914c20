import { createHash } from 'node:crypto';
import { constants, createReadStream, existsSync } from 'node:fs';
import { copyFile, mkdir, open, readdir, rm } from 'node:fs/promises';
import path from 'node:path';

/** A file's bytes are on the disk, and a folder's names. */
export async function settle(place: string): Promise<void> {
  const handle = await open(place, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

export async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

const BLOB = /^[0-9a-f]{64}$/;
const folderOf = (sha256: string): string => sha256.slice(0, 2);
export const blobFile = (blobs: string, sha256: string): string => path.join(blobs, folderOf(sha256), sha256);

/** The whole files under `blobs`; what is still coming up is none yet. */
export async function blobsIn(blobs: string): Promise<string[]> {
  if (!existsSync(blobs)) return [];
  const folders = await readdir(blobs);
  const names = await Promise.all(folders.map((folder) => readdir(path.join(blobs, folder)).catch(() => [])));
  return names
    .flat()
    .filter((name) => BLOB.test(name))
    .toSorted();
}

export interface Copied {
  readonly kept: readonly string[];
  /** Whose bytes are not what they were: they were not copied. */
  readonly damaged: readonly string[];
}

/** Copies files that are named by their hash, and reads each copy again. One that somebody removed meanwhile is left out. */
export async function copyBlobs(from: string, to: string, names: readonly string[]): Promise<Copied> {
  await mkdir(to, { recursive: true });
  const [kept, damaged]: [string[], string[]] = [[], []];
  for (const folder of new Set(names.map(folderOf))) await mkdir(path.join(to, folder), { recursive: true });
  for (const name of names) {
    const copy = blobFile(to, name);
    const isThere = await copyFile(blobFile(from, name), copy, constants.COPYFILE_EXCL).then(() => true, unlessGone);
    if (!isThere) continue;
    if ((await sha256Of(copy)) === name) {
      await settle(copy);
      kept.push(name);
    } else {
      await rm(copy);
      damaged.push(name);
    }
  }
  for (const folder of new Set(kept.map(folderOf))) await settle(path.join(to, folder));
  await settle(to);
  return { kept, damaged };
}

function unlessGone(error: NodeJS.ErrnoException): false {
  if (error.code !== 'ENOENT') throw error;
  return false;
}
