import type { Code, FaultCode } from '../core/codes.ts';
import type { CredentialFault, ScannedText } from '../core/credential/credential.ts';
import { readText } from '../core/credential/read-text.ts';
import type { EventEnvelope, EventType, Fact } from '../core/event/event.ts';
import type { Reading } from '../core/reading.ts';
import { ok, type Result } from '../core/result.ts';
import type { Policy } from '../core/site/entities.ts';
import type { SyncReport } from '../core/sync/step.ts';
import type { DeskStatus, ListAnswer, ListRequest, Person } from '../preload/views.ts';
import type { Acts } from './acts/acts.ts';
import { createAreas, type Areas } from './areas.ts';
import type { Blobs } from './blobs/blobs.ts';
import { openBlobs } from './blobs/open-blobs.ts';
import { prefetchFor } from './blobs/prefetch-for.ts';
import { createCache } from './cache/cache.ts';
import type { Clock } from './clock.ts';
import type { DoorWatch } from './door/door-watch.ts';
import { readModes } from './door/modes.ts';
import { unknownEffects } from './door/unknown-effects.ts';
import type { GateParts } from './gate.ts';
import { createLine } from './line.ts';
import type { Ground } from './ground.ts';
import type { EnrolledAs } from './identity.ts';
import { createJournal, lastOf } from './journal/journal.ts';
import type { Log } from './log.ts';
import { createAccounts, type Accounts } from './session/accounts.ts';
import { journalState } from './self-check/journal-state.ts';
import type { JournalState } from './self-check/looks.ts';
import { createSitePresence } from './presence/site-presence.ts';
import { createPlace } from './place.ts';
import type { Settings } from './settings.ts';
import type { Sqlite } from './sqlite.ts';
import { openClient } from './sync/open-client.ts';
import { createDelivery } from './sync/delivery.ts';
import type { StartFinder } from './peers/find.ts';
import { withHeardGrants } from './peers/heard-grants.ts';
import { createHeardStore } from './peers/heard-store.ts';
import { withDeviceKeys } from './device-keys.ts';
import { openUpkeep } from './keeping/open-upkeep.ts';
import type { Kept } from './keeping/kept.ts';
import { openPeers } from './peers/open-peers.ts';
import type { Peers } from './peers/peers.ts';
import { withPasses } from './passes/pass-cache.ts';
import { passRows, withHeardPasses } from './passes/pass-rows.ts';
import { withWishes } from './wishes/wished-cache.ts';
import { createWishes } from './wishes/wishes.ts';
import { createWithdrawal, type Withdrawal } from './sync/withdrawal.ts';
import { createSyncLoop } from './sync/loop.ts';
import { screensFirst } from './sync/screens-first.ts';
import { listenToStream } from './sync/stream.ts';
import { connectionView } from './view/connection.ts';
import { personName } from './view/feed.ts';
import type { Counts } from './view/lists.ts';
import { staleness } from './view/desk-status.ts';
import { createVerifySignature, sha256Hex } from './verify.ts';
import { rememberVerified } from './verified.ts';

export interface StationParts {
  /** All state lives under this one folder. */
  readonly home: string;
  readonly db: Sqlite;
  readonly identity: EnrolledAs;
  /** On disk when it returns. */
  readonly keepIdentity: (identity: EnrolledAs) => void;
  readonly clock: Clock;
  readonly settings: () => Settings;
  readonly log: Log;
  readonly doors: Pick<DoorWatch, 'release' | 'entryBlocked' | 'restore'>;
  readonly fetch: typeof fetch;
  readonly random: () => number;
  readonly newId: () => string;
  readonly freeBallast: () => boolean;
  readonly actor: Ground['actor'];
  readonly setTimer: (run: () => void, ms: number) => () => void;
  readonly show: GateParts['show'];
  readonly serve: GateParts['serve'];
  readonly raise: (code: FaultCode, part: string, detail?: string) => void;
  readonly clear: (part: string, code?: FaultCode) => void;
  /** Finds other gates on the network; default: by DNS-SD. */
  readonly startFinder?: StartFinder;
  /** The line to central, or what central told us, changed. */
  readonly changed: () => void;
}

