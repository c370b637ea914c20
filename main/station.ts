import type { Code, FaultCode } from '../core/codes.ts';
import { readText } from '../core/credential/read-text.ts';
import { decide } from '../core/decide/decide.ts';
import type { Fact } from '../core/event/event.ts';
import { encodeUtf8 } from '../core/event/chain.ts';
import type { Reading } from '../core/reading.ts';
import { policySchema, type IssuerKey, type Policy } from '../core/site/entities.ts';
import type { SyncReport } from '../core/sync/step.ts';
import type { DeskStatus, ListAnswer, ListRequest, Person } from '../preload/views.ts';
import { createCache } from './cache/cache.ts';
import { createGather } from './cache/dossier.ts';
import type { Clock } from './clock.ts';
import { actsWithoutEffect, createRelease } from './doors.ts';
import type { DeviceHost } from './device-host.ts';
import { createGate, type GateParts } from './gate.ts';
import type { EnrolledAs } from './identity.ts';
import { createJournal } from './journal/journal.ts';
import type { Log } from './log.ts';
import type { Settings } from './settings.ts';
import type { Sqlite } from './sqlite.ts';
import { createCentralClient } from './sync/central-client.ts';
import { createDelivery } from './sync/delivery.ts';
import { createSyncLoop } from './sync/loop.ts';
import { listenToStream } from './sync/stream.ts';
import { personName } from './view/feed.ts';
import { createLists, type Counts } from './view/lists.ts';
import { personCard } from './view/person.ts';
import { staleness } from './view/desk-status.ts';
import { createVerifySignature, sha256Hex } from './verify.ts';
import { rememberVerified } from './verified.ts';

export interface StationParts {
  readonly db: Sqlite;
  readonly identity: EnrolledAs;
  readonly clock: Clock;
  readonly settings: () => Settings;
  readonly log: Log;
  readonly host: Pick<DeviceHost, 'pulse'>;
  readonly fetch: typeof fetch;
  readonly random: () => number;
  readonly newId: () => string;
  readonly setTimer: (run: () => void, ms: number) => () => void;
  readonly show: GateParts['show'];
  readonly serve: GateParts['serve'];
  readonly raise: (code: FaultCode, part: string, detail?: string) => void;
  readonly clear: (part: string, code?: FaultCode) => void;
  /** The line to central, or what central told us, changed. */
  readonly changed: () => void;
}

/** What an enrolled gate is made of. Everything that needs to know who it is lives in here. */
export interface Station {
  readonly submit: (reading: Reading) => void;
  readonly record: (fact: Fact) => void;
  readonly place: () => { siteName: string; gateName: string; timeZone: string } | undefined;
  readonly nameOf: (workerId: string) => string | undefined;
  readonly connection: () => DeskStatus['connection'];
  readonly staleness: () => DeskStatus['staleness'];
  readonly counts: () => Counts;
  readonly list: (request: ListRequest) => ListAnswer;
  readonly person: (workerId: string) => Person | null;
  readonly syncNow: () => void;
  readonly stop: () => void;
}

/** Events; more than any gate writes while an act waits for its door, so that none is overlooked after a crash. */
const LOOK_BACK = 500;

