import type { z } from 'zod';
import { changesAnswerSchema, enrolAnswerSchema, eventsAnswerSchema, problemSchema } from '../../core/sync/wire.ts';
import type { ChangesAnswer, EnrolAnswer, EnrolRequest, EventsAnswer } from '../../core/sync/wire.ts';
import type { EventEnvelope } from '../../core/event/event.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import type { Failure } from '../../core/sync/answer.ts';

/** A failure as the sync step judges it, with a line for the log: never a body, it may name people. */
export type CallFailure = Failure & { readonly detail: string };
export type CallResult<T> = Result<T, CallFailure>;

export interface CentralClient {
  readonly enrol: (request: EnrolRequest) => Promise<CallResult<EnrolAnswer>>;
  readonly pushEvents: (events: readonly EventEnvelope[]) => Promise<CallResult<EventsAnswer>>;
  readonly pullChanges: (cursor: string | undefined, limit: number) => Promise<CallResult<ChangesAnswer>>;
}

export interface CentralClientParts {
  readonly baseUrl: string;
  readonly token: () => string | undefined;
  readonly fetch: typeof fetch;
  /** Called with every answer's `serverTime`, and when the call was sent and answered. */
  readonly learnTime: (serverTime: string, sentMs: number, receivedMs: number) => void;
  readonly nowMs: () => number;
  /** How long a call may take; default 15 s. */
  readonly timeoutMs?: number;
}

const CALL_TIMEOUT_MS = 15_000;

export function createCentralClient(parts: CentralClientParts): CentralClient {
  const call = async <T extends { serverTime: string }>(
    method: 'GET' | 'POST',
    path: string,
    answer: z.ZodType<T>,
    body?: unknown,
  ): Promise<CallResult<T>> => {
    const sentMs = parts.nowMs();
    const token = parts.token();
    const response = await reach(parts.fetch, new URL(path, withSlash(parts.baseUrl)), {
      method,
      headers: {
        accept: 'application/json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      redirect: 'manual',
      signal: AbortSignal.timeout(parts.timeoutMs ?? CALL_TIMEOUT_MS),
    });
    if (!response.ok) return response;
    const { status, json, retryAfterMs } = response.value;
    const parsed = answer.safeParse(json);
    if (status >= 200 && status < 300 && parsed.success) {
      parts.learnTime(parsed.data.serverTime, sentMs, parts.nowMs());
      return ok(parsed.data);
    }
    const problem = problemSchema.safeParse(json);
    const wait = retryAfterMs === undefined ? {} : { retryAfterMs };
    if (!problem.success)
      return fail({ kind: 'status', status, ours: false, ...wait, detail: `HTTP ${status}, not central's JSON` });
    const { code, title } = problem.data;
    return fail({ kind: 'status', status, ours: true, code, ...wait, detail: `HTTP ${status} ${code}: ${title}` });
  };

  return {
    enrol: (request) => call('POST', 'v1/devices/enrol', enrolAnswerSchema, request),
    pushEvents: (events) => call('POST', 'v1/sync/events', eventsAnswerSchema, { events }),
    pullChanges: (cursor, limit) => {
      const query = new URLSearchParams({ limit: String(limit), ...(cursor === undefined ? {} : { cursor }) });
      return call('GET', `v1/sync/changes?${query.toString()}`, changesAnswerSchema);
    },
  };
}

const withSlash = (url: string): string => (url.endsWith('/') ? url : `${url}/`);

interface Reached {
  readonly status: number;
  /** Undefined when the body is no JSON: a captive portal or a proxy answers with a page of its own. */
  readonly json: unknown;
  readonly retryAfterMs?: number;
}

async function reach(doFetch: typeof fetch, url: URL, init: RequestInit): Promise<CallResult<Reached>> {
  try {
    const response = await doFetch(url, init);
    const text = await response.text();
    const retryAfterS = Number(response.headers.get('retry-after') ?? Number.NaN);
    const retry = retryAfterS > 0 ? { retryAfterMs: retryAfterS * 1000 } : {};
    return ok({ status: response.status, json: parseJson(text), ...retry });
  } catch (error) {
    const cause = error instanceof Error ? error.cause : undefined;
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
    const detail = `${error instanceof Error ? error.message : String(error)} ${code}`.trim();
    return fail({ kind: NOTHING_DELIVERED.test(code) ? 'refused' : 'silent', detail });
  }
}

/** Node's and TLS's own names for a connection that never came to be (nodejs.org errors, "Common system errors"). */
const NOTHING_DELIVERED =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ENETDOWN|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|ERR_TLS)/;

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
