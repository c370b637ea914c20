import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { v7 } from 'uuid';
import { createCache } from '../../../main/cache/cache.ts';
import { createClock } from '../../../main/clock.ts';
import { enrolHere } from '../../../main/enrolment.ts';
import { writeIdentity, type SecretBox } from '../../../main/identity.ts';
import { createJournal } from '../../../main/journal/journal.ts';
import { closeJournalFile } from '../../../main/journal/open.ts';
import { openStore } from '../../../main/journal/recover.ts';
import { createCentralClient } from '../../../main/sync/central-client.ts';
import { createDelivery } from '../../../main/sync/delivery.ts';
import { createSyncLoop } from '../../../main/sync/loop.ts';
import { listenToStream } from '../../../main/sync/stream.ts';
import { createTokenKeeper, tokensOf } from '../../../main/sync/token-keeper.ts';
import { setTimer } from '../../../main/timers.ts';
import { sha256Hex } from '../../../main/verify.ts';
import { Departure } from '../check.ts';
import { CODE, type TriedGate } from './trial.ts';

const PLAIN: SecretBox = {
  isEncryptionAvailable: () => false,
  encryptString: (text) => Buffer.from(text),
  decryptString: (sealed) => sealed.toString(),
};

/** This project's own gate as far as central sees it: its journal, its loop and its tokens, without windows and devices. */
export async function startOwnGate(centralUrl: string, doFetch: typeof fetch = fetch): Promise<TriedGate> {
  const home = mkdtempSync(path.join(tmpdir(), 'gatehouse-conformance-'));
  const clock = createClock();
  const { nowMs, monotonicMs } = clock;
  const enrolled = await enrolHere({ home, box: PLAIN, appVersion: '0', fetch: doFetch, nowMs }, centralUrl, CODE);
  if (!enrolled.ok) throw new Departure(`it did not enrol: ${enrolled.fault.detail}`);
  const identity = enrolled.value;
  const opened = openStore(home, nowMs());
  if (!opened.ok) throw new Departure(opened.fault.detail);
  const { db } = opened.value;
  const journal = createJournal({ db, identity, clock, sha256: sha256Hex, newId: v7 });
  const tokens = createTokenKeeper({
    tokens: tokensOf(identity),
    write: ({ current, sinceMs, next }) =>
      writeIdentity(home, PLAIN, { ...identity, deviceToken: current, tokenSinceMs: sinceMs, nextToken: next }),
    nowMs,
    monotonicMs,
    onFailure: () => undefined,
  });
  const client = createCentralClient({
    baseUrl: centralUrl,
    token: tokens.token,
    tokenMet: tokens.met,
    fetch: doFetch,
    learnTime: clock.learnOffset,
    nowMs,
  });
  journal.append([{ type: 'device.started', actor: { kind: 'system' }, data: STARTED }]);
  const sync = createSyncLoop({
    client,
    journal,
    cache: createCache(db),
    delivery: createDelivery(db),
    nowMs,
    monotonicMs,
    // The shortest pauses that it ever takes.
    random: () => 0,
    setTimer,
    onReport: () => tokens.look(client),
    onPulled: () => undefined,
    onPushed: () => undefined,
    onAnsweredAgain: () => stream.answeredAgain(),
    onFailure: () => undefined,
  });
  const stream = listenToStream({
    url: new URL('/v1/sync/stream', centralUrl).href,
    token: tokens.token,
    fetch: doFetch,
    setTimer,
    random: () => 0,
    onChanged: () => sync.hint('streamNudge'),
    onLine: sync.hint,
  });
  return {
    record(facts) {
      const fact = { type: 'device.stopped', actor: { kind: 'system' }, data: { reason: 'conformance' } } as const;
      journal.append(Array.from({ length: facts }, () => fact));
      sync.nudge();
    },
    stop() {
      stream.stop();
      sync.stop();
      closeJournalFile(db);
      rmSync(home, { recursive: true, force: true });
    },
  };
}
const STARTED = { appVersion: '0', platform: process.platform, runtime: `Node ${process.versions.node}` };
