import type { EventResult } from '../../core/sync/wire.ts';
import type { Sqlite } from '../sqlite.ts';

export interface DeliveredCounts {
  readonly flagged: number;
  readonly rejected: number;
}

/** What central answered, kept beside the journal: the journal itself is never touched. */
export interface Delivery {
  /** Central has answered for every event up to this one. */
  readonly settledTo: () => number;
  /** Writes down the results of the events from `fromSeq` on, in their order. */
  readonly settle: (fromSeq: number, results: readonly EventResult[], nowMs: number) => void;
  readonly counts: () => DeliveredCounts;
}

export function createDelivery(db: Sqlite): Delivery {
  const put = db.prepare(
    `insert into delivery values (@seq, @status, @code, @detail, @nowMs)
     on conflict do update set status = excluded.status, code = excluded.code, detail = excluded.detail, at_ms = excluded.at_ms`,
  );
  const remember = db.prepare(
    `insert into meta values ('settled_to', ?) on conflict do update set value = excluded.value`,
  );
  // A second copy in the other file: a journal that had to be repaired must not give out numbers that central knows.
  const rememberBeside = db.prepare(
    `insert into cache.state values ('settled_to', ?) on conflict do update set value = excluded.value`,
  );
  const count = db.prepare<[string], number>('select count(*) from delivery where status = ?').pluck();
  let settledTo = Number(db.prepare<[], string>(`select value from meta where key = 'settled_to'`).pluck().get() ?? 0);

  const settle = db.transaction((fromSeq: number, results: readonly EventResult[], nowMs: number) => {
    results.forEach(({ status, code, detail }, index) => {
      if (status !== 'flagged' && status !== 'rejected') return;
      put.run({ seq: fromSeq + index, status, code: code ?? null, detail: detail ?? null, nowMs });
    });
    remember.run(String(Math.max(settledTo, fromSeq + results.length - 1)));
  });

  return {
    settledTo: () => settledTo,
    settle(fromSeq, results, nowMs) {
      settle.immediate(fromSeq, results, nowMs);
      settledTo = Math.max(settledTo, fromSeq + results.length - 1);
      rememberBeside.run(String(settledTo));
    },
    counts: () => ({ flagged: count.get('flagged') ?? 0, rejected: count.get('rejected') ?? 0 }),
  };
}
