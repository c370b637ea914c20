/** A real central for a test: its own folder, a free port on this machine, and a clock that the test sets. */
import { createHash, randomUUID } from 'node:crypto';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { afterAll, onTestFinished } from 'vitest';
import type { Central } from '../../central/central.ts';
import { seedDemo } from '../../central/demo/seed.ts';
import { GATES } from '../../central/demo/site.ts';
import { createEnrolmentCode } from '../../central/devices/enrolment.ts';
import type { MailSettings } from '../../central/mail/mailing.ts';
import { buildServer } from '../../central/http/server.ts';
import { openCentral } from '../../central/open.ts';
import { GENESIS_HASH, sealEvent } from '../../core/event/chain.ts';
import type { EventEnvelope } from '../../core/event/event.ts';
import type { Change, ChangesAnswer, EnrolAnswer, EventsAnswer } from '../../core/sync/wire.ts';
import { START_MS } from './start-ms.ts';

export const ADMIN_TOKEN = 'only-for-this-test';
export { START_MS };
export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

/** Where central keeps its rows; `on-postgres.ts` gives each folder a database. */
export const storeOfTest: { databaseUrlOf?: (directory: string, demo: boolean) => Promise<string> } = {};

export interface RunningCentral {
  readonly url: string;
  readonly central: Central;
  readonly directory: string;
  readonly clock: { nowMs: number };
  stop(): Promise<void>;
}
export interface Starting {
  readonly directory?: string;
  readonly demo?: boolean;
  readonly admin?: boolean;
  readonly streamCommentMs?: number;
  readonly nowMs?: number;
  readonly mail?: MailSettings;
  readonly requestsPerMinute?: number;
  readonly port?: number;
  readonly lowestProtocol?: number;
}

export async function startCentral({
  demo = true,
  admin = true,
  nowMs = START_MS,
  ...starting
}: Starting = {}): Promise<RunningCentral> {
  const directory = starting.directory ?? (await temporaryFolder());
  const clock = { nowMs };
  const databaseUrl = await storeOfTest.databaseUrlOf?.(directory, demo);
  const isCopied = demo && starting.directory === undefined && databaseUrl === undefined && nowMs === START_MS;
  if (isCopied) await cp(await seededFolder(), directory, { recursive: true });
  const central = await openCentral({
    dataDirectory: directory,
    databaseUrl,
    demo,
    adminToken: admin ? ADMIN_TOKEN : undefined,
    now: () => clock.nowMs,
    requestsPerMinute: starting.requestsPerMinute,
    lowestProtocol: starting.lowestProtocol,
    ...(starting.mail ? { mail: starting.mail } : {}),
    ...(starting.streamCommentMs === undefined ? {} : { streamCommentMs: starting.streamCommentMs }),
  });
  if (demo) await seedDemo(central);
  const app = await buildServer(central);
  const url = await app.listen({ port: starting.port ?? 0, host: '127.0.0.1' });
  let stopped = false;
  const stop = async () => {
    if (stopped) return;
    stopped = true;
    await app.close();
    await central.store.close();
  };
  onTestFinished(stop);
  return { url, central, directory, clock, stop };
}

let seeded: Promise<string> | undefined;

/** The demo as it is seeded, made once for all tests of a file: each begins with a copy. */
const seededFolder = (): Promise<string> => (seeded ??= seedFolder());

afterAll(async () => {
  if (seeded) await rm(await seeded, { recursive: true, force: true });
});

async function seedFolder(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'gatehouse-seeded-'));
  const central = await openCentral({ dataDirectory: directory, demo: true, now: () => START_MS });
  await seedDemo(central);
  await central.store.close();
  return directory;
}

export async function temporaryFolder(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'gatehouse-central-'));
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  return directory;
}

export interface Answer<T = Record<string, unknown>> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: T;
}

export async function call<T = Record<string, unknown>>(
  { url }: Pick<RunningCentral, 'url'>,
  path: string,
  { token, json, ...init }: RequestInit & { token?: string; json?: unknown } = {},
): Promise<Answer<T>> {
  const headers = new Headers(init.headers);
  if (token !== undefined) headers.set('authorization', `Bearer ${token}`);
  if (json !== undefined) headers.set('content-type', 'application/json');
  const method = init.method ?? (json === undefined ? 'GET' : 'POST');
  const answer = await fetch(url + path, {
    ...init,
    method,
    headers,
    ...(json === undefined ? {} : { body: JSON.stringify(json) }),
  });
  return { status: answer.status, headers: answer.headers, body: (await answer.json()) as T };
}

