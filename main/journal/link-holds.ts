import { linkBefore } from '../../core/keeping/anchor.ts';
import type { Sha256Hex } from '../../core/ports.ts';
import type { Sqlite } from '../sqlite.ts';
import { readAnchor } from './anchor.ts';
import { continuesAfter, eventFromRow } from './journal.ts';
import { createRowCheck, type FullRow } from './row-check.ts';

/** Whether one event is as it was written, and holds on to its neighbours; to the anchor, where what was before it has left. */
export function prepareLinkHolds(db: Sqlite, sha256: Sha256Hex): (seq: number) => boolean {
  const one = db.prepare<[number], FullRow>('select * from event where seq = ?');
  const check = createRowCheck(db, sha256);

  const rowBefore = (row: FullRow): { seq: number; hash: string } | undefined => {
    const before = one.get(row.seq - 1);
    if (before) return before;
    // The first after a repair has nothing before it here.
    return row.seq === continuesAfter(db) + 1 ? { seq: row.seq - 1, hash: eventFromRow(row).prevHash } : undefined;
  };
  return (seq) => {
    const row = one.get(seq);
    if (!row) return false;
    const after = one.get(seq + 1);
    if (after && eventFromRow(after).prevHash !== row.hash) return false;
    const anchor = readAnchor(db);
    if (anchor && seq <= anchor.throughSeq) {
      const isNamed = anchor.kept.some((kept) => kept.seq === seq && kept.hash === row.hash);
      return check(row, undefined, isNamed).fault === undefined;
    }
    const start = linkBefore(anchor);
    const previous = seq === start.seq + 1 ? start : rowBefore(row);
    return previous !== undefined && check(row, previous).fault === undefined;
  };
}
