import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Clock } from '../clock.ts';
import { readIdentity, writeIdentity, type EnrolledAs, type SecretBox } from '../identity.ts';
import { closeJournalFile } from '../journal/open.ts';
import { createJournal } from '../journal/journal.ts';
import { openStore } from '../journal/recover.ts';
import { createCache } from '../cache/cache.ts';
import type { Log } from '../log.ts';
import type { Settings } from '../settings.ts';
import { createCentralClient } from '../sync/central-client.ts';
import { createDelivery } from '../sync/delivery.ts';
import { createSyncLoop } from '../sync/loop.ts';
import { createTokenKeeper, tokensOf } from '../sync/token-keeper.ts';
import { sha256Hex } from '../verify.ts';
import { isOver, letGo } from './let-go.ts';
import { earlierFolder } from './put-aside.ts';

export interface EarlierParts {
  readonly home: string;
  readonly box: SecretBox;
  readonly clock: Clock;
  readonly fetch: typeof fetch;
  readonly newId: () => string;
  readonly random: () => number;
  readonly setTimer: (run: () => void, ms: number) => () => void;
  readonly log: Log;
  readonly changed: () => void;
  /** For how long acts are kept here, and where they go before they leave. */
  readonly keeping: () => Settings['keeping'];
}

/** What waits in the journals of identities that this PC had before. */
export interface Earlier {
  readonly waiting: () => number;
  readonly stop: () => void;
}

/**
 * Goes on handing over, with each one's own token. Their journals stay as long as this PC keeps acts: they are the evidence of what it
 * recorded. Once central has all of one, and all of it is old, it goes at the next start.
 */
export function handOverEarlier(parts: EarlierParts): Earlier {
  const folder = earlierFolder(parts.home);
  const names = existsSync(folder) ? readdirSync(folder) : [];
  const all = names.map((name) => handOver(path.join(folder, name), parts));
  return {
    waiting: () => all.reduce((sum, one) => sum + one.waiting(), 0),
    stop: () => all.forEach((one) => one.stop()),
  };
}

const NOTHING: Earlier = { waiting: () => 0, stop: () => undefined };

function handOver(folder: string, parts: EarlierParts): Earlier {
  const { box, clock, log } = parts;
  const identity = readIdentity(folder, box);
  if (!identity || !existsSync(path.join(folder, 'journal.db'))) return NOTHING;
  const opened = openStore(folder, clock.nowMs());
  if (!opened.ok) {
    log.error({ code: opened.fault.code, deviceId: identity.deviceId }, 'an earlier journal can not be opened');
    return NOTHING;
  }
  const { db } = opened.value;
  const journal = createJournal({ db, identity, clock, sha256: sha256Hex, newId: parts.newId });
  const delivery = createDelivery(db);
  const { settledTo, setAside } = delivery.remembered();
  let waiting = journal.lastSeq() - settledTo + setAside.length;
  if (waiting === 0) {
    const isOld = isOver(db, clock, parts.keeping().journalDays);
    closeJournalFile(db);
    if (isOld) leave(folder, identity.deviceId, parts);
    return NOTHING;
  }
  log.info({ deviceId: identity.deviceId, waiting }, 'an earlier journal is being handed over');
  const sync = createSyncLoop({
    client: { ...clientOf(folder, identity, parts), pullChanges: nothingMore },
    journal,
    cache: createCache(db),
    delivery,
    nowMs: clock.nowMs,
    monotonicMs: clock.monotonicMs,
    random: parts.random,
    setTimer: parts.setTimer,
    onReport(report) {
      ({ waiting } = report);
      if (waiting === 0) {
        log.info({ deviceId: identity.deviceId }, 'an earlier journal is handed over');
        // Not from within the loop's own step.
        queueMicrotask(stop);
      }
      parts.changed();
    },
    onPulled: () => undefined,
    onPushed: () => undefined,
    onFailure: (what, detail) => log.info({ what, detail, deviceId: identity.deviceId }, 'no answer from central'),
  });
  function stop(): void {
    if (!db.open) return;
    sync.stop();
    closeJournalFile(db);
  }
  return { waiting: () => waiting, stop };
}

function leave(folder: string, deviceId: string, { keeping, log }: EarlierParts): void {
  try {
    letGo(folder, deviceId, keeping());
    log.info({ deviceId }, 'an earlier journal is old, and central has it: it has left');
  } catch (error) {
    log.error({ deviceId, detail: String(error) }, 'an earlier journal could not be saved or removed, so it stays');
  }
}

/** An identity that is no gate any more asks for nothing: its way down stays with the first question. */
const nothingMore = (): Promise<never> => new Promise(() => undefined);

function clientOf(folder: string, identity: EnrolledAs, { box, clock, fetch, log }: EarlierParts) {
  const tokens = createTokenKeeper({
    tokens: tokensOf(identity),
    write: ({ current, sinceMs, next }) =>
      writeIdentity(folder, box, { ...identity, deviceToken: current, tokenSinceMs: sinceMs, nextToken: next }),
    nowMs: clock.nowMs,
    monotonicMs: clock.monotonicMs,
    onFailure: (detail) => log.info({ detail }, 'the token is as it was'),
  });
  return createCentralClient({
    baseUrl: identity.centralUrl,
    token: tokens.token,
    tokenMet: tokens.met,
    fetch,
    learnTime: clock.learnOffset,
    nowMs: clock.nowMs,
  });
}