export function createStation(parts: StationParts): Station {
  const { db, identity, clock, settings, log, setTimer } = parts;
  const { nowMs } = clock;
  const cache = createCache(db);
  const journal = createJournal({ db, identity, clock, sha256: sha256Hex, newId: parts.newId });
  const delivery = createDelivery(db);
  const { projections } = journal;
  const isDelivered = (seq: number): boolean => {
    const { settledTo, setAside } = delivery.remembered();
    return seq <= settledTo && !setAside.includes(seq);
  };
  const record = (fact: Fact): void => {
    const written = journal.append([fact]);
    if (!written.ok) log.error({ code: written.fault, type: fact.type }, 'a fact could not be written');
    else sync.nudge();
  };

  const client = createCentralClient({
    baseUrl: identity.centralUrl,
    token: () => identity.deviceToken,
    fetch: parts.fetch,
    learnTime: clock.learnOffset,
    nowMs,
  });
  let report: SyncReport | undefined;
  const sync = createSyncLoop({
    client,
    journal,
    cache,
    delivery,
    nowMs,
    monotonicMs: clock.monotonicMs,
    random: parts.random,
    setTimer,
    onReport(next) {
      report = next;
      parts.changed();
    },
    onPulled(refused) {
      for (const { entity, id, why } of refused)
        log.error({ entity, id, why }, 'central sent something that does not fit');
      parts.changed();
    },
    onPushed: parts.changed,
    onFailure: (what, detail) => log.info({ what, detail }, 'no answer from central'),
  });
  const stopStream = listenToStream({
    url: new URL('v1/sync/stream', identity.centralUrl.replace(/\/?$/, '/')).href,
    token: () => identity.deviceToken,
    fetch: parts.fetch,
    setTimer,
    random: parts.random,
    onChanged: () => sync.hint('streamNudge'),
    onLine: sync.hint,
  });

  const policy = memoByRevision(cache.revision, (): Policy => {
    return (
      cache.byRef('policy', identity.locationId)[0] ??
      policySchema.parse({ id: 'default', locationId: identity.locationId })
    );
  });
  const keys = memoByRevision(cache.revision, (): IssuerKey[] => cache.all('issuerKey'));
  const verify = rememberVerified(createVerifySignature());
  const lists = createLists({
    db,
    cache,
    projections,
    locationId: identity.locationId,
    isDelivered,
  });
  const doorOf = (doorId: string | undefined) => settings().doors.find(({ id }) => id === doorId);
  const laneOf = (laneId: unknown) => settings().lanes.find(({ id }) => id === laneId);
  const release = createRelease({
    host: parts.host,
    door: doorOf,
    record,
    raise: parts.raise,
  });
  const gate = createGate({
    lane: laneOf,
    readText: (raw) => readText(raw, { keys: keys(), verify, nowMs: nowMs() }),
    gather: createGather({ cache, projections, locationId: identity.locationId }),
    decide,
    journal,
    textHash: (raw) => sha256Hex(encodeUtf8(raw)),
    repeatGuardMs: () => policy().repeatGuardSeconds * 1000,
    release,
    show: parts.show,
    serve: parts.serve,
    nudge: sync.nudge,
  });

  const hasDoor = (laneId: unknown): boolean => doorOf(laneOf(laneId)?.doorId) !== undefined;
  const newest = journal.read(Math.max(0, journal.lastSeq() - LOOK_BACK), LOOK_BACK);
  for (const causeId of actsWithoutEffect(newest, hasDoor)) {
    const data = { code: 'door_effect_unknown' as const, part: 'journal', causeId };
    record({ type: 'device.fault', actor: { kind: 'system' }, data });
  }

  return {
    submit(reading) {
      const outcome = gate.submit(reading);
      const unwritten: Code = 'not_recorded';
      if (outcome?.decision.code === unwritten) parts.raise('disk_full', 'journal');
      else if (outcome) parts.clear('journal', 'disk_full');
    },
    record,
    place: memoByRevision(cache.revision, () => {
      const location = cache.get('location', identity.locationId);
      if (!location) return undefined;
      const gateName = cache.get('gate', identity.gateId)?.name ?? '';
      return { siteName: location.name, gateName, timeZone: location.timeZone };
    }),
    nameOf: (workerId) => personName(cache, workerId)?.name,
    connection: () => connectionView(report, identity.centralUrl, clock, delivery, cache.completeAtMs()),
    staleness: () => staleness(policy(), cache.completeAtMs(), nowMs()),
    counts: () => lists.counts(nowMs()),
    list: (request) => lists.page(request, nowMs()),
    person: (workerId) =>
      personCard(
        { cache, projections, locationId: identity.locationId, historyOf: lists.historyOf },
        workerId,
        nowMs(),
      ),
    syncNow: () => sync.hint('online'),
    stop() {
      stopStream();
      sync.stop();
    },
  };
}

/** The loop's own clock never jumps; screens want the wall's. */
function connectionView(
  report: SyncReport | undefined,
  centralUrl: string,
  clock: Clock,
  delivery: ReturnType<typeof createDelivery>,
  lastPullMs: number | undefined,
): DeskStatus['connection'] {
  const wall = (monotonicMs: number): number => clock.nowMs() - (clock.monotonicMs() - monotonicMs);
  const { flagged, rejected } = delivery.counts();
  return {
    state: report?.state ?? 'connecting',
    sinceMs: report ? wall(report.sinceMs) : clock.nowMs(),
    ...(report?.code === undefined ? {} : { code: report.code }),
    centralUrl,
    waiting: report?.waiting ?? 0,
    setAside: (report?.setAside ?? 0) + rejected,
    flagged,
    ...(report?.lastPushMs === undefined ? {} : { lastPushMs: wall(report.lastPushMs) }),
    ...(lastPullMs === undefined ? {} : { lastPullMs }),
  };
}

function memoByRevision<T>(revision: () => number, compute: () => T): () => T {
  let at = -1;
  let value: T;
  return () => {
    if (at !== revision()) {
      at = revision();
      value = compute();
    }
    return value;
  };
}
