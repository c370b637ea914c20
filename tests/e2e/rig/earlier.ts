import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Fact } from '../../../core/event/event.ts';
import { createClock } from '../../../main/clock.ts';
import { createJournal, type Identity } from '../../../main/journal/journal.ts';
import { closeJournalFile } from '../../../main/journal/open.ts';
import { openStore } from '../../../main/journal/recover.ts';
import { sha256Hex } from '../../../main/verify.ts';

/** Writes what a gate would have written so long ago, while it is not running. */
export function writeEarlier(home: string, agoMs: number, facts: readonly Fact[]): void {
  const opened = openStore(home, Date.now());
  if (!opened.ok) throw new Error(opened.fault.detail);
  const { db } = opened.value;
  const identity = JSON.parse(readFileSync(path.join(home, 'identity.json'), 'utf8')) as Identity;
  const journal = createJournal({ db, identity, clock: createClock(), sha256: sha256Hex, newId: randomUUID });
  const written = journal.append(facts, Date.now() - agoMs);
  closeJournalFile(db);
  if (!written.ok) throw new Error(written.fault);
}
