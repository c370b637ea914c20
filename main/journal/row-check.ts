import { checkLink, hashOfText } from '../../core/event/chain.ts';
import { eventSchema, type EventEnvelope } from '../../core/event/event.ts';
import { emptiedText, type Emptied } from '../../core/keeping/emptied.ts';
import type { Sha256Hex } from '../../core/ports.ts';
import type { Sqlite } from '../sqlite.ts';
import { isSignedBy } from './anchor-key.ts';
import { eventFromRow, type EventRow } from './journal.ts';
import type { RowFault } from './verify.ts';

export interface FullRow extends EventRow {
  readonly type: string;
  readonly at_ms: number;
  readonly worker_id: string | null;
}
export interface Checked {
  readonly fault?: RowFault | undefined;
  readonly isEmptied: boolean;
}
/** `previous` undefined: what was before it has left. `isNamed`: the anchor names it, where it must. */
export type RowCheck = (
  row: FullRow,
  previous: { seq: number; hash: string } | undefined,
  isNamed?: boolean,
) => Checked;

/** Whether a row is as it was written, and follows what was before it. What was emptied of words stands by the device's signature. */
export function createRowCheck(db: Sqlite, sha256: Sha256Hex): RowCheck {
  const marks = db.prepare<[number], Emptied>(
    `select seq, hash, at_ms as atMs, body_hash as bodyHash, public_key as publicKey, signature from emptied where seq = ?`,
  );
  return (row, previous, isNamed = true) => {
    const event = readable(row);
    const isEmptied = event?.data['emptied'] === true;
    if (!event) return { fault: 'unreadable', isEmptied };
    if (!isNamed) return { fault: 'not_kept', isEmptied };
    const before = previous ?? { seq: event.seq - 1, hash: event.prevHash };
    const link = checkLink(before, event, sha256);
    if (link !== undefined && !(link === 'edited' && isEmptied && isSignedFor(row, marks.get(row.seq), sha256)))
      return { fault: link, isEmptied };
    return { fault: columnsDiffer(row, event) ? 'column_differs' : undefined, isEmptied };
  };
}

function isSignedFor(row: EventRow, mark: Emptied | undefined, sha256: Sha256Hex): boolean {
  if (mark?.hash !== row.hash || mark.bodyHash !== hashOfText(row.body, sha256)) return false;
  return isSignedBy(mark.publicKey, emptiedText(mark), mark.signature);
}

function columnsDiffer(row: FullRow, event: EventEnvelope): boolean {
  const workerId = typeof event.data['workerId'] === 'string' ? event.data['workerId'] : null;
  const same = event.seq === row.seq && event.type === row.type && Date.parse(event.occurredAt) === row.at_ms;
  return !same || workerId !== row.worker_id;
}

function readable(row: EventRow): EventEnvelope | undefined {
  try {
    const event = eventSchema.safeParse(eventFromRow(row));
    return event.success ? event.data : undefined;
  } catch {
    return undefined;
  }
}
