import { fail, ok } from '../../core/result.ts';
import type { CallResult } from './central-client.ts';

export interface Reached {
  readonly status: number;
  /** Undefined when the body is no JSON: a captive portal or a proxy answers with a page of its own. */
  readonly json: unknown;
  readonly retryAfterMs?: number;
}

/** One request with its whole answer, or why there is none. Who is to blame is for core/sync/answer to say. */
export async function reach(doFetch: typeof fetch, url: URL, init: RequestInit): Promise<CallResult<Reached>> {
  try {
    const response = await doFetch(url, init);
    const text = await response.text();
    const retryAfterS = Number(response.headers.get('retry-after') ?? Number.NaN);
    const retry = retryAfterS > 0 ? { retryAfterMs: retryAfterS * 1000 } : {};
    const isJson = /\bjson\b/i.test(response.headers.get('content-type') ?? 'json');
    return ok({ status: response.status, json: isJson ? parseJson(text) : undefined, ...retry });
  } catch (error) {
    return unanswered(error);
  }
}

/** Node hands the system's name for it in `cause`, Chromium its own in the message (`net::ERR_…`). */
function unanswered(error: unknown): CallResult<never> {
  const cause = error instanceof Error ? error.cause : undefined;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const detail = `${error instanceof Error ? error.message : String(error)} ${code}`.trim();
  // Chromium ends a redirect that is not to be followed with an error: the answer was one all the same.
  if (/redirect/i.test(detail)) return fail({ kind: 'status', status: 302, ours: false, detail });
  if (NOT_TRUSTED.test(detail)) return fail({ kind: 'untrusted', detail });
  return fail({ kind: NOTHING_DELIVERED.test(detail) ? 'refused' : 'silent', detail });
}

/** Node's names for a connection that never came to be (nodejs.org errors, "Common system errors"), then Chromium's (net_error_list.h). */
const NOTHING_DELIVERED =
  /\b(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ENETDOWN|ERR_(CONNECTION_REFUSED|NAME_NOT_RESOLVED|NAME_RESOLUTION_FAILED|INTERNET_DISCONNECTED|ADDRESS_UNREACHABLE|PROXY_CONNECTION_FAILED))\b/;
/** The same for a certificate that is not central's: somebody between opens what should be sealed, or the clock is far off. */
const NOT_TRUSTED = /\b(CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|ERR_TLS|ERR_CERT|ERR_SSL|ERR_BAD_SSL)/;

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
