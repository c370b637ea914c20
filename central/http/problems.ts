import { problemSchema, type Problem } from '../../core/sync/wire.ts';

/** Every error answer of the API (RFC 9457): its code, status and what the reader does next. */
export const PROBLEMS = {
  malformed: [400, 'The request does not have the expected form', 'See /openapi.json for the form of each call.'],
  token_missing: [401, 'No token', 'Send the device token as Authorization: Bearer.'],
  token_unknown: [401, 'Unknown token', 'Enrol this device again with a new code.'],
  token_ended: [401, 'This token was replaced', 'Use the token that the last rotation gave.'],
  device_revoked: [
    401,
    'This device was removed',
    'Stop, tell the staff, and hand over what is waiting to an administrator.',
  ],
  admin_off: [403, 'Administration is off', 'Start central with GATEHOUSE_CENTRAL_ADMIN_TOKEN set.'],
  not_found: [404, 'Nothing is here', 'Look at the address again.'],
  code_unknown: [404, 'Unknown enrolment code', 'Read the code again, or ask an administrator for a new one.'],
  worker_unknown: [
    404,
    'Unknown worker',
    'Look at the worker id again; a gate may ask for workers of its own location only.',
  ],
  code_used: [410, 'This enrolment code was used', 'Ask an administrator for a new one.'],
  code_expired: [410, 'This enrolment code has ended', 'Ask an administrator for a new one.'],
  person_inside: [409, 'This person is inside', 'Check the person out at a gate, then remove them.'],
  offset_mismatch: [409, 'The file does not go on there', 'Go on from the byte in Upload-Offset; HEAD tells it again.'],
  cursor_expired: [
    410,
    'This cursor has ended',
    'Pull again without a cursor, beside the old copy, and swap when complete.',
  ],
  too_large: [413, 'Too much at once', 'Send less in one request.'],
  media_type: [415, 'Unknown content type or encoding', 'Send application/json, plain or gzip.'],
  range_unsatisfiable: [416, 'No such range', 'Ask for bytes that the file has.'],
  hash_mismatch: [422, 'The content does not have the hash in the address', 'Send it again.'],
  version_too_old: [426, 'This central no longer takes this version of the protocol', 'Install the newest Gatehouse.'],
  slow_down: [429, 'Too many tries', 'Wait a minute, then try again.'],
  too_many_requests: [429, 'Too many requests', 'Wait as long as Retry-After says, then go on.'],
  internal: [500, 'Something went wrong here', 'Try again later; the log of central says more.'],
} as const satisfies Record<string, readonly [number, string, string]>;

export type ProblemCode = keyof typeof PROBLEMS;

export function problemOf(code: ProblemCode, nowMs: number, detail?: string): Problem {
  const [status, title, next] = PROBLEMS[code];
  return {
    type: 'about:blank',
    title,
    status,
    detail: detail ?? next,
    code,
    serverTime: new Date(nowMs).toISOString(),
  };
}

interface Answering {
  code(status: number): unknown;
  type(contentType: string): unknown;
}

/** Makes the answer a problem; the handler returns the body that this gives. */
export function refuse(reply: Answering, code: ProblemCode, nowMs: number, detail?: string): Problem {
  const problem = problemOf(code, nowMs, detail);
  reply.code(problem.status);
  reply.type('application/problem+json');
  return problem;
}

/** What every route says of its error answers. */
export const problemAnswers = {
  '4xx': { description: 'A problem, RFC 9457', content: { 'application/problem+json': { schema: problemSchema } } },
  '5xx': { description: 'A problem, RFC 9457', content: { 'application/problem+json': { schema: problemSchema } } },
} as const;
