import type { TrayStatus } from '../../core/tray/tray.ts';
import type { EventRow } from '../journal/journal.ts';
import type { Sqlite } from '../sqlite.ts';

/** An act with what central said of it; `told_at_ms` null: central has not answered for it. */
export interface TrayRow extends EventRow {
  readonly status: TrayStatus;
  readonly code: string | null;
  readonly detail: string | null;
  readonly told_at_ms: number | null;
}
export interface ClearedRow extends EventRow {
  readonly clearing: string;
  readonly status: TrayStatus | null;
  readonly code: string | null;
  readonly detail: string | null;
  readonly told_at_ms: number | null;
}

const MOST_CARDS = 200;

/** An act that staff cleared is found by the index over what the clearing says: nothing is kept that the journal does not hold. */
const NOT_CLEARED = `not exists (
  select 1 from event c where c.type = 'tray.cleared' and json_extract(c.body, '$.data.seq') = doubt.seq)`;
/** One badge, one card: a grant that is doubted together with the coming in that it was made for has none of its own. */
const NOT_WITHIN_ANOTHER = `not exists (
  select 1 from delivery next join event act on act.seq = next.seq join event made on made.seq = doubt.seq
  where next.seq = doubt.seq + 1 and next.code is doubt.code and made.type = 'access.granted'
    and act.type = 'presence.checked_in' and act.worker_id = made.worker_id)`;
const WAITS = `${NOT_CLEARED} and ${NOT_WITHIN_ANOTHER}`;
/** What central answered, and what it has stumbled over so far: `?` is a JSON list of numbers. */
const DOUBTS = `(select seq, status, code, detail, at_ms as told_at_ms from delivery
  union all
  select value, 'set_aside', null, null, null from json_each(?) where value not in (select seq from delivery)) doubt`;

/** Reads of the tray from the journal and from what central answered. */
export function trayRows(db: Sqlite, setAside: () => readonly number[]) {
  const open = db.prepare<[string], TrayRow>(
    `select e.seq, e.body, e.hash, doubt.status, doubt.code, doubt.detail, doubt.told_at_ms
     from ${DOUBTS} join event e on e.seq = doubt.seq where ${WAITS} order by e.seq desc limit ${MOST_CARDS}`,
  );
  const counted = db.prepare<[string], { status: TrayStatus; count: number }>(
    `select doubt.status, count(*) as count from ${DOUBTS} where ${WAITS} group by doubt.status`,
  );
  const cleared = db.prepare<[], ClearedRow>(
    `select e.seq, e.body, e.hash, c.body as clearing, d.status, d.code, d.detail, d.at_ms as told_at_ms
     from event c join event e on e.seq = json_extract(c.body, '$.data.seq') left join delivery d on d.seq = e.seq
     where c.type = 'tray.cleared' order by c.seq desc limit ${MOST_CARDS}`,
  );
  const clearedTotal = db.prepare<[], number>(`select count(*) from event where type = 'tray.cleared'`).pluck();
  const list = (): string => JSON.stringify(setAside());
  return {
    open: () => open.all(list()),
    counts: () => Object.fromEntries(counted.all(list()).map(({ status, count }) => [status, count])),
    cleared: () => cleared.all(),
    clearedTotal: () => clearedTotal.get() ?? 0,
  };
}
