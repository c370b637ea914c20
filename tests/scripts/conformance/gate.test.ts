import { gunzipSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { startOwnGate } from '../../../scripts/conformance/gate/own-gate.ts';
import { readGateOptions } from '../../../scripts/conformance/gate/options.ts';
import { GATE_CHECKS, runGateChecks } from '../../../scripts/conformance/gate/run.ts';

const QUIET = { patienceMs: 5000, told: () => undefined, waiting: () => undefined };

test('issue 6.7: our own gate keeps every rule', { timeout: 60_000 }, async () => {
  const all = await runGateChecks(QUIET);
  expect(all.filter(({ outcome }) => outcome !== 'kept')).toEqual([]);
});

type Change = (url: string, init: RequestInit) => RequestInit;
type Sent = { events: { seq: number; hash: string }[] };

const isPush = (url: string): boolean => url.endsWith('/v1/sync/events');
const withEvents = (init: RequestInit, change: (sent: Sent) => Sent): RequestInit => {
  const body = init.body instanceof Uint8Array ? gunzipSync(init.body).toString() : (init.body as string);
  return { ...init, body: gzipSync(JSON.stringify(change(JSON.parse(body) as Sent))), headers: GZIPPED(init) };
};
const GZIPPED = (init: RequestInit) => ({
  ...(init.headers as Record<string, string>),
  'content-encoding': 'gzip',
});

/** A gate that does one thing wrong, by the check that is to find it. */
const BREAKS: Readonly<Record<string, Change>> = {
  token: (url, init) => {
    const { authorization: _, ...headers } = init.headers as Record<string, string>;
    return isPush(url) ? { ...init, headers } : init;
  },
  from_start: (_url, init) => init,
  chain: (url, init) =>
    isPush(url)
      ? withEvents(init, ({ events }) => ({ events: events.map((one) => ({ ...one, seq: one.seq + 1 })) }))
      : init,
  gzip: (url, init) => {
    if (!isPush(url) || !(init.body instanceof Uint8Array)) return init;
    const { 'content-encoding': _, ...headers } = init.headers as Record<string, string>;
    return { ...init, headers, body: gunzipSync(init.body).toString() };
  },
};

async function notKept(id: string, change: Change): Promise<string[]> {
  const broken = ((url: URL | string, init: RequestInit = {}) => {
    const asked = id === 'from_start' ? String(url).replace('changes?', 'changes?cursor=mine&') : String(url);
    return fetch(asked, change(asked, init));
  }) as typeof fetch;
  const wanted = ['enrol', 'chain', id];
  const checks = GATE_CHECKS.filter((check) => wanted.includes(check.id));
  const all = await runGateChecks({ ...QUIET, checks, start: (url) => startOwnGate(url, broken) });
  return all.filter(({ outcome }) => outcome === 'not_kept').map((found) => found.id);
}

test.each(Object.entries(BREAKS))('issue 6.7: a gate that breaks "%s" is told so', async (id, change) => {
  expect(await notKept(id, change)).toEqual([id]);
});

test('every check has an id of its own and is a sentence', () => {
  expect(new Set(GATE_CHECKS.map(({ id }) => id)).size).toBe(GATE_CHECKS.length);
  expect(GATE_CHECKS.filter(({ says }) => !/^[A-Z].*\.$/.test(says))).toEqual([]);
});

test.each([
  [['--gate'], { port: undefined, patienceMs: 20_000, json: false }],
  [['--gate', '--listen', '8080', '--json'], { port: 8080, patienceMs: 20_000, json: true }],
  [['http://central.example', '--admin-token', 'A', '--gate', 'gate-1'], undefined],
  [['http://central.example', '--code', 'A'], undefined],
])('%j asks for the gate’s side only with a bare --gate', (args, options) => {
  expect(readGateOptions(args)).toEqual(options);
});

test.each([
  [['--gate', '--listen', 'here'], /no port/],
  [['--gate', '--patience', 'long'], /no number of seconds/],
  [['--gate', '--colour'], /colour/],
])('%j is answered with advice', (args, says) => {
  expect(() => readGateOptions(args)).toThrow(says);
});
