import { hash, randomBytes, randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureIssuers } from './badges/issue.ts';
import type { Central } from './central.ts';
import { createMetrics } from './operations/metrics.ts';
import { openPostgresStore } from './store/postgres/open.ts';
import type { MailSettings } from './mail/mailing.ts';
import { openSqliteStore } from './store/sqlite/open.ts';

const STREAM_COMMENT_MS = 15_000;
const DELETIONS_KEPT_MS = 90 * 86_400_000;

export interface Opening {
  readonly dataDirectory: string;
  readonly demo: boolean;
  /** postgres://…; absent: a file in the folder. */
  readonly databaseUrl?: string | undefined;
  /** The way to the database was lost, and the store goes on by itself. */
  readonly onStoreTrouble?: (error: unknown) => void;
  readonly adminToken?: string | undefined;
  readonly requestsPerMinute?: number | undefined;
  readonly lowestProtocol?: number | undefined;
  readonly now?: () => number;
  readonly streamCommentMs?: number;
  /** Absent: nobody is told of changes. */
  readonly mail?: MailSettings;
}

/** Central over a folder, or over a database that others may share and a folder for files, with its epoch and its first issuer key. */
export async function openCentral({
  dataDirectory,
  demo,
  adminToken,
  requestsPerMinute,
  lowestProtocol,
  databaseUrl,
  onStoreTrouble = () => undefined,
  now = Date.now,
  streamCommentMs = STREAM_COMMENT_MS,
  mail = { adminAddresses: [], publicUrl: '' },
}: Opening): Promise<Central> {
  const blobDirectory = join(dataDirectory, 'blobs');
  await mkdir(blobDirectory, { recursive: true });
  const store = databaseUrl
    ? await openPostgresStore(databaseUrl, { onTrouble: onStoreTrouble })
    : openSqliteStore(dataDirectory);
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
    mail,
    metrics: createMetrics(),
    ...(requestsPerMinute === undefined ? {} : { requestsPerMinute }),
    ...(lowestProtocol === undefined ? {} : { lowestProtocol }),
    ...(adminToken ? { adminToken } : {}),
  };
  await ensureIssuers(central, ['EdDSA']);
  return central;
}
