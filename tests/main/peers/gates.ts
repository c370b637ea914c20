/** Gates of one place, each with files and a port of its own, that talk over real HTTP on this machine. */
import { randomUUID } from 'node:crypto';
import { v7 } from 'uuid';
import { onTestFinished } from 'vitest';
import type { Fact } from '../../../core/event/event.ts';
import type { Change } from '../../../core/sync/wire.ts';
import { createCache } from '../../../main/cache/cache.ts';
import type { EnrolledAs } from '../../../main/identity.ts';
import { createJournal } from '../../../main/journal/journal.ts';
import { openStore } from '../../../main/journal/recover.ts';
import type { StartFinder } from '../../../main/peers/find.ts';
import { createHeardStore } from '../../../main/peers/heard-store.ts';
import { newPeerKey, openPeerKeys } from '../../../main/peers/keys.ts';
import { createPeers } from '../../../main/peers/peers.ts';
import { createSitePresence } from '../../../main/presence/site-presence.ts';
import { createDelivery } from '../../../main/sync/delivery.ts';
import { setTimer } from '../../../main/timers.ts';
import { handClock, newHome, sha256, START_MS } from '../fixtures.ts';
import { put, SITE } from '../site.ts';

const GATES = [
  put('gate', 'gate-2', { name: 'Goods gate', locationId: 'location-1' }),
  put('gate', 'gate-3', { name: 'River gate', locationId: 'location-1' }),
];

export interface GateOptions {
  /** Its wall clock from the true time, ms; default 0. */
  readonly wrongMs?: number;
  /** Central's clock minus its own, as it learnt it; default: it knows. null: it never heard. */
  readonly offsetMs?: number | null;
  readonly addresses?: readonly string[];
  readonly find?: boolean;
  /** Behind a firewall: it asks, and nobody can ask it. */
  readonly walled?: boolean;
}
export type TestGate = ReturnType<ReturnType<typeof place>['gate']>;

/** A place whose central told each gate's key to all; DNS-SD is a list in this process. */
export function place() {
  const keys: Change[] = [];
  const seekers = new Set<{
    readonly deviceId: string;
    readonly port: number;
    readonly onFound: (id: string, at: string) => void;
  }>();
  const startFinder: StartFinder = (parts) => {
    for (const other of seekers) {
      other.onFound(parts.deviceId, `127.0.0.1:${parts.port}`);
      parts.onFound(other.deviceId, `127.0.0.1:${other.port}`);
    }
    seekers.add(parts);
    return { stop: () => void seekers.delete(parts) };
  };

  function enrol(n: number): EnrolledAs & { readonly peerKey: string } {
    const identity = {
      deviceId: `device-${n}-${randomUUID().slice(0, 8)}`,
      gateId: `gate-${n}`,
      locationId: 'location-1',
      centralUrl: 'http://127.0.0.1:9',
      deviceToken: 'token',
      peerKey: newPeerKey(),
    };
    const { publicKey } = openPeerKeys(identity.peerKey);
    keys.push(put('peer', identity.deviceId, { gateId: identity.gateId, locationId: 'location-1', publicKey }));
    return identity;
  }

  function gate(identity: ReturnType<typeof enrol>, options: GateOptions = {}, home = newHome()) {
    const { wrongMs = 0, offsetMs = -wrongMs, addresses = [], find = false, walled = false } = options;
    const clock = handClock(START_MS + wrongMs);
    if (offsetMs !== null) clock.learnOffset(new Date(clock.nowMs() + offsetMs).toISOString(), 0, 0);
    const opened = openStore(home, clock.nowMs());
    if (!opened.ok) throw new Error(opened.fault.detail);
    const { db } = opened.value;
    const cache = createCache(db);
    let rev = 1;
    /** Central tells something; without anything, all that it knows of the gates. */
    const hear = (...changes: readonly Change[]): void => {
      rev += 1;
      const told = changes.length > 0 ? changes : [...SITE, ...GATES, ...keys];
      cache.apply(
        told.map((change) => ({ ...change, rev })),
        `c${rev}`,
        true,
        clock.nowMs(),
      );
    };
    hear();
    const journal = createJournal({ db, identity, clock, sha256, newId: v7 });
    const delivery = createDelivery(db);
    const store = createHeardStore(db);
    const settings = { enabled: true, port: 0, find, addresses: [...addresses] };
    const log: string[] = [];
    const peers = createPeers({
      identity,
      keys: openPeerKeys(identity.peerKey),
      clock,
      cache,
      journal,
      delivery,
      store,
      settings: () => settings,
      isWithdrawn: () => false,
      startFinder,
      random: () => 0.5,
      // Pauses go by twenty times as fast.
      setTimer: (run, ms) => setTimer(run, ms / 20),
      askTimeoutMs: 400,
      ...(walled ? { listen: () => Promise.resolve({ port: 9, stop: () => undefined }) } : {}),
      log: { info: (what: object) => void log.push(JSON.stringify(what)) } as never,
      changed: () => undefined,
    });
    const presence = createSitePresence({
      db,
      cache,
      journal,
      clock,
      identity,
      heard: store,
      gatesHeardAgoMs: peers.gatesHeardAgoMs,
    });
    const act = (...facts: readonly Fact[]): readonly string[] => {
      const written = journal.append(facts);
      if (!written.ok) throw new Error(written.fault);
      peers.news();
      return written.value.map(({ id }) => id);
    };
    const inside = (): string[] =>
      presence
        .inside()
        .map(({ workerId, gateId }) => (gateId ? `${workerId} at ${presence.gateName(gateId)}` : workerId));
    onTestFinished(peers.stop);
    const port = (): number => Number(peers.view().ownAddress?.split(':')[1]);
    return {
      identity,
      home,
      db,
      clock,
      cache,
      journal,
      delivery,
      store,
      peers,
      presence,
      settings,
      log,
      hear,
      act,
      inside,
      port,
    };
  }
  return { enrol, gate };
}

/** Two gates that find each other. */
export function twoGates(first: GateOptions = {}, second: GateOptions = {}) {
  const here = place();
  const [one, two] = [here.enrol(1), here.enrol(2)];
  return { ...here, main: here.gate(one, { find: true, ...first }), goods: here.gate(two, { find: true, ...second }) };
}
