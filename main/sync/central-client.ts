import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { z } from 'zod';
import {
  changesAnswerSchema,
  enrolAnswerSchema,
  eventsAnswerSchema,
  peerKeyAnswerSchema,
  problemSchema,
  rotateAnswerSchema,
} from '../../core/sync/wire.ts';
import type {
  ChangesAnswer,
  EnrolAnswer,
  EnrolRequest,
  EventsAnswer,
  PeerKeyAnswer,
  RotateAnswer,
} from '../../core/sync/wire.ts';
import type { EventEnvelope } from '../../core/event/event.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import type { Failure } from '../../core/sync/answer.ts';
import { reach } from './reach.ts';
import { gateHeaders } from './headers.ts';

/** A failure as the sync step judges it, with a line for the log: never a body, it may name people. */
export type CallFailure = Failure & { readonly detail: string };
export type CallResult<T> = Result<T, CallFailure>;

export interface CentralClient {
  readonly enrol: (request: EnrolRequest) => Promise<CallResult<EnrolAnswer>>;
  /** Makes the body of a push of just these, after the same, while something else is under way. */
  readonly prepare?: (events: readonly EventEnvelope[], after?: number) => void;
  /** @param after the seq of the last before them that central has answered for: it tells when it has lost it */
  readonly pushEvents: (events: readonly EventEnvelope[], after?: number) => Promise<CallResult<EventsAnswer>>;
  readonly pullChanges: (cursor: string | undefined, limit: number) => Promise<CallResult<ChangesAnswer>>;
  /** Asks for a new token; the old one goes on until the new one is used. */
  readonly rotate: () => Promise<CallResult<RotateAnswer>>;
  /** Tells the key by which the place's other gates know this one. */
  readonly tellPeerKey: (publicKey: string) => Promise<CallResult<PeerKeyAnswer>>;
}

export interface CentralClientParts {
  readonly baseUrl: string;
  readonly token: () => string | undefined;
  /** What central made of a token: it let it in, or it does not know it (any more). */
  readonly tokenMet?: (token: string, good: boolean) => void;
  readonly fetch: typeof fetch;
  /** Called with every answer's `serverTime`, and when the call was sent and answered. */
  readonly learnTime: (serverTime: string, sentMs: number, receivedMs: number) => void;
  readonly nowMs: () => number;
  /** How long a call may take; default 15 s. */
  readonly timeoutMs?: number;
}

interface Packed {
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: RequestInit['body'];
}

const CALL_TIMEOUT_MS = 15_000;
/** Smaller bodies gain nothing from gzip. */
const GZIP_FROM_BYTES = 1024;
const MEDIA_TYPE_REFUSED = 415;
/** A batch in one piece: each is a way to another thread and back. */
const QUICKLY = { level: 1, chunkSize: 128 * 1024 };
const gzipped = promisify(gzip);

export function createCentralClient(parts: CentralClientParts): CentralClient {
  /** Something on the way does not take gzip, whatever the protocol says. */
  let plainOnly = false;
  const prepared = new WeakMap<readonly EventEnvelope[], Promise<Packed>>();

  const packed = async (body: unknown): Promise<Packed> => {
    if (body === undefined) return { headers: {} };
    const headers = { 'content-type': 'application/json' };
    const json = JSON.stringify(body);
    if (plainOnly || json.length < GZIP_FROM_BYTES) return { headers, body: json };
    return { headers: { ...headers, 'content-encoding': 'gzip' }, body: await gzipped(json, QUICKLY) };
  };

  const call = async <T extends { serverTime: string }>(
    method: 'GET' | 'POST' | 'PUT',
    path: string,
    answer: z.ZodType<T>,
    content: Promise<Packed> = packed(undefined),
  ): Promise<CallResult<T>> => {
    const { headers, body } = await content;
    const sentMs = parts.nowMs();
    const token = parts.token();
    const response = await reach(parts.fetch, new URL(path, withSlash(parts.baseUrl)), {
      method,
      headers: {
        accept: 'application/json',
        ...headers,
        ...gateHeaders(token),
      },
      ...(body === undefined ? {} : { body }),
      redirect: 'manual',
      cache: 'no-store',
      signal: AbortSignal.timeout(parts.timeoutMs ?? CALL_TIMEOUT_MS),
    });
    if (!response.ok) return response;
    const { status, json, retryAfterMs } = response.value;
    const parsed = answer.safeParse(json);
    if (status >= 200 && status < 300 && parsed.success) {
      parts.learnTime(parsed.data.serverTime, sentMs, parts.nowMs());
      if (token !== undefined) parts.tokenMet?.(token, true);
      return ok(parsed.data);
    }
    if (status === MEDIA_TYPE_REFUSED) plainOnly = true;
    const problem = problemSchema.safeParse(json);
    const wait = retryAfterMs === undefined ? {} : { retryAfterMs };
    if (!problem.success)
      return fail({ kind: 'status', status, ours: false, ...wait, detail: `HTTP ${status}, not central's JSON` });
    const { code, title } = problem.data;
    if (token !== undefined && TOKEN_CODES.includes(code)) parts.tokenMet?.(token, false);
    return fail({ kind: 'status', status, ours: true, code, ...wait, detail: `HTTP ${status} ${code}: ${title}` });
  };

  return {
    enrol: (request) => call('POST', 'v1/devices/enrol', enrolAnswerSchema, packed(request)),
    prepare: (events, after) => void prepared.set(events, packed({ events, after })),
    pushEvents: (events, after) => {
      const body = (!plainOnly && prepared.get(events)) || packed({ events, after });
      return call('POST', 'v1/sync/events', eventsAnswerSchema, body);
    },
    rotate: () => call('POST', 'v1/devices/rotate', rotateAnswerSchema),
    tellPeerKey: (publicKey) => call('PUT', 'v1/devices/peer-key', peerKeyAnswerSchema, packed({ publicKey })),
    pullChanges: (cursor, limit) => {
      const query = new URLSearchParams({ limit: String(limit), ...(cursor === undefined ? {} : { cursor }) });
      return call('GET', `v1/sync/changes?${query.toString()}`, changesAnswerSchema);
    },
  };
}

const TOKEN_CODES = ['token_unknown', 'token_ended'];
const withSlash = (url: string): string => (url.endsWith('/') ? url : `${url}/`);
