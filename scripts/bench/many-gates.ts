import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import http, { type IncomingMessage } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { v7 } from 'uuid';
import { GENESIS_HASH, sealEvent } from '../../core/event/chain.ts';
import { sha256Hex } from '../../main/verify.ts';

export interface ManyGates {
  readonly url: string;
  readonly gates: readonly Gate[];
}
interface Gate {
  readonly gateId: string;
  readonly locationId: string;
  readonly deviceId: string;
  readonly token: string;
}
export interface Used {
  readonly cpuMs: number;
  readonly residentMiB: number;
}

/** What one gate costs central. */
export interface CostPerGate {
  readonly connectCpuMs: number;
  readonly streamKiB: number;
  readonly pullCpuMs: number;
  /** Keeping its stream open for a minute in which nothing happens. */
  readonly standingCpuMs: number;
  /** Beyond what all that stands by costs meanwhile: an act pushed, its place's two gates nudged, both pulling. */
  readonly actCpuMs: number;
  /** So many such acts at once, 64 under way, until both gates have each. */
  readonly actsPerSecond: number;
}

const AT_ONCE = 64;
/** Acts come from so many of the gates, spread over all: what one costs is the same question. */
const ACTING = 500;
/** As long as central is silent at most: every stream gets one comment. */
const STANDING_MS = 15_000;
const WARMING = 500;

/** A central of its own with so many gates: all connect, all pull, some act. */
export async function costPerGate(count: number, folder: string, databaseUrl?: string): Promise<CostPerGate> {
  const child = fork(new URL('central-many.ts', import.meta.url), [
    folder,
    String(count),
    ...(databaseUrl === undefined ? [] : [databaseUrl]),
  ]);
  try {
    const [{ url, gates }] = (await once(child, 'message')) as [ManyGates];
    const agent = new http.Agent({ keepAlive: true, maxSockets: AT_ONCE });
    // A program that has just begun is slower: a few gates must not look dear for that.
    await eachOf(gates.slice(0, WARMING), async (gate) => {
      (await openStream(url, gate)).stream.destroy();
      await ask(agent, `${url}/v1/sync/changes`, gate.token);
    });
    const before = await usedBy(child);
    const streams = new Map<string, Stream>();
    await eachOf(gates, async (gate) => void streams.set(gate.deviceId, await openStream(url, gate)));
    const connected = await usedBy(child);

    const cursors = new Map<string, string>();
    const pull = async (gate: Gate): Promise<void> => {
      const at = cursors.get(gate.deviceId);
      const path = `/v1/sync/changes${at === undefined ? '' : `?cursor=${at}`}`;
      const { cursor } = (await ask(agent, url + path, gate.token)) as { cursor: string };
      cursors.set(gate.deviceId, cursor);
    };
    await eachOf(gates, pull);
    const pulled = await usedBy(child);
    await pause(STANDING_MS);
    const stood = await usedBy(child);
    const standingCpuMs = (stood.cpuMs - pulled.cpuMs) / count / STANDING_MS;

    // One of a place, so that no two share a nudge.
    const acting = gates.filter((_, index) => index % Math.max(2, Math.round(count / ACTING)) === 0);
    const neighbours = new Map<string, Gate[]>();
    for (const gate of gates) neighbours.set(gate.locationId, [...(neighbours.get(gate.locationId) ?? []), gate]);
    const begunMs = performance.now();
    await eachOf(acting, async (gate) => {
      const all = neighbours.get(gate.locationId) ?? [];
      const listening = all.flatMap(({ deviceId }) => streams.get(deviceId) ?? []);
      const nudged = Promise.all(listening.map(({ nudge }) => nudge()));
      await ask(agent, `${url}/v1/sync/events`, gate.token, { events: [firstAct(gate)] });
      await nudged;
      await Promise.all(all.map(pull));
    });
    const actedMs = performance.now() - begunMs;
    const acted = await usedBy(child);
    for (const { stream } of streams.values()) stream.destroy();
    agent.destroy();
    return {
      connectCpuMs: (connected.cpuMs - before.cpuMs) / count,
      streamKiB: ((connected.residentMiB - before.residentMiB) / count) * 1024,
      pullCpuMs: (pulled.cpuMs - connected.cpuMs) / count,
      standingCpuMs: standingCpuMs * 60_000,
      actCpuMs: (acted.cpuMs - stood.cpuMs - standingCpuMs * count * actedMs) / acting.length,
      actsPerSecond: (acting.length / actedMs) * 1000,
    };
  } finally {
    child.disconnect();
    await once(child, 'exit');
  }
}

async function usedBy(child: ChildProcess): Promise<Used> {
  const answer = once(child, 'message');
  child.send('used');
  return ((await answer) as [Used])[0];
}

/** A few at a time, in their order. */
async function eachOf<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const rest = all.values();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const one of rest) await work(one);
    }),
  );
}

interface Stream {
  readonly stream: IncomingMessage;
  /** The next one. */
  readonly nudge: () => Promise<unknown>;
}

/** Open when its first nudge has come. */
async function openStream(url: string, { token }: Gate): Promise<Stream> {
  const headers = { authorization: `Bearer ${token}` };
  const request = http.get(`${url}/v1/sync/stream`, { headers, agent: false });
  const [stream] = (await once(request, 'response')) as [IncomingMessage];
  const nudge = async (): Promise<void> => {
    for (;;) {
      const [text] = (await once(stream, 'data')) as [Buffer];
      if (text.includes('event: changed')) return;
    }
  };
  await nudge();
  stream.resume();
  return { stream, nudge };
}

async function ask(agent: http.Agent, url: string, token: string, content?: unknown): Promise<unknown> {
  const body = content === undefined ? undefined : JSON.stringify(content);
  const headers = { authorization: `Bearer ${token}`, ...(body ? { 'content-type': 'application/json' } : {}) };
  const request = http.request(url, { agent, headers, method: body ? 'POST' : 'GET' });
  request.end(body);
  const [answer] = (await once(request, 'response')) as [IncomingMessage];
  let text = '';
  for await (const chunk of answer.setEncoding('utf8')) text += chunk;
  if (answer.statusCode !== 200) throw new Error(`${url} answered ${answer.statusCode}: ${text.slice(0, 200)}`);
  return JSON.parse(text);
}

function firstAct({ gateId, locationId, deviceId }: Gate) {
  const data = { workerId: `worker-of-${deviceId}`, mode: 'scan', code: 'welcome', notes: [], workOrderIds: [] };
  const common = { bootId: 'boot', monotonicMs: 1, clockOffsetMs: 0, actor: { kind: 'worker' as const } };
  const act = { id: v7(), deviceId, seq: 1, type: 'presence.checked_in', gateId, locationId, data, ...common };
  return sealEvent({ ...act, occurredAt: new Date().toISOString(), prevHash: GENESIS_HASH }, sha256Hex);
}
