import type { Sha256Hex } from '../core/ports.ts';
import type { MailSettings } from './mail/mailing.ts';
import type { Metrics } from './operations/metrics.ts';
import type { Store } from './store/store.ts';

/** What the parts of central share. Made once by the entry file; a test makes its own. */
export interface Central {
  readonly store: Store;
  /** Unix milliseconds. */
  readonly now: () => number;
  readonly sha256: Sha256Hex;
  /** Unguessable: `bytes` of randomness as base64url. */
  readonly secret: (bytes: number) => string;
  /** A new UUID. */
  readonly newId: () => string;
  /** Names this store: a cursor of another one leads nowhere. */
  readonly epoch: string;
  /** Folder of the files that PUT /v1/blobs takes. */
  readonly blobDirectory: string;
  /** Who is told of changes, and where people reach this central's pages. */
  readonly mail: MailSettings;
  /** Absent: administration over HTTP is off. */
  readonly adminToken?: string;
  readonly metrics: Metrics;
  /** Of each token, or of each address without one; absent: as many as come. */
  readonly requestsPerMinute?: number;
  /** Gates that speak an older version of the protocol are told so; absent: all are heard. */
  readonly lowestProtocol?: number;
  /** Whether /demo is served. */
  readonly demo: boolean;
  /** Between two comments on a quiet stream. */
  readonly streamCommentMs: number;
}

export const isoOf = (ms: number): string => new Date(ms).toISOString();
