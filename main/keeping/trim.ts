import type { EventEnvelope } from '../../core/event/event.ts';
import { linkBefore, type KeptEvent } from '../../core/keeping/anchor.ts';
import { newestOf } from '../../core/keeping/leaving.ts';
import type { Sha256Hex } from '../../core/ports.ts';
import type { AnchorKey } from '../journal/anchor-key.ts';
import { readAnchor, writeAnchor } from '../journal/anchor.ts';
import { eventFromRow } from '../journal/journal.ts';
import { createProjections } from '../journal/projections.ts';
import { createRowCheck, type FullRow } from '../journal/row-check.ts';
import type { Sqlite } from '../sqlite.ts';

export interface TrimParts {
  readonly db: Sqlite;
  readonly deviceId: string;
  readonly key: AnchorKey;
  readonly sha256: Sha256Hex;
  readonly nowMs: () => number;
  /** For how long one slice may hold main, in milliseconds of `performance.now()`. */
  readonly sliceMs?: number;
}

/** `broken`: an event is not as it was written. It stays, and all after it: it is evidence. */
export type Trimmed = 'more' | 'done' | 'broken';
export type TrimSlice = (toSeq: number, needed: ReadonlySet<number>) => Trimmed;

/** A commit and what follows a change of the schema come on top. */
const SLICE_MS = 2;
const ROWS_AT_ONCE = 20;
const NOT_DELETED = `create trigger event_is_not_deleted before delete on event
  begin select raise(abort, 'the journal is append-only'); end`;

/**
 * Lets the oldest events leave, up to `toSeq`, a slice a call: what they say is folded into the base, the anchor takes their place, and they
 * are deleted, in one transaction. This is the only code that deletes events; a kill at any moment leaves the one or the other.
 */
export function createTrim({ db, deviceId, key, sha256, nowMs, sliceMs = SLICE_MS }: TrimParts): TrimSlice {
  const base = createProjections(db, 'base_');
  const page = db.prepare<[number, number, number], FullRow>(
    'select * from event where seq > ? and seq <= ? order by seq limit ?',
  );

  const slice = (toSeq: number, needed: ReadonlySet<number>): Trimmed => {
    const before = readAnchor(db);
    const check = createRowCheck(db, sha256);
    const keeping = keptSoFar(before?.kept ?? [], needed);
    const untilMs = performance.now() + sliceMs;
    let link = linkBefore(before);
    let left = 0;
    let came: Trimmed = 'more';
    while (came === 'more' && (left === 0 || performance.now() < untilMs)) {
      const rows = page.all(link.seq, toSeq, ROWS_AT_ONCE);
      if (rows.length < ROWS_AT_ONCE) came = 'done';
      for (const row of rows) {
        if (check(row, link).fault !== undefined) {
          came = 'broken';
          break;
        }
        const event = eventFromRow(row);
        base.apply(event);
        keeping.meet(event);
        link = { seq: row.seq, hash: row.hash };
        left += 1;
      }
    }
    if (left === 0 && !keeping.isLess()) return came;
    if (link.seq === 0) return came;
    const atMs = nowMs();
    const kept = keeping.kept();
    const count = (before?.count ?? 0) + left - (kept.length - (before?.kept.length ?? 0));
    const firstAtMs = before?.firstAtMs ?? atMs;
    deleteRows(db, before?.throughSeq ?? 0, link.seq, before?.kept ?? [], kept);
    writeAnchor(db, key.signed({ deviceId, throughSeq: link.seq, hash: link.hash, count, atMs, firstAtMs, kept }));
    return came;
  };
  const trim = db.transaction(slice);
  return (toSeq, needed) => trim.immediate(toSeq, needed);
}

/** Which events stay behind: those that are needed, and the newest of some kinds. */
function keptSoFar(before: readonly KeptEvent[], needed: ReadonlySet<number>) {
  const kept = new Map(
    before.filter(({ seq, newestOf: about }) => about !== undefined || needed.has(seq)).map((one) => [one.seq, one]),
  );
  const newest = new Map(before.flatMap((one) => (one.newestOf === undefined ? [] : [[one.newestOf, one.seq]])));
  return {
    meet(event: EventEnvelope): void {
      const { seq, hash } = event;
      const about = newestOf(event);
      if (about !== undefined) {
        const earlier = newest.get(about);
        if (earlier !== undefined && !needed.has(earlier)) kept.delete(earlier);
        newest.set(about, seq);
        kept.set(seq, { seq, hash, newestOf: about });
      } else if (needed.has(seq)) kept.set(seq, { seq, hash });
    },
    isLess: () => kept.size < before.length,
    kept: (): KeptEvent[] => [...kept.values()].sort((a, b) => a.seq - b.seq),
  };
}

/** The trigger comes back within the same transaction: nobody ever meets the table without it. */
function deleteRows(
  db: Sqlite,
  afterSeq: number,
  toSeq: number,
  before: readonly KeptEvent[],
  kept: readonly KeptEvent[],
): void {
  const stays = new Set(kept.map(({ seq }) => seq));
  const noMore = before.filter(({ seq }) => !stays.has(seq)).map(({ seq }) => seq);
  const gone = `(seq > @afterSeq and seq <= @toSeq or seq in (select value from json_each(@noMore)))
    and seq not in (select value from json_each(@stays))`;
  const which = { afterSeq, toSeq, noMore: JSON.stringify(noMore), stays: JSON.stringify([...stays]) };
  db.exec('drop trigger event_is_not_deleted');
  db.prepare(`delete from event where ${gone}`).run(which);
  db.exec(NOT_DELETED);
  // A verdict on an event that has left is nobody's any more; the same goes for what was signed for.
  for (const beside of ['delivery', 'emptied']) db.prepare(`delete from ${beside} where ${gone}`).run(which);
}
