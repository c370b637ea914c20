import type { Sha256Hex } from '../../core/ports.ts';
import { assertDurable } from '../journal/open.ts';
import { continuesAfter } from '../journal/journal.ts';
import { createRowCheck, type FullRow } from '../journal/row-check.ts';
import type { Sqlite } from '../sqlite.ts';
import type { JournalState } from './looks.ts';

/** Events; a shift's worth, checked in some tens of milliseconds. */
const NEWEST = 1000;

/** Looks at the newest events without holding up the gate. Whoever wants to know of all of them runs the journal tool. */
export function journalState(db: Sqlite, sha256: Sha256Hex): JournalState {
  const rows = db
    .prepare<[number], FullRow>('select * from event order by seq desc limit ?')
    .all(NEWEST + 1)
    .reverse();
  return { events: Math.min(rows.length, NEWEST), whole: isWhole(db, rows, sha256), durable: isDurable(db) };
}

/** After a repair the numbers go on where central is: there the link by hash alone must hold. */
function isWhole(db: Sqlite, rows: readonly FullRow[], sha256: Sha256Hex): boolean {
  const check = createRowCheck(db, sha256);
  const afterRepair = continuesAfter(db) + 1;
  return rows.every((row, i) => {
    const before = rows[i - 1];
    if (!before) return true;
    const seq = row.seq === afterRepair ? row.seq - 1 : before.seq;
    return check(row, { seq, hash: before.hash }).fault === undefined;
  });
}

function isDurable(db: Sqlite): boolean {
  try {
    assertDurable(db);
    return true;
  } catch {
    return false;
  }
}
