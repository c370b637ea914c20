import { hash, randomBytes, randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureIssuers } from './badges/issue.ts';
import type { Central } from './central.ts';
import { openSqliteStore } from './store/sqlite/open.ts';

const STREAM_COMMENT_MS = 15_000;
const DELETIONS_KEPT_MS = 90 * 86_400_000;

export interface Opening {
  readonly dataDirectory: string;
  readonly demo: boolean;
  readonly adminToken?: string | undefined;
  readonly now?: () => number;
  readonly streamCommentMs?: number;
}

/** Central over a folder of its own, with its epoch and its first issuer key. */
export async function openCentral({
  dataDirectory,
  demo,
  adminToken,
  now = Date.now,
  streamCommentMs = STREAM_COMMENT_MS,
}: Opening): Promise<Central> {
  const blobDirectory = join(dataDirectory, 'blobs');
  await mkdir(blobDirectory, { recursive: true });
  const store = openSqliteStore(dataDirectory);
  const epoch = await store.write(async (rows) => {
    const kept = (await rows.notes.get('epoch')) ?? randomUUID();
    await rows.notes.set('epoch', kept);
    await rows.feed.forgetDeletions(now() - DELETIONS_KEPT_MS);
    return kept;
  });
  const central: Central = {
    store,
    now,
    sha256: (bytes) => hash('sha256', bytes),
    secret: (bytes) => randomBytes(bytes).toString('base64url'),
    newId: randomUUID,
    epoch,
    blobDirectory,
    demo,
    streamCommentMs,
    ...(adminToken ? { adminToken } : {}),
  };
  await ensureIssuers(central, ['EdDSA']);
  return central;
}
