import type { EventEnvelope } from '../../core/event/event.ts';
import { eventFromRow, type EventRow } from '../../main/journal/journal.ts';
import type { Sqlite } from '../../main/sqlite.ts';
import type { Filter } from './options.ts';

/** What central answered to an event. `waiting`: nothing yet. */
export interface CentralAnswer {
  readonly status: 'waiting' | 'accepted' | 'flagged' | 'rejected' | 'set_aside';
  readonly code?: string;
  readonly detail?: string;
}
export interface Entry {
  readonly event: EventEnvelope;
  readonly central: CentralAnswer;
}

interface EntryRow extends EventRow {
  readonly status: 'flagged' | 'rejected' | 'set_aside' | null;
  readonly code: string | null;
  readonly detail: string | null;
}

const PAGE = 1000;

/** The events that fit, oldest first, a page at a time: neither their number nor a writing gate matters. */
export function* entries(db: Sqlite, filter: Filter): Generator<Entry> {
  const settledTo = Number(
    db.prepare<[], string>(`select value from meta where key = 'settled_to'`).pluck().get() ?? 0,
  );
  const { where, values } = conditions(filter);
  const page = db.prepare<[Record<string, unknown>], EntryRow>(`
    select seq, body, hash, status, code, detail from event left join delivery using (seq)
    where seq > @after and ${where} order by seq limit ${PAGE}`);
  for (let after = beforeFirst(db, filter); ;) {
    const rows = page.all({ ...values, after });
    for (const row of rows) yield { event: eventFromRow(row), central: answerIn(row, settledTo) };
    const last = rows.at(-1);
    if (!last) return;
    after = last.seq;
  }
}

function conditions({ sinceMs, type, workerId }: Filter) {
  const wanted: readonly (readonly [string, unknown])[] = [
    ['event.at_ms >= @sinceMs', sinceMs],
    ['type = @type', type],
    ['worker_id = @workerId', workerId],
  ];
  const given = wanted.filter(([, value]) => value !== undefined);
  return {
    where: ['true', ...given.map(([condition]) => condition)].join(' and '),
    values: Object.fromEntries(given.map(([condition, value]) => [condition.split('@')[1], value])),
  };
}

/** The number before the first event that is wanted. */
function beforeFirst(db: Sqlite, filter: Filter): number {
  if (filter.last === undefined) return 0;
  const { where, values } = conditions(filter);
  const first = db
    .prepare<[Record<string, unknown>], number>(
      `select min(seq) from (select seq from event where ${where} order by seq desc limit @last)`,
    )
    .pluck()
    .get({ ...values, last: filter.last });
  return (first ?? 0) - 1;
}

function answerIn({ seq, status, code, detail }: EntryRow, settledTo: number): CentralAnswer {
  if (status === null) return { status: seq <= settledTo ? 'accepted' : 'waiting' };
  return { status, ...(code === null ? {} : { code }), ...(detail === null ? {} : { detail }) };
}

/** A text field of an event's data. */
export const textIn = ({ data }: EventEnvelope, key: string): string | undefined => {
  const value = data[key];
  return typeof value === 'string' ? value : undefined;
};
