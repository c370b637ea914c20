import { fail, ok, type Result } from '../../core/result.ts';
import type { BlobSourceParts } from './blob-source.ts';
import { gateHeaders } from '../sync/headers.ts';

/** `damaged`: what central got does not have this name; it has forgotten it. */
export type SinkFault = 'offline' | 'damaged';

/** Central's side of a file that goes up in slices (OpenAPI "PUT /v1/blobs"). */
export interface BlobSink {
  /** How many bytes central has of it; `whole`: all. */
  readonly has: (sha256: string) => Promise<Result<number | 'whole', SinkFault>>;
  readonly send: (
    sha256: string,
    slice: { readonly fromByte: number; readonly totalBytes: number; readonly bytes: Uint8Array },
  ) => Promise<Result<number | 'whole', SinkFault>>;
}

/** A slice that takes longer is given up and asked about again. */
const GIVE_UP_MS = 60_000;

export function createBlobSink({ baseUrl, token, fetch: doFetch, setTimer }: BlobSourceParts): BlobSink {
  const call = async (sha256: string, init: RequestInit): Promise<Response | undefined> => {
    const line = new AbortController();
    const stopWaiting = setTimer(() => line.abort(), GIVE_UP_MS);
    const headers = { ...(init.headers as Record<string, string> | undefined), ...gateHeaders(token()) };
    const url = new URL(`v1/blobs/${sha256}`, baseUrl.replace(/\/?$/, '/'));
    try {
      return await doFetch(url, { ...init, headers, redirect: 'manual', signal: line.signal });
    } catch {
      return undefined;
    } finally {
      stopWaiting();
    }
  };
  const offsetIn = (response: Response): Result<number, SinkFault> => {
    const offset = Number.parseInt(response.headers.get('upload-offset') ?? '', 10);
    return Number.isNaN(offset) ? fail('offline') : ok(offset);
  };
  return {
    async has(sha256) {
      const response = await call(sha256, { method: 'HEAD' });
      // Only central itself says so: a captive portal answers 200 to everything.
      const isFile = response?.headers.get('content-type')?.startsWith('application/octet-stream') ?? false;
      if (response?.status === 200 && isFile) return ok('whole');
      return response?.status === 404 ? offsetIn(response) : fail('offline');
    },
    async send(sha256, { fromByte, totalBytes, bytes }) {
      const response = await call(sha256, {
        method: 'PUT',
        headers: {
          'content-type': 'application/octet-stream',
          'content-range': `bytes ${fromByte}-${fromByte + bytes.length - 1}/${totalBytes}`,
        },
        body: bytes as Uint8Array<ArrayBuffer>,
      });
      await response?.arrayBuffer().catch(() => undefined);
      if (response?.status === 201) return ok('whole');
      if (response?.status === 202 || response?.status === 409) return offsetIn(response);
      return fail(response?.status === 422 ? 'damaged' : 'offline');
    },
  };
}
