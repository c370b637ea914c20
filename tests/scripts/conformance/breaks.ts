/** For each check of the conformance run: how a central would break that rule and no other. */
import type { ChangesAnswer, EventsAnswer, Problem } from '../../../core/sync/wire.ts';
import { askedJson, withJson, type Break, type Passing, type Reply } from './breaking-proxy.ts';

interface Sent {
  readonly id?: string;
  readonly seq?: number;
  readonly type?: string;
  readonly hash?: string;
  readonly data?: Readonly<Record<string, unknown>>;
  readonly occurredAt?: string;
  readonly clockOffsetMs?: number;
}
const eventsOf = (passing: Passing): readonly Sent[] =>
  passing.path === '/v1/sync/events' ? (askedJson<{ events: Sent[] }>(passing)?.events ?? []) : [];
const isPull = ({ path }: Passing): boolean => path.startsWith('/v1/sync/changes');
const isBlob = ({ path }: Passing, method: string, asked: string): boolean =>
  path.startsWith('/v1/blobs/') && method === asked;

const refused = (code: string, as: Partial<Problem>): Break => ({
  answering: (reply) =>
    reply.status >= 400 && reply.body.includes(`"${code}"`)
      ? { ...withJson<Problem>(reply, (problem) => ({ ...problem, ...as })), status: as.status ?? reply.status }
      : undefined,
});
/** What is said of the events that `which` picks. */
const said = (which: (event: Sent, all: readonly Sent[]) => boolean, as: object): Break => ({
  answering: (reply, passing) => {
    const events = eventsOf(passing);
    if (reply.status !== 200 || !events.some((event) => which(event, events))) return undefined;
    return withJson<EventsAnswer>(reply, (answer) => ({
      ...answer,
      results: answer.results.map((result, at) => {
        const event = events[at];
        return event && which(event, events) ? { ...result, ...as } : result;
      }),
    }));
  },
});
const results = (status: string, as: object): Break => ({
  answering: (reply, passing) =>
    passing.path === '/v1/sync/events' && reply.status === 200 && reply.body.includes(status)
      ? withJson<EventsAnswer>(reply, (answer) => ({
          ...answer,
          results: answer.results.map((one) => (JSON.stringify(one).includes(status) ? { ...one, ...as } : one)),
        }))
      : undefined,
});
const changes = (change: (answer: ChangesAnswer, passing: Passing) => unknown): Break => ({
  answering: (reply, passing) =>
    isPull(passing) && reply.status === 200
      ? withJson<ChangesAnswer>(reply, (answer) => change(answer, passing))
      : undefined,
});
const blobs = (method: string, change: (reply: Reply, passing: Passing) => Partial<Reply> | undefined): Break => ({
  answering: (reply, passing) => (isBlob(passing, passing.method, method) ? change(reply, passing) : undefined),
});
const OK = { status: 200, headers: {}, body: Buffer.from('{}') };
const flip = (body: Buffer): Buffer => Buffer.from(body.map((byte) => byte ^ 1));

/** Tells the wrong presence of a worker whose acts `which` picks; the checks’ own workers come and go once each. */
function presenceBy(which: (came: Sent | undefined, left: Sent | undefined) => boolean): Break {
  const acts = new Map<string, { in?: Sent; out?: Sent }>();
  return {
    asking: (passing) => {
      for (const event of eventsOf(passing)) {
        const workerId = event.data?.['workerId'];
        if (typeof workerId !== 'string') continue;
        const kept = acts.get(workerId) ?? {};
        acts.set(workerId, event.type === 'presence.checked_in' ? { ...kept, in: event } : { ...kept, out: event });
      }
      return undefined;
    },
    ...changes((answer) => ({
      ...answer,
      changes: answer.changes.map((one) => {
        const { in: came, out: left } = acts.get(String(one.data?.['workerId'])) ?? {};
        const wrong = one.entity === 'presence' && which(came, left);
        return wrong ? { ...one, data: { ...one.data, inside: !one.data?.['inside'] } } : one;
      }),
    })),
  };
}

const withoutToken = (passing: Passing): boolean => isPull(passing) && passing.headers.authorization === undefined;

