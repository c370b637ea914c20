import path from 'node:path';
import type { EventEnvelope } from '../../../core/event/event.ts';
import { eventFromRow, type EventRow } from '../../../main/journal/journal.ts';
import { compareProjections, verifyChain } from '../../../main/journal/verify.ts';
import { openSqlite, type Sqlite } from '../../../main/sqlite.ts';
import { sha256Hex } from '../../../main/verify.ts';

const reading = <T>(home: string, read: (db: Sqlite) => T): T => {
  const db = openSqlite(path.join(home, 'journal.db'), { readonly: true });
  try {
    return read(db);
  } finally {
    db.close();
  }
};

/** The gate's own file, read from outside while the gate writes. */
export const journalEvents = (home: string): EventEnvelope[] =>
  reading(home, (db) =>
    db.prepare<[], EventRow>('select seq, body, hash from event order by seq').all().map(eventFromRow),
  );

export const chainOf = (home: string) => reading(home, (db) => verifyChain(db, sha256Hex));

export const projectionsOf = (home: string): string[] =>
  reading(home, (db) => compareProjections(db, journalEvents(home)));

/** Acts and refusals, as "in welcome", "out goodbye" or the code of the refusal, in order. */
export const actsOf = (home: string): string[] =>
  journalEvents(home).flatMap(({ type, data }) => {
    if (type === 'presence.checked_in') return [`in ${String(data['code'])}`];
    if (type === 'presence.checked_out') return [`out ${String(data['code'])}`];
    return type === 'access.refused' ? [String(data['code'])] : [];
  });
