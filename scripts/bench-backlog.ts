/**
 * `npm run bench:backlog`: the journal of a gate that was offline for two weeks is opened and handed over to a central in a process of
 * its own. Prints how long opening it takes, checks and repairs included, and how long anything else in the gate waits meanwhile.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { v7 } from 'uuid';
import { createCache } from '../main/cache/cache.ts';
import { createClock } from '../main/clock.ts';
import type { EnrolledAs } from '../main/identity.ts';
import { closeJournalFile } from '../main/journal/open.ts';
import { createJournal } from '../main/journal/journal.ts';
import { openStore } from '../main/journal/recover.ts';
import { sha256Hex } from '../main/verify.ts';
import { ms, table } from './bench/figures.ts';
import { drain, writeActs } from './bench/sync-real.ts';
import { Advice, runScript, speaker } from './console.ts';

const say = speaker('bench');
const OFFLINE_MS = 14 * 24 * 3_600_000;
const START_TARGET_MS = 3000;

await runScript(async () => {
  const { values } = parseArgs({ options: { events: { type: 'string', default: '50000' } } });
  const events = Number(values.events);
  if (!Number.isInteger(events) || events < 1) throw new Advice('--events takes a whole number from 1.');
  const folder = mkdtempSync(path.join(tmpdir(), 'gatehouse-bench-backlog-'));
  const home = path.join(folder, 'gate');
  mkdirSync(home);
  const central = fork(new URL('bench/central-alone.ts', import.meta.url), [path.join(folder, 'central')]);
  try {
    const [identity] = (await once(central, 'message')) as [EnrolledAs];
    say(`writing ${events} events of two weeks`);
    const store = open(home);
    const clock = createClock();
    clock.recall(0);
    const journal = createJournal({ db: store, identity, clock, sha256: sha256Hex, newId: v7 });
    writeActs(journal, events, OFFLINE_MS / events);
    closeJournalFile(store);

    const begunMs = performance.now();
    const db = open(home);
    const opened = createJournal({ db, identity, clock, sha256: sha256Hex, newId: v7 });
    createCache(db);
    const last = opened.lastSeq();
    const startMs = performance.now() - begunMs;
    if (last !== events) throw new Advice(`the journal has ${last} of ${events} events.`);
    const { centralUrl: baseUrl, deviceToken: token } = identity;
    const drained = await drain({ db, journal: opened, baseUrl, token, clock });
    closeJournalFile(db);
    table(
      ['', 'ms'],
      [
        ['the journal opened', ms(startMs)],
        [`${events} events handed over`, ms(drained.tookMs)],
        ['anything else waited (p99)', ms(drained.delayP99Ms)],
        ['anything else waited (longest)', ms(drained.delayMostMs)],
      ],
    );
    const verdict = startMs < START_TARGET_MS ? 'meets' : 'falls short of';
    console.log(`\nopening it ${verdict} the target of ${START_TARGET_MS} ms`);
  } finally {
    central.disconnect();
    await once(central, 'exit');
    rmSync(folder, { recursive: true });
  }
});

function open(home: string) {
  const opened = openStore(home, Date.now());
  if (!opened.ok) throw new Error(opened.fault.detail);
  return opened.value.db;
}
