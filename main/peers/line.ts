import { heardActs, offsetThere } from '../../core/peers/heard-acts.ts';
import { heardPermits } from '../../core/peers/heard-permits.ts';
import { settle, type Settled } from '../../core/peers/settled.ts';
import { takeEntries } from '../../core/peers/take-entries.ts';
import type { Answer, Ask, Telling } from '../../core/peers/wire.ts';
import { fail, type Result } from '../../core/result.ts';
import type { Peer } from '../../core/site/entities.ts';
import { backoffMs } from '../../core/sync/backoff.ts';
import type { Cache } from '../cache/cache.ts';
import type { Clock } from '../clock.ts';
import { sha256Hex } from '../verify.ts';
import type { Asker, AskFault } from './ask.ts';
import type { HeardStore } from './heard-store.ts';

export interface LineToPeerParts {
  /** As central tells it now. */
  readonly peer: () => Peer | undefined;
  /** Where it may listen, the likeliest first. */
  readonly addresses: () => readonly string[];
  /** Where this gate listens. */
  readonly port: () => number;
  readonly ask: Asker;
  readonly store: HeardStore;
  readonly cache: Pick<Cache, 'completeAtMs'>;
  readonly clock: Clock;
  readonly random: () => number;
  readonly setTimer: (run: () => void, ms: number) => () => void;
  /** `acts`: what is known of people changed. */
  readonly onHeard: (acts: number) => void;
  readonly onTrouble: (what: LineTrouble, detail: string) => void;
}

/** `other`, `edited`: its journal does not hold (see takeEntries); `not_kept`: this computer could not write it down. */
export type LineTrouble = AskFault | 'other' | 'edited' | 'not_kept';

export interface LineToPeer {
  /** There may be something to ask for, or it can be reached again. */
  readonly nudge: () => void;
  /** Tells it that this gate has something new. */
  readonly tellNews: () => void;
  readonly address: () => string | undefined;
  /** When it last answered: by the clock that never jumps, and by this device's. */
  readonly heard: () => { readonly monotonicMs: number; readonly atMs: number } | undefined;
  readonly trouble: () => LineTrouble | undefined;
  readonly stop: () => void;
}

/** How often to ask when nobody says that there is something new: news may be lost, this is not. */
const POLL_MS = 4000;
const POLL_SPREAD_MS = 2000;
/** After a while without a line, to ask this often costs nothing, and a gate that is back is heard within seconds. */
const BACKOFF_MOST_MS = 15_000;

/** Keeps up with one other gate: asks for what is new in its journal, and goes on asking while it is away. It holds no rule of its own. */
export function createLineToPeer(parts: LineToPeerParts): LineToPeer {
  const { clock, store } = parts;
  let cancelTimer = (): void => {};
  let stopped = false;
  let asking = false;
  let again = false;
  let failures = 0;
  /** Which of the addresses is tried. */
  let turn = 0;
  let good: string | undefined;
  let heard: ReturnType<LineToPeer['heard']>;
  let trouble: LineTrouble | undefined;
  /** Its clock minus this one's, as it last said when an ask was of another time. */
  let skewMs = 0;
  let settled: Settled = { toSeq: 0 };

  const askOnce = async (address: string, peer: Peer, ask: Ask): Promise<Result<Answer, AskFault>> => {
    const first = await parts.ask(address, peer, ask, clock.nowMs() + skewMs);
    if (!first.ok || first.value.came !== 'clock') return first;
    skewMs = first.value.nowMs - clock.nowMs();
    const second = await parts.ask(address, peer, ask, clock.nowMs() + skewMs);
    return second.ok && second.value.came === 'clock' ? fail('clock') : second;
  };

  const pull = async (): Promise<void> => {
    const peer = parts.peer();
    const addresses = parts.addresses();
    const address = good ?? addresses[turn % Math.max(1, addresses.length)];
    if (!peer || address === undefined) return wait(POLL_MS);
    const sentMs = clock.nowMs();
    const after = store.lineOf(peer.id);
    const reached = after ? { seq: after.seq, hash: after.hash } : null;
    const came = await askOnce(address, peer, { what: 'acts', after: reached, port: parts.port() });
    if (stopped) return;
    if (!came.ok || came.value.came !== 'acts') return failed(came.ok ? 'older' : came.fault, address);
    good = address;
    failures = 0;
    heard = { monotonicMs: clock.monotonicMs(), atMs: clock.nowMs() };
    const { telling } = came.value;
    take(peer, telling, (sentMs + clock.nowMs()) / 2);
    wait(telling.hasMore || again ? 0 : POLL_MS + parts.random() * POLL_SPREAD_MS);
  };

  const take = (peer: Peer, telling: Telling, atMs: number): void => {
    const there = { nowMs: telling.nowMs, offsetMs: telling.offsetMs };
    if (clock.offsetMs() === null && there.offsetMs !== null) {
      // Not heard from central since the start: what the other gate knows of central's clock is better than nothing.
      clock.learnOffset(new Date(there.nowMs + there.offsetMs).toISOString(), atMs, atMs);
    }
    const offsetMs = Math.round(offsetThere(there, { nowMs: atMs, offsetMs: clock.offsetMs() }));
    const taken = takeEntries(telling.isOther ? undefined : store.lineOf(peer.id), telling.entries, peer, sha256Hex);
    const acts = taken.events.flatMap((event) => heardActs(event, offsetMs));
    const permits = taken.events.flatMap((event) => heardPermits(event, offsetMs));
    if (taken.reached && telling.entries.length > 0) {
      const next = { ...taken.reached, heardAtMs: clock.nowMs(), address: good ?? '' };
      store.take(peer.id, acts, next, permits);
    }
    const fault = telling.isOther ? 'other' : taken.fault;
    if (fault) parts.onTrouble(fault, `after entry ${taken.reached?.seq ?? 0}`);
    // Stays on the page until the journal goes on as it should.
    if (fault ?? acts.length > 0) trouble = fault;
    else if (trouble !== 'other' && trouble !== 'edited') trouble = undefined;
    const before = settled.toSeq;
    settled = settle(settled, telling.deliveredTo, clock.nowMs(), parts.cache.completeAtMs());
    if (settled.toSeq > before) store.dropTo(peer.id, settled.toSeq);
    parts.onHeard(acts.length + permits.length);
  };

  const failed = (what: LineTrouble, address: string): void => {
    failures += 1;
    turn += 1;
    good = undefined;
    if (trouble !== what) parts.onTrouble(what, address);
    trouble = what;
    wait(Math.min(BACKOFF_MOST_MS, backoffMs(failures, parts.random())));
  };

  const wait = (ms: number): void => {
    cancelTimer();
    if (!stopped) cancelTimer = parts.setTimer(run, ms);
  };
  const run = (): void => {
    if (asking || stopped) return;
    asking = true;
    again = false;
    pull()
      // What throws here is storage: the same is asked for again.
      .catch((error: unknown) => failed('not_kept', String(error)))
      .finally(() => {
        asking = false;
        if (again) wait(0);
      });
  };
  wait(0);

  return {
    nudge() {
      again = true;
      if (!asking) wait(0);
    },
    tellNews() {
      const peer = parts.peer();
      if (peer && good !== undefined) void askOnce(good, peer, { what: 'news', port: parts.port() }).catch(() => {});
    },
    address: () => good,
    heard: () => heard,
    trouble: () => trouble,
    stop() {
      stopped = true;
      cancelTimer();
    },
  };
}
