import { lookup } from 'node:dns/promises';
import net from 'node:net';
import tls from 'node:tls';
import type { ReachCheck, ReachStep } from '../../preload/support-views.ts';
import { reach } from '../sync/reach.ts';

export interface ReachParts {
  readonly centralUrl: string;
  readonly fetch: typeof fetch;
  readonly monotonicMs: () => number;
  /** Central's clock minus this one's; undefined: never learnt. */
  readonly clockOffsetMs: number | undefined;
  /** How long each step may take; default 5 s. */
  readonly patienceMs?: number;
}

type Found = Pick<ReachCheck, 'result' | 'detail'>;

const CLOCK_BAD_MS = 60_000;
const good = (detail?: string): Found => ({ result: 'good', ...(detail ? { detail } : {}) });
const bad = (detail: string): Found => ({ result: 'bad', detail: detail.slice(0, 300) });
const skipped: Found = { result: 'skipped' };

/** Tries the way to central step by step, each by itself, so that whoever helps sees where it ends (G12). Nothing secret is sent. */
export async function reachChecks(parts: ReachParts): Promise<ReachCheck[]> {
  const { centralUrl, monotonicMs, patienceMs = 5000 } = parts;
  const url = new URL(centralUrl);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const port = Number(url.port) || (url.protocol === 'https:' ? 443 : 80);
  const to = { host, port, patienceMs };
  const steps: readonly [ReachStep, () => Promise<Found>][] = [
    ['name', () => nameFound(to)],
    ['line', () => lineFound(to)],
    ['certificate', () => (url.protocol === 'https:' ? certificateFound(to) : Promise.resolve(skipped))],
    ['answer', () => answerFound(url, parts.fetch, patienceMs)],
    ['clock', () => Promise.resolve(clockFound(parts.clockOffsetMs))],
  ];
  const found: ReachCheck[] = [];
  for (const [step, look] of steps) {
    const beganMs = monotonicMs();
    const what = await look().catch((error: unknown) => bad(wordsOf(error)));
    found.push({ step, ...what, tookMs: Math.max(0, Math.round(monotonicMs() - beganMs)) });
  }
  return mildly(found);
}

/** What a proxy does for the gate need not work by itself. */
export function mildly(checks: readonly ReachCheck[]): ReachCheck[] {
  const answers = checks.some(({ step, result }) => step === 'answer' && result === 'good');
  return checks.map((check) =>
    answers && check.result === 'bad' && check.step !== 'clock' ? { ...check, result: 'look' } : check,
  );
}

interface To {
  readonly host: string;
  readonly port: number;
  readonly patienceMs: number;
}

async function nameFound({ host, patienceMs }: To): Promise<Found> {
  if (net.isIP(host) !== 0) return skipped;
  const all = await within(lookup(host, { all: true }), patienceMs);
  return good(all.map(({ address }) => address).join(', '));
}

function lineFound({ host, port, patienceMs }: To): Promise<Found> {
  return new Promise((resolve) => {
    const socket = net.connect({ host, port });
    const end = (found: Found): void => {
      socket.destroy();
      resolve(found);
    };
    socket.setTimeout(patienceMs, () => end(bad(`no answer from ${host}:${port}`)));
    socket.once('connect', () => end(good(`${host}:${port}`)));
    socket.once('error', (error) => end(bad(wordsOf(error))));
  });
}

/** The line is only looked at: nothing is sent over it, trusted or not. */
function certificateFound({ host, port, patienceMs }: To): Promise<Found> {
  return new Promise((resolve) => {
    const servername = net.isIP(host) === 0 ? { servername: host } : {};
    const socket = tls.connect({ host, port, rejectUnauthorized: false, ...servername });
    const end = (found: Found): void => {
      socket.destroy();
      resolve(found);
    };
    socket.setTimeout(patienceMs, () => end(bad(`no answer from ${host}:${port}`)));
    socket.once('error', (error) => end(bad(wordsOf(error))));
    socket.once('secureConnect', () => {
      const { issuer, valid_to: validTo } = socket.getPeerCertificate();
      const from = `${[issuer?.O ?? issuer?.CN ?? '?'].flat().join(', ')}, valid to ${validTo}`;
      // An Error or a code, whatever the types say (nodejs.org, "tlsSocket.authorizationError").
      end(socket.authorized ? good(from) : bad(`${String(socket.authorizationError)}; issued by ${from}`));
    });
  });
}

/** A refusal in central's own words is an answer: the question carries no token. */
async function answerFound(url: URL, doFetch: typeof fetch, patienceMs: number): Promise<Found> {
  const where = new URL('v1/sync/changes?limit=1', url.href.replace(/\/?$/, '/'));
  const answer = await reach(doFetch, where, { redirect: 'manual', signal: AbortSignal.timeout(patienceMs) });
  if (!answer.ok) return bad(answer.fault.detail ?? answer.fault.kind);
  const { status, json } = answer.value;
  if (json === undefined) return bad(`status ${status}: the answer is not central's`);
  return status >= 500 ? bad(`status ${status}`) : good();
}

function clockFound(offsetMs: number | undefined): Found {
  if (offsetMs === undefined) return skipped;
  const detail = `${Math.round(offsetMs / 1000)} s`;
  return Math.abs(offsetMs) <= CLOCK_BAD_MS ? good(detail) : bad(detail);
}

function within<T>(work: Promise<T>, patienceMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${patienceMs} ms`)), patienceMs);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