/** What an enrolled gate is made of. Everything that needs to know who it is lives in here. */
export interface Station {
  readonly submit: (reading: Reading) => void;
  readonly record: (fact: Fact) => void;
  /** On disk when it returns. */
  readonly append: (fact: Fact) => Result<EventEnvelope, FaultCode>;
  readonly accounts: Accounts;
  readonly acts: Acts;
  readonly policy: () => Policy;
  readonly readText: (raw: string) => Result<ScannedText, CredentialFault>;
  readonly journalState: () => JournalState;
  readonly lastOf: (type: EventType) => EventEnvelope | undefined;
  readonly place: () => { siteName: string; gateName: string; timeZone: string } | undefined;
  readonly nameOf: (workerId: string) => string | undefined;
  readonly connection: () => DeskStatus['connection'];
  readonly staleness: () => DeskStatus['staleness'];
  readonly counts: () => Counts;
  readonly list: (request: ListRequest) => Promise<ListAnswer>;
  readonly person: (workerId: string) => Person | null;
  readonly areas: Areas;
  readonly blobs: Blobs;
  readonly withdrawal: Withdrawal;
  readonly kept: Kept;
  readonly peers: Peers;
  readonly syncNow: () => void;
  readonly stop: () => void;
}

export function createStation(parts: StationParts): Station {
  const { db, clock, settings, log, setTimer } = parts;
  const identity = withDeviceKeys(parts.identity, parts.keepIdentity);
  const { nowMs } = clock;
  const delivery = createDelivery(db);
  const wishes = createWishes(db, delivery);
  const heard = createHeardStore(db);
  const passes = withHeardPasses(passRows(db), heard.permits);
  const cache = withWishes(withPasses(createCache(db), passes), wishes);
  const ownJournal = createJournal({ ...parts, identity, sha256: sha256Hex });
  const journal = withHeardGrants(ownJournal, heard.permits, clock);
  const blobs = openBlobs({ ...parts, nowMs });
  const prefetch = prefetchFor({ ...parts, blobs, locationId: identity.locationId, nowMs });
  prefetch();
  const isDelivered = (seq: number): boolean => {
    const { settledTo, setAside } = delivery.remembered();
    return seq <= settledTo && !setAside.includes(seq);
  };
  const appendAll: Ground['append'] = (facts) => {
    const written = journal.append(facts);
    if (written.ok) {
      wishes.look();
      nudge();
    }
    return written;
  };
  const nudge = (): void => {
    sync.nudge();
    peers.news();
  };
  const append: Station['append'] = (fact) => {
    const written = appendAll([fact]);
    return written.ok ? ok(written.value[0] as EventEnvelope) : written;
  };
  const record = (fact: Fact): void => {
    const written = append(fact);
    if (!written.ok) log.error({ code: written.fault, type: fact.type }, 'a fact could not be written');
  };

  const { client, tokens } = openClient({ ...parts, identity });
  const withdrawal = createWithdrawal({
    ...parts,
    deviceId: identity.deviceId,
    cache,
    // Its part is the whole gate: the kiosk is out of service, and staff are told.
    onRevoked: () => parts.raise('device_revoked', 'gate'),
    onForgotten: () => {
      blobs.stop();
      peers.look();
      heard.forget();
      log.info('people are forgotten: central has withdrawn this gate');
    },
  });
  const peers = openPeers({
    ...parts,
    identity,
    cache,
    journal,
    delivery,
    store: heard,
    settings: () => settings().peers,
    isWithdrawn: withdrawal.isRevoked,
  });
  let report: SyncReport | undefined;
  const sync = createSyncLoop({
    ...clock,
    client,
    journal,
    cache,
    delivery,
    random: parts.random,
    setTimer,
    ...screensFirst(journal.lastSeq() - delivery.remembered().settledTo, setTimer),
    onReport(next) {
      report = next;
      withdrawal.look({ isRevoked: next.state === 'revoked', waiting: next.waiting });
      tokens.look(client);
      peers.centralAnswered(client);
      parts.changed();
    },
    onPulled(refused) {
      for (const one of refused) log.error(one, 'central sent something that does not fit');
      prefetch();
      parts.changed();
    },
    onUpToDate: () => wishes.upToDate(parts.changed),
    onPushed() {
      wishes.look();
      parts.changed();
    },
    onLost: record,
    onAnsweredAgain: () => stream.answeredAgain(),
    onFailure: (what, detail) => log.info({ what, detail }, 'no answer from central'),
  });
  const stream = listenToStream({
    url: new URL('v1/sync/stream', identity.centralUrl.replace(/\/?$/, '/')).href,
    token: tokens.token,
    fetch: parts.fetch,
    setTimer,
    random: parts.random,
    onChanged: () => sync.hint('streamNudge'),
    onLine: sync.hint,
  });

  const place = createPlace(cache, identity);
  const { policy, keys } = place;
  const verify = rememberVerified(createVerifySignature());
  const presence = createSitePresence({
    ...parts,
    cache,
    journal,
    identity,
    heard,
    gatesHeardAgoMs: peers.gatesHeardAgoMs,
  });
  const ground: Ground = {
    identity,
    clock,
    newId: parts.newId,
    db,
    cache,
    journal,
    blobs,
    presence,
    policy,
    append: appendAll,
    actor: parts.actor,
    delivery,
    isDelivered,
    wishes,
  };
  const upkeep = openUpkeep(ground, parts);
  const areas = createAreas(ground, parts.changed);
  const doorOf = (doorId: string | undefined) => settings().doors.find(({ id }) => id === doorId);
  const laneOf = (laneId: unknown) => settings().lanes.find(({ id }) => id === laneId);
  const understand = (raw: string) => readText(raw, { keys: keys(), verify, nowMs: nowMs() });
  const { gate, acts } = createLine(ground, {
    ...parts,
    readText: understand,
    nudge,
    isEmergency: areas.muster.isEmergency,
    isWithdrawn: withdrawal.isRevoked,
  });

  parts.doors.restore(readModes(db));
  const hasDoor = (laneId: unknown): boolean => doorOf(laneOf(laneId)?.doorId) !== undefined;
  for (const fact of unknownEffects(journal, hasDoor)) record(fact);

  return {
    submit(reading) {
      const outcome = gate.submit(reading);
      const unwritten: Code = 'not_recorded';
      if (outcome?.decision.code === unwritten) parts.raise('disk_full', 'journal');
      else if (outcome) parts.clear('journal', 'disk_full');
    },
    record,
    append,
    accounts: createAccounts(cache, identity.locationId),
    policy,
    readText: understand,
    journalState: () => journalState(db, sha256Hex),
    lastOf: (type) => lastOf(db, type),
    place: place.named,
    nameOf: (workerId) => personName(cache, workerId)?.name,
    connection: () => ({
      ...connectionView(report, identity.centralUrl, clock, areas.tray.counts(), cache.completeAtMs()),
      ...(withdrawal.isForgotten() ? { peopleForgotten: true } : {}),
    }),
    staleness: () => staleness(policy(), cache.completeAtMs(), nowMs()),
    counts: () => areas.lists.counts(nowMs()),
    list: (request) => areas.lists.answer(request, nowMs()),
    person: areas.person,
    areas,
    blobs,
    acts,
    withdrawal,
    kept: upkeep.kept,
    peers,
    syncNow: () => sync.hint('online'),
    stop() {
      upkeep.stop();
      peers.stop();
      stream.stop();
      blobs.stop();
      sync.stop();
    },
  };
}