/** A device enrolled at one of the demo's gates: 0 and 1 are Riverside Tower's, 2 is the depot's. */
export async function enrolled(running: RunningCentral, gateIndex = 0): Promise<TestDevice> {
  const gate = GATES[gateIndex];
  if (!gate) throw new Error(`the demo has no gate ${gateIndex}`);
  const enrolmentCode = await createEnrolmentCode(running.central, gate);
  const { body } = await call<EnrolAnswer>(running, '/v1/devices/enrol', {
    json: { enrolmentCode, name: 'Test PC', platform: 'linux', appVersion: '0.1.0' },
  });
  return new TestDevice(running, body);
}

/** Writes a journal as a gate does and pushes it over HTTP. */
export class TestDevice {
  readonly running: RunningCentral;
  readonly deviceId: string;
  readonly token: string;
  readonly gateId: string;
  readonly locationId: string;
  #seq = 0;
  #hash = GENESIS_HASH;

  constructor(running: RunningCentral, { deviceId, deviceToken, gateId, locationId }: EnrolAnswer) {
    this.running = running;
    this.deviceId = deviceId;
    this.token = deviceToken;
    this.gateId = gateId;
    this.locationId = locationId;
  }

  event(type: string, data: Record<string, unknown>, but: Partial<EventEnvelope> = {}): EventEnvelope {
    this.#seq += 1;
    const sealed = sealEvent(
      {
        id: v7(),
        deviceId: this.deviceId,
        seq: this.#seq,
        type,
        occurredAt: new Date(this.running.clock.nowMs).toISOString(),
        bootId: 'boot-1',
        monotonicMs: this.#seq,
        clockOffsetMs: 0,
        gateId: this.gateId,
        locationId: this.locationId,
        actor: { kind: 'worker' },
        data,
        prevHash: this.#hash,
        ...but,
      },
      sha256,
    );
    this.#hash = sealed.hash;
    return sealed;
  }

  checkIn(workerId: string, { badgeId, ...but }: Partial<EventEnvelope> & { badgeId?: string } = {}): EventEnvelope {
    const data = {
      workerId,
      ...(badgeId ? { badgeId } : {}),
      mode: 'scan',
      code: 'welcome',
      notes: [],
      workOrderIds: [],
    };
    return this.event('presence.checked_in', data, but);
  }

  checkOut(workerId: string, but: Partial<EventEnvelope> = {}): EventEnvelope {
    return this.event('presence.checked_out', { workerId, mode: 'scan', code: 'goodbye', notes: [] }, but);
  }

  async push(...events: readonly unknown[]): Promise<EventsAnswer['results']> {
    const { body } = await call<EventsAnswer>(this.running, '/v1/sync/events', { token: this.token, json: { events } });
    return body.results;
  }

  async pull(cursor?: string, limit = 5000): Promise<ChangesAnswer> {
    const query = new URLSearchParams({ limit: String(limit), ...(cursor === undefined ? {} : { cursor }) });
    const { status, body } = await call<ChangesAnswer>(this.running, `/v1/sync/changes?${query}`, {
      token: this.token,
    });
    if (status !== 200) throw new Error(`pull answered ${status}`);
    return body;
  }

  /** Pulls to the end and gives what a gate's cache would hold. */
  async copy(limit = 5000): Promise<{ cache: Map<string, Change>; cursor: string }> {
    const cache = new Map<string, Change>();
    let page = await this.pull(undefined, limit);
    applyTo(cache, page.changes);
    while (page.hasMore) {
      page = await this.pull(page.cursor, limit);
      applyTo(cache, page.changes);
    }
    return { cache, cursor: page.cursor };
  }
}

export function applyTo(cache: Map<string, Change>, changes: readonly Change[]): void {
  for (const change of changes) {
    const key = `${change.entity} ${change.id}`;
    if (change.op === 'put') cache.set(key, change);
    else cache.delete(key);
  }
}

interface StoredEventShown extends EventEnvelope {
  readonly status: string;
  readonly receivedAt: string;
}
export async function eventsAt(running: RunningCentral, deviceId: string): Promise<readonly StoredEventShown[]> {
  const path = `/v1/admin/events?deviceId=${deviceId}`;
  return (await call<{ events: StoredEventShown[] }>(running, path, { token: ADMIN_TOKEN })).body.events;
}

export const someUuid = (): string => randomUUID();
