import { rollOf, type Roll } from '../../core/muster/roll.ts';
import { eventFromRow, type EventRow } from '../journal/journal.ts';
import type { Sqlite } from '../sqlite.ts';
import { OF_MUSTERS } from './of-musters.ts';

const MOST_PAST = 50;

/** Roll calls read from the journal itself. */
export interface MusterRows {
  /** The one that was started last, ended or not. */
  readonly newest: () => Roll | undefined;
  readonly one: (musterId: string) => Roll | undefined;
  /** Newest first. */
  readonly past: () => readonly Roll[];
  /** The last way out of this person at this gate was one that nobody saw (B7). */
  readonly leftUnseen: (workerId: string) => boolean;
}

export function musterRows(db: Sqlite): MusterRows {
  const started = db.prepare<[number], { seq: number; id: string }>(
    `select seq, json_extract(body, '$.id') as id from event where ${OF_MUSTERS} and type = 'muster.started'
     order by seq desc limit ?`,
  );
  const since = db.prepare<[number, number], EventRow>(
    `select seq, body, hash from event where ${OF_MUSTERS} and seq >= ? and seq < ? order by seq`,
  );
  const lastOut = db
    .prepare<[string], number | null>(
      `select json_extract(body, '$.data.estimated') from event
       where worker_id = ? and type = 'presence.checked_out' order by seq desc limit 1`,
    )
    .pluck();
  const starts = () => started.all(MOST_PAST);
  /** Ended roll calls do not change: each is folded once. */
  const ended = new Map<string, Roll>();
  const read = (seq: number, id: string, endSeq: number): Roll | undefined => {
    const known = ended.get(id);
    if (known) return known;
    const roll = rollOf(since.all(seq, endSeq).map(eventFromRow));
    if (roll?.ended) ended.set(id, roll);
    return roll;
  };
  const all = (): Roll[] => {
    const heads = starts();
    return heads.flatMap(({ seq, id }, at) => read(seq, id, heads[at - 1]?.seq ?? Number.MAX_SAFE_INTEGER) ?? []);
  };
  return {
    newest() {
      const [head] = started.all(1);
      return head && read(head.seq, head.id, Number.MAX_SAFE_INTEGER);
    },
    one: (musterId) => all().find((roll) => roll.musterId === musterId),
    past: () => all().filter(({ ended: end }) => end !== undefined),
    leftUnseen: (workerId) => Boolean(lastOut.get(workerId)),
  };
}
