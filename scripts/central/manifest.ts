import { existsSync } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { Advice } from '../console.ts';
import { blobFile, settle, sha256Of } from './files.ts';
import { checkDatabase, DATABASE, type Counts } from './database.ts';

/** Written last: a folder without it is no backup. */
const NAME = 'backup.json';

const count = z.number().int().min(0);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const schema = z.object({
  madeAt: z.iso.datetime(),
  databaseSha256: sha256,
  counts: z.object({ records: count, events: count, devices: count }),
  files: z.array(sha256),
});
export type Manifest = z.infer<typeof schema>;

export async function writeManifest(backup: string, manifest: Manifest): Promise<void> {
  const file = await open(path.join(backup, NAME), 'wx', 0o600);
  try {
    await file.writeFile(`${JSON.stringify(manifest, undefined, 1)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  await settle(backup);
}

/** A backup of which every byte was read and is as it was. @throws Advice that names what is wrong. */
export async function checkBackup(backup: string): Promise<Manifest> {
  const manifest = await readManifest(backup);
  const database = path.join(backup, DATABASE);
  if (!existsSync(database)) throw new Advice(`${backup} has no ${DATABASE}. Take another backup.`);
  if ((await sha256Of(database)) !== manifest.databaseSha256)
    throw new Advice(`${database} is not what it was when the backup was made. Take another backup.`);
  checkSame(checkDatabase(database), manifest.counts, backup);
  for (const name of manifest.files) {
    const file = blobFile(path.join(backup, 'blobs'), name);
    if (!existsSync(file)) throw new Advice(`${backup} lacks ${name}, one of its files. Take another backup.`);
    if ((await sha256Of(file)) !== name) throw new Advice(`${file} is not what it was. Take another backup.`);
  }
  return manifest;
}

async function readManifest(backup: string): Promise<Manifest> {
  const file = path.join(backup, NAME);
  if (!existsSync(file)) throw new Advice(`${backup} is no backup, or one that was never finished: it has no ${NAME}.`);
  const read = schema.safeParse(parsed(await readFile(file, 'utf8')));
  if (!read.success) throw new Advice(`${file} can't be understood. Take another backup.`);
  return read.data;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function checkSame(found: Counts, told: Counts, backup: string): void {
  const differs = (Object.keys(told) as (keyof Counts)[]).some((name) => found[name] !== told[name]);
  if (differs) throw new Advice(`${backup} does not hold what it says. Take another backup.`);
}
