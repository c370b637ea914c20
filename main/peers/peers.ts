import { isToldAmongGates } from '../../core/event/told-acts.ts';
import { readAddress, writeAddress } from '../../core/peers/address.ts';
import { arePeersWanted, gatesHeardAgoMs } from '../../core/peers/gates-heard.ts';
import type { Peer } from '../../core/site/entities.ts';
import type { PeersView } from '../../preload/peer-views.ts';
import type { Cache } from '../cache/cache.ts';
import { memoByRevision } from '../cache/memo-by-revision.ts';
import type { Clock } from '../clock.ts';
import type { EnrolledAs } from '../identity.ts';
import type { Journal } from '../journal/journal.ts';
import type { Log } from '../log.ts';
import type { Settings } from '../settings.ts';
import type { Delivery } from '../sync/delivery.ts';
import { createAsker } from './ask.ts';
import type { Finder, StartFinder } from './find.ts';
import type { HeardStore } from './heard-store.ts';
import type { PeerKeys } from './keys.ts';
import { createLineToPeer, type LineToPeer } from './line.ts';
import { listenToPeers, type PeerDoor } from './listen.ts';
import { createResponder } from './respond.ts';
import { HOWS, type FoundHow } from './found-how.ts';
import { createHandAddresses } from './hand-addresses.ts';
import { peersView } from './view.ts';

/** The gates of one place among themselves: while central is away they tell each other what people did (G5). */
export interface Peers {
  /** To be called after something was written: the others are told that there is more. */
  readonly news: () => void;
  readonly gatesHeardAgoMs: () => number | undefined;
  readonly view: () => PeersView;
  /** Settings or central's data changed. */
  readonly look: () => void;
  readonly stop: () => void;
}

export interface PeersParts {
  readonly identity: EnrolledAs;
  /** Undefined: this computer has no key yet. */
  readonly keys: PeerKeys | undefined;
  readonly clock: Clock;
  readonly cache: Cache;
  readonly journal: Journal;
  readonly delivery: Delivery;
  readonly store: HeardStore;
  readonly settings: () => Settings['peers'];
  readonly isWithdrawn: () => boolean;
  readonly startFinder: StartFinder;
  /** Default: on all of this computer's networks. */
  readonly listen?: typeof listenToPeers;
  /** How long another gate may take to answer; default 5 s. */
  readonly askTimeoutMs?: number;
  readonly random: () => number;
  readonly setTimer: (run: () => void, ms: number) => () => void;
  readonly log: Pick<Log, 'info'>;
  /** What is known of people, or of the other gates, changed. */
  readonly changed: () => void;
}

/** How often it is looked whether there is somebody to hear. */
const LOOK_MS = 5000;
/** Several acts at once are one piece of news. */
const NEWS_AFTER_MS = 20;

/** Devices that were found and of which central may tell later; somebody who makes them up fills no more than this. */
const MOST_FOUND = 200;