/** New ones for each run: some remember what they saw. */
export const breaks = (): Readonly<Record<string, Break>> => ({
  code_used: refused('code_used', { code: 'code_gone' }),
  code_unknown: refused('code_unknown', { status: 400 }),
  code_expired: refused('code_expired', { status: 404, code: 'code_unknown' }),
  token_needed: {
    answering: (_reply, passing) =>
      withoutToken(passing) && passing.path.endsWith('limit=1') ? { status: 403 } : undefined,
  },
  token_known: {
    answering: (_reply, { headers }) => (headers.authorization?.includes('nobody') ? { status: 403 } : undefined),
  },
  peer_key_told: changes((answer) => ({
    ...answer,
    changes: answer.changes.filter(({ entity }) => entity !== 'peer'),
  })),
  device_revoked: refused('device_revoked', { code: 'token_unknown' }),
  rotate_old_works: (() => {
    let rotations = 0;
    return {
      answering: (_reply: Reply, { path }: Passing) => {
        if (path === '/v1/devices/rotate') rotations += 1;
        return rotations === 1 && path.endsWith('limit=1') ? { status: 401 } : undefined;
      },
    };
  })(),
  rotate_old_ends: {
    answering: (reply, { path, headers }) =>
      path.endsWith('limit=1') && reply.body.includes('"token_unknown"') && !headers.authorization?.includes('nobody')
        ? { status: 200 }
        : undefined,
  },
  problem_form: {
    answering: ({ headers, body }, { path }) =>
      path.endsWith('limit=0') ? { headers: { ...headers, 'content-type': 'application/json' }, body } : undefined,
  },
  server_time: {
    answering: (reply, passing) =>
      withoutToken(passing) && passing.path === '/v1/sync/changes'
        ? withJson<Problem>(reply, ({ serverTime: _, ...problem }) => problem)
        : undefined,
  },
  gzip_answers: { asking: ({ headers }) => ({ headers: { ...headers, 'accept-encoding': 'identity' } }) },
  plain_answers: {
    asking: ({ headers }) =>
      headers['accept-encoding'] === 'identity' ? { headers: { ...headers, 'accept-encoding': 'gzip' } } : undefined,
  },
  gzip_pushes: {
    answering: (_reply, { headers }) => (headers['content-encoding'] === 'gzip' ? { status: 415 } : undefined),
  },
  not_json: { answering: (_reply, { body }) => (body.toString() === '{' ? { status: 500 } : undefined) },
  from_the_start: changes((answer) => ({
    ...answer,
    changes: answer.changes.filter(({ entity }) => entity !== 'gate'),
  })),
  entities: changes((answer) => ({
    ...answer,
    changes: answer.changes.map((one) => (one.entity === 'client' ? { ...one, data: { ...one.data, name: 7 } } : one)),
  })),
  limit_kept: changes((answer, { path }) => {
    const [first] = answer.changes;
    return path.endsWith('?limit=7') && first ? { ...answer, changes: Array.from({ length: 8 }, () => first) } : answer;
  }),
  limit_bounds: {
    answering: (_reply, { path }) => (path.endsWith('limit=5001') ? { status: 200 } : undefined),
  },
  same_in_small_pages: changes((answer, { path }) =>
    path.includes('cursor=') && path.includes('limit=7') ? { ...answer, changes: answer.changes.slice(1) } : answer,
  ),
  cursor_again: (() => {
    const seen = new Set<string>();
    return changes((answer, { path }) => {
      // Only a cursor that is asked twice with few is spent the first time.
      const again =
        path.includes('cursor=') && path.includes('limit=7') && seen.has(path) && answer.changes.length === 7;
      seen.add(path);
      return again && !seen.has(`${path} spent`) && seen.add(`${path} spent`) ? { ...answer, changes: [] } : answer;
    });
  })(),
  nothing_new: changes((answer, { path }) =>
    path.includes('cursor=') && !path.includes('limit') ? { ...answer, hasMore: true } : answer,
  ),
  cursor_expired: refused('cursor_expired', { status: 400 }),
  accepted: (() => {
    let first = true;
    return {
      answering: (reply: Reply, passing: Passing) => {
        const mine = eventsOf(passing).length === 1 && passing.headers['content-encoding'] === undefined;
        if (!mine || !first) return undefined;
        first = false;
        return withJson<EventsAnswer>(reply, (answer) => ({
          ...answer,
          results: answer.results.map((one) => ({ ...one, status: 'flagged' })),
        }));
      },
    };
  })(),
  duplicate: results('"duplicate"', { status: 'rejected' }),
  order: {
    answering: (reply, passing) =>
      eventsOf(passing).length === 3
        ? withJson<EventsAnswer>(reply, (answer) => ({ ...answer, results: answer.results.toReversed() }))
        : undefined,
  },
  rejected: said((event) => event.id === 'no event', { status: 'accepted' }),
  id_reused: results('"id_reused"', { code: 'malformed' }),
  hash_checked: results('"hash_mismatch"', { status: 'accepted', code: undefined }),
  own_device: results('"not_yours"', { status: 'accepted', code: undefined }),
  unknown_type: said((event) => event.type === 'weather.noted', { status: 'rejected' }),
  gap: results('"chain_gap"', { status: 'accepted', code: undefined }),
  late: (() => {
    let latest = 0;
    return {
      answering: (reply: Reply, passing: Passing) => {
        const [event, ...more] = eventsOf(passing);
        const isLate =
          more.length === 0 && event?.seq !== undefined && event.seq < latest && reply.body.includes('"accepted"');
        latest = Math.max(latest, event?.seq ?? 0);
        return isLate ? { body: Buffer.from(reply.body.toString().replace('"accepted"', '"flagged"')) } : undefined;
      },
    };
  })(),
  most: {
    answering: (_reply, passing) => (eventsOf(passing).length === 500 ? { status: 413 } : undefined),
  },
  too_many: { answering: (_reply, passing) => (eventsOf(passing).length > 500 ? OK : undefined) },
  presence_late: presenceBy((came, left) => came !== undefined && left?.clockOffsetMs === 0),
  presence_offset: presenceBy((_came, left) => left !== undefined && left.clockOffsetMs !== 0),
  stream_type: {
    answering: (reply, { path }) =>
      path === '/v1/sync/stream'
        ? { ...reply, headers: { ...reply.headers, 'content-type': 'text/plain' } }
        : undefined,
  },
  stream_nudge: { streaming: (text) => text.replaceAll('event: changed', 'event: other') },
  stream_comment: { streaming: (text) => (text.startsWith(':') ? '' : text) },
  blob: blobs('GET', ({ status, body }) => (status === 200 ? { body: flip(body) } : undefined)),
  blob_again: (() => {
    const seen = new Set<string>();
    const isAgain = ({ path }: Passing): boolean => seen.size === seen.add(path).size;
    return blobs('PUT', (_reply, passing) =>
      passing.headers['content-range'] === undefined && isAgain(passing) ? { status: 409 } : undefined,
    );
  })(),
  blob_range: blobs('GET', ({ status }) => (status === 206 ? { status: 200 } : undefined)),
  blob_slices: blobs('PUT', ({ status }) => (status === 202 ? { status: 200 } : undefined)),
  blob_hash: blobs('PUT', ({ status }) => (status === 422 ? { status: 201 } : undefined)),
  blob_size: blobs('PUT', ({ status }) => (status === 413 ? { status: 500 } : undefined)),
  badge: {
    answering: (reply, { path }) =>
      path === '/v1/badges' && reply.status === 201
        ? withJson<{ text: string }>(reply, (answer) => ({ ...answer, text: answer.text.replace('GH1:', 'GH9:') }))
        : undefined,
  },
  badge_told: changes((answer) => ({ ...answer, changes: answer.changes.filter(({ entity }) => entity !== 'badge') })),
  badge_page: { answering: (_reply, { path }) => (path.startsWith('/badges/') ? { status: 401 } : undefined) },
  badge_stranger: refused('worker_unknown', { status: 403 }),
  presence: presenceBy((came, left) => came !== undefined && left === undefined),
});
