import { gzipSync } from 'node:zlib';
import type { z } from 'zod';
import { problemSchema } from '../../core/sync/wire.ts';
import { Departure, must } from './check.ts';

/** Time for an answer to a call. */
const ANSWER_MS = 30_000;

export type Body = NonNullable<RequestInit['body']>;

export interface Asked {
  readonly method?: string;
  readonly token?: string;
  readonly json?: unknown;
  readonly gzipped?: boolean;
  readonly body?: Body;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Uint8Array;
}

/** One call. @throws Departure when no answer comes. */
export async function ask(url: string, { method, token, json, gzipped, body, headers }: Asked = {}): Promise<Answered> {
  const sent = json === undefined ? body : bodyOf(JSON.stringify(json), gzipped === true);
  const all = {
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    ...(json === undefined ? {} : { 'content-type': 'application/json' }),
    ...(gzipped ? { 'content-encoding': 'gzip' } : {}),
    ...headers,
  };
  const init = {
    method: method ?? (sent === undefined ? 'GET' : 'POST'),
    headers: all,
    signal: AbortSignal.timeout(ANSWER_MS),
    redirect: 'manual' as const,
    ...(sent === undefined ? {} : { body: sent, duplex: 'half' as const }),
  };
  try {
    const answer = await fetch(url, init);
    return { status: answer.status, headers: answer.headers, bytes: new Uint8Array(await answer.arrayBuffer()) };
  } catch (fault) {
    throw new Departure(`no answer: ${reasonOf(fault)}`);
  }
}

const bodyOf = (text: string, gzipped: boolean): Body => (gzipped ? new Uint8Array(gzipSync(text)) : text);

function reasonOf(fault: unknown): string {
  const { message, cause } = fault as Error;
  return cause instanceof Error ? cause.message : message;
}

/** The body as the schema has it. @throws Departure for another status or form. */
export function read<S extends z.ZodType>(answer: Answered, status: number, schema: S): z.infer<S> {
  must(answer.status === status, `answered ${shown(answer)}, not ${status}`);
  const parsed = schema.safeParse(jsonOf(answer));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Departure(`the answer’s form: ${issue?.path.join('.') || 'body'}: ${issue?.message ?? 'not as expected'}`);
}

/** A problem with this status and, where PROTOCOL names one, this code. */
export function mustRefuse(answer: Answered, status: number, code?: string): void {
  must(answer.status === status, `answered ${shown(answer)}, not ${status}`);
  if (code === undefined) return;
  const problem = problemSchema.safeParse(jsonOf(answer));
  const found = problem.success ? problem.data.code : 'none';
  must(found === code, `the problem’s code is ${found}, not ${code}`);
}

export function jsonOf({ bytes }: Answered): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    throw new Departure('the answer is not JSON');
  }
}

function shown(answer: Answered): string {
  const problem = answer.status >= 400 ? problemSchema.safeParse(safeJson(answer)) : undefined;
  return problem?.success ? `${answer.status} ${problem.data.code}` : String(answer.status);
}

function safeJson(answer: Answered): unknown {
  try {
    return jsonOf(answer);
  } catch {
    return undefined;
  }
}
