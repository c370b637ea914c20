import { fail, ok, type Result } from '../../core/result.ts';
import { gateHeaders } from '../sync/headers.ts';

/** Why a file is not here: central can't be reached, does not have it, or what came was not what its name says. */
export const BLOB_FAULTS = ['offline', 'not_there', 'damaged'] as const;
export type BlobFault = (typeof BLOB_FAULTS)[number];

export interface ComingBytes {
  /** Where the bytes begin: what was asked for, or 0 when central sends the whole. */
  readonly fromByte: number;
  readonly chunks: AsyncIterable<Uint8Array>;
}
/** Asks central for a file from a byte on (RFC 9110 section 14). */
export type BlobSource = (sha256: string, fromByte: number) => Promise<Result<ComingBytes, BlobFault>>;

export interface BlobSourceParts {
  readonly baseUrl: string;
  readonly token: () => string | undefined;
  readonly fetch: typeof fetch;
  readonly setTimer: (run: () => void, ms: number) => () => void;
}

/** No byte for so long: the line is dead, what has come is kept and gone on with later. */
const STALL_MS = 30_000;

export function createBlobSource({ baseUrl, token, fetch: doFetch, setTimer }: BlobSourceParts): BlobSource {
  return async (sha256, fromByte) => {
    const line = new AbortController();
    let stopWaiting = setTimer(() => line.abort(), STALL_MS);
    const wait = (): void => {
      stopWaiting();
      stopWaiting = setTimer(() => line.abort(), STALL_MS);
    };
    const response = await doFetch(new URL(`v1/blobs/${sha256}`, baseUrl.replace(/\/?$/, '/')), {
      headers: {
        ...gateHeaders(token()),
        ...(fromByte === 0 ? {} : { range: `bytes=${fromByte}-` }),
      },
      redirect: 'manual',
      signal: line.signal,
    }).catch(() => undefined);
    const isBytes = response?.headers.get('content-type')?.startsWith('application/octet-stream') ?? false;
    if (response?.body && isBytes && (response.status === 200 || response.status === 206)) {
      const chunks = watched(response.body as unknown as AsyncIterable<Uint8Array>, wait, () => stopWaiting());
      return ok({ fromByte: response.status === 206 ? fromByte : 0, chunks });
    }
    stopWaiting();
    line.abort();
    if (response?.status === 416) return fail('damaged');
    return fail(response?.status === 404 ? 'not_there' : 'offline');
  };
}

async function* watched(
  body: AsyncIterable<Uint8Array>,
  onChunk: () => void,
  onEnd: () => void,
): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of body) {
      onChunk();
      yield chunk;
    }
  } finally {
    onEnd();
  }
}