export function createPeers(parts: PeersParts): Peers {
  const { identity, keys, clock, cache, journal, store, log, setTimer, listen = listenToPeers } = parts;
  const { deviceId, gateId, locationId } = identity;
  const isHere = (one: { readonly locationId: string }): boolean => one.locationId === locationId;
  const others = memoByRevision(cache.revision, (): readonly Peer[] =>
    cache.all('peer').filter((peer) => isHere(peer) && peer.id !== deviceId),
  );
  const gates = memoByRevision(cache.revision, () => cache.all('gate').filter(isHere));
  const otherGateIds = memoByRevision(cache.revision, () => gates().flatMap(({ id }) => (id === gateId ? [] : [id])));
  const peerOf = (id: string): Peer | undefined => others().find((peer) => peer.id === id);
  const lines = new Map<string, LineToPeer>();
  const foundAt = new Map<string, Map<FoundHow, string>>();
  let door: PeerDoor | undefined;
  let opening = false;
  let finder: Finder | undefined;
  let stopped = false;

  const isWanted = (): boolean =>
    keys !== undefined &&
    arePeersWanted({
      enabled: parts.settings().enabled,
      gates: gates().length,
      others: others().length,
      isWithdrawn: parts.isWithdrawn(),
    });
  const addressesOf = (id: string): Map<FoundHow, string> => {
    const before = foundAt.get(id);
    if (before) return before;
    const address = store.lineOf(id)?.address;
    const first = new Map<FoundHow, string>(address && readAddress(address) ? [['before', address]] : []);
    if (foundAt.size < MOST_FOUND || peerOf(id)) foundAt.set(id, first);
    return first;
  };
  const found = (id: string, how: FoundHow, address: string): void => {
    const addresses = addressesOf(id);
    if (addresses.get(how) === address) return;
    addresses.set(how, address);
    lines.get(id)?.nudge();
  };
  const hand = createHandAddresses({
    addresses: () => parts.settings().addresses,
    setTimer,
    onAnswered: (id, address) => found(id, 'hand', address),
  });

  const open = async (own: PeerKeys): Promise<void> => {
    opening = true;
    const take = createResponder({
      deviceId,
      keys: own,
      peer: peerOf,
      clock,
      journal,
      deliveredTo: () => deliveredTo(parts.delivery),
      onAsked(id, address, what) {
        found(id, 'call', writeAddress(address));
        const line = lines.get(id);
        // Whoever asks can be asked: there may have been no line until now.
        if (what === 'news' || line?.address() === undefined) line?.nudge();
      },
    });
    const { port } = parts.settings();
    const opened = await listen({ port, deviceId, take, monotonicMs: clock.monotonicMs }).catch((error: unknown) => {
      log.info({ detail: String(error) }, 'other gates can not ask here');
      return undefined;
    });
    opening = false;
    if (!opened) return;
    if (stopped || !isWanted()) return opened.stop();
    door = opened;
    if (parts.settings().find) {
      finder = parts.startFinder({
        deviceId,
        port: opened.port,
        onFound: (id, address) => found(id, 'network', address),
        onTrouble: (detail) => log.info({ detail }, 'other gates can not be found by themselves'),
      });
    }
    keepLines();
  };
  const close = (): void => {
    for (const line of lines.values()) line.stop();
    lines.clear();
    foundAt.clear();
    finder?.stop();
    door?.stop();
    hand.stop();
    finder = undefined;
    door = undefined;
  };

  const keepLines = (): void => {
    if (!keys || !door) return;
    const ids = new Set(others().map(({ id }) => id));
    for (const [id, line] of lines) {
      if (ids.has(id)) continue;
      line.stop();
      lines.delete(id);
    }
    for (const id of ids) if (!lines.has(id)) lines.set(id, newLine(id, keys));
    hand.look();
  };
  const newLine = (id: string, own: PeerKeys): LineToPeer =>
    createLineToPeer({
      peer: () => peerOf(id),
      addresses: () => [...new Set(HOWS.flatMap((how) => addressesOf(id).get(how) ?? []))],
      port: () => door?.port ?? parts.settings().port,
      ask: createAsker({ deviceId, keys: own, timeoutMs: parts.askTimeoutMs }),
      store,
      cache,
      clock,
      random: parts.random,
      setTimer,
      onHeard: (acts) => {
        if (acts > 0) parts.changed();
      },
      onTrouble: (what, detail) => log.info({ what, detail, peer: id }, 'another gate told nothing new'),
    });

  const look = (): void => {
    if (stopped) return;
    const wanted = isWanted();
    if (!wanted && door) close();
    if (wanted && keys && !door && !opening) void open(keys);
    if (wanted) keepLines();
  };
  let cancelLook = (): void => {};
  const lookOn = (): void => {
    look();
    cancelLook = setTimer(lookOn, LOOK_MS);
  };
  lookOn();

  let toldSeq = journal.lastSeq();
  let telling = false;
  return {
    news() {
      if (lines.size === 0 || telling || journal.lastSeq() === toldSeq) return;
      telling = true;
      setTimer(() => {
        telling = false;
        if (stopped) return;
        const isNews = journal.read(toldSeq, 100).some(isToldAmongGates);
        toldSeq = journal.lastSeq();
        if (isNews) for (const line of lines.values()) line.tellNews();
      }, NEWS_AFTER_MS);
    },
    gatesHeardAgoMs() {
      if (lines.size === 0) return undefined;
      const heard = others().map((peer) => ({
        gateId: peer.gateId,
        heardAtMs: lines.get(peer.id)?.heard()?.monotonicMs,
      }));
      return gatesHeardAgoMs(otherGateIds(), heard, clock.monotonicMs());
    },
    view: () =>
      peersView({
        settings: parts.settings(),
        gates: gates(),
        gateId,
        others: others(),
        store,
        port: door?.port,
        hand: hand.unanswered(),
        lineTo: (id) => lines.get(id),
        foundAt: addressesOf,
      }),
    look,
    stop() {
      stopped = true;
      cancelLook();
      close();
    },
  };
}

/** Without a gap: an event that central would not take for now holds up what counts as delivered, and nothing else. */
function deliveredTo(delivery: Delivery): number {
  const { settledTo, setAside } = delivery.remembered();
  return Math.min(settledTo, ...setAside.map((seq) => seq - 1));
}
