import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Central } from '../central.ts';

/** Puts a file where /v1/blobs finds it. Returns its hash. */
export async function keepBlob({ blobDirectory }: Central, bytes: Buffer): Promise<string> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const file = join(blobDirectory, sha256.slice(0, 2), sha256);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, bytes);
  return sha256;
}
