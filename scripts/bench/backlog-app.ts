import { copyFileSync, cpSync, rmSync } from 'node:fs';
import path from 'node:path';
import { v7 } from 'uuid';
import { createClock } from '../../main/clock.ts';
import { createJournal, eventFromRow, type EventRow } from '../../main/journal/journal.ts';
import { closeJournalFile } from '../../main/journal/open.ts';
import { openStore } from '../../main/journal/recover.ts';
import { sha256Hex } from '../../main/verify.ts';
import { gateApp, type GateVariant, type ProbedApp } from './start-apps.ts';
import { writeActs } from './sync-real.ts';

const OFFLINE_MS = 14 * 24 * 3_600_000;

/**
 * The gate that is enrolled in `home`, after two weeks without a line: so many events that central does not have. Before each start it is
 * as it was, so that each of them begins to hand all of it over.
 */
export function backlogApp(under: string, home: string, events: number, variant: GateVariant): ProbedApp {
  const own = path.join(under, 'backlog-home');
  cpSync(home, own, { recursive: true, filter: (source) => !/Singleton/.test(source) });
  const opened = openStore(own, Date.now());
  if (!opened.ok) throw new Error(opened.fault.detail);
  const { db } = opened.value;
  const last = db.prepare<[], EventRow>('select seq, body, hash from event order by seq desc limit 1').get();
  if (!last) throw new Error('the enrolled gate wrote nothing');
  const people = db
    .prepare<[], string>(`select id from cache.entity where entity = 'worker' order by id`)
    .pluck()
    .all();
  const clock = createClock();
  clock.recall(0);
  const journal = createJournal({ db, identity: eventFromRow(last), clock, sha256: sha256Hex, newId: v7 });
  writeActs(journal, events, OFFLINE_MS / events, people);
  closeJournalFile(db);
  const file = path.join(own, 'journal.db');
  copyFileSync(file, `${file}.whole`);
  const app = gateApp(path.join(under, 'backlog'), own, variant);
  return {
    ...app,
    name: `${app.name}, ${events} events not handed over`,
    prepare() {
      app.prepare();
      for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true });
      copyFileSync(`${file}.whole`, file);
    },
  };
}
