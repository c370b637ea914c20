import { v7 } from 'uuid';
import type { Identity } from '../../../main/journal/journal.ts';
import { createCache } from '../../../main/cache/cache.ts';
import { createJournal } from '../../../main/journal/journal.ts';
import { openStore } from '../../../main/journal/recover.ts';
import { createCentralClient } from '../../../main/sync/central-client.ts';
import { createDelivery } from '../../../main/sync/delivery.ts';
import { createSyncLoop } from '../../../main/sync/loop.ts';
import { listenToStream } from '../../../main/sync/stream.ts';
import type { Fact } from '../../../core/event/event.ts';
import type { SyncReport } from '../../../core/sync/step.ts';
import { sha256 } from '../fixtures.ts';

export interface SyncingGateParts {
  readonly home: string;
  readonly identity: Identity;
  readonly token: string;
  readonly centralUrl: string;
  /** How much faster the gate's own time goes than the wall's: a pause of a minute then takes seconds. */
  readonly speed: number;
  /** In [0, 1). */
  readonly random: () => number;
  readonly onLost?: (fault: Fact) => void;
}

/** All of a gate that talks with central, without windows or devices: real file, real HTTP, the real loop. */
export type SyncingGate = ReturnType<typeof startSyncingGate>;

export function startSyncingGate({ home, identity, token, centralUrl, speed, random, ...rest }: SyncingGateParts) {
  const opened = openStore(home, Date.now());
  if (!opened.ok) throw new Error(opened.fault.detail);
  const { db } = opened.value;
  const startedMs = performance.now();
  const monotonicMs = (): number => Math.floor((performance.now() - startedMs) * speed);
  const offsets: number[] = [];
  const clock = {
    nowMs: () => Date.now(),
    monotonicMs,
    bootId: 'boot-1',
    offsetMs: () => offsets.at(-1) ?? null,
    learnOffset: () => undefined,
  };
  const cache = createCache(db);
  const journal = createJournal({ db, identity, clock, sha256, newId: v7 });
  const delivery = createDelivery(db);
  const setTimer = (run: () => void, ms: number) => {
    const timer = setTimeout(run, ms / speed);
    return () => clearTimeout(timer);
  };
  const client = createCentralClient({
    baseUrl: centralUrl,
    token: () => token,
    fetch,
    learnTime: (serverTime) => void offsets.push(Date.parse(serverTime)),
    nowMs: clock.nowMs,
    timeoutMs: 15_000 / speed,
  });
  let report: SyncReport | undefined;
  const failures: string[] = [];
  const loop = createSyncLoop({
    client,
    journal,
    cache,
    delivery,
    nowMs: clock.nowMs,
    monotonicMs,
    random,
    setTimer,
    ...rest,
    onReport: (next) => void (report = next),
    onPulled: () => undefined,
    onPushed: () => undefined,
    onAnsweredAgain: () => stream.answeredAgain(),
    onFailure: (what, detail) => void failures.push(`${what} ${detail}`),
  });
  const stream = listenToStream({
    url: new URL('v1/sync/stream', centralUrl).href,
    token: () => token,
    fetch,
    setTimer,
    random,
    onChanged: () => loop.hint('streamNudge'),
    onLine: loop.hint,
  });
  return {
    db,
    cache,
    journal,
    delivery,
    loop,
    monotonicMs,
    failures,
    serverTimes: offsets,
    report: () => report,
    stop() {
      stream.stop();
      loop.stop();
      db.close();
    },
  };
}
