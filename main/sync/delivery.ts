import { z } from 'zod';
import type { Remembered } from '../../core/sync/step.ts';
import type { EventResult } from '../../core/sync/wire.ts';
import type { Sqlite } from '../sqlite.ts';

/** What central answered, kept beside the journal: the journal itself is never touched. */
export interface Delivery {
  /** How far central has the journal, and which events before that it stumbled over. */
  readonly remembered: () => Remembered;
  readonly remember: (remembered: Remembered) => void;
  /** The same for this run alone: it is to be written down soon. */
  readonly know: (remembered: Remembered) => void;
  /** Writes down what central said of the events from `fromSeq` on, in their order, beyond plain acceptance. */
  readonly note: (fromSeq: number, results: readonly EventResult[], nowMs: number) => void;
  readonly counts: () => { readonly flagged: number; readonly rejected: number };
}

const rememberedSchema = z.object({ settledTo: z.number().int().min(0), setAside: z.array(z.number().int()) });

export function createDelivery(db: Sqlite): Delivery {
  const put = db.prepare(
    `insert into delivery values (@seq, @status, @code, @detail, @nowMs)
     on conflict do update set status = excluded.status, code = excluded.code, detail = excluded.detail, at_ms = excluded.at_ms`,
  );
  const write = db.prepare(`insert into meta values ('sync', ?) on conflict do update set value = excluded.value`);
  // A second copy in the other file: a journal that had to be repaired must not give out numbers that central knows.
  const writeBeside = db.prepare(
    `insert into cache.state values ('settled_to', ?) on conflict do update set value = excluded.value`,
  );
  const count = db.prepare<[string], number>('select count(*) from delivery where status = ?').pluck();
  let remembered = readRemembered(db);

  const know = ({ settledTo, setAside }: Remembered): void => {
    remembered = { settledTo, setAside };
  };

  return {
    remembered: () => remembered,
    know,
    remember(next) {
      know(next);
      write.run(JSON.stringify(remembered));
      writeBeside.run(String(remembered.settledTo));
    },
    note: db.transaction((fromSeq: number, results: readonly EventResult[], nowMs: number) => {
      results.forEach((result, index) => {
        const status = verdictOf(result);
        const { code, detail } = result;
        if (status) put.run({ seq: fromSeq + index, status, code: code ?? null, detail: detail ?? null, nowMs });
      });
    }),
    counts: () => ({ flagged: count.get('flagged') ?? 0, rejected: count.get('rejected') ?? 0 }),
  };
}

/** A duplicate with a code was flagged the first time, and that answer was lost. */
function verdictOf({ status, code }: EventResult): 'flagged' | 'rejected' | undefined {
  if (status === 'rejected') return 'rejected';
  return status === 'flagged' || (status === 'duplicate' && code !== undefined) ? 'flagged' : undefined;
}

function readRemembered(db: Sqlite): Remembered {
  const text = db.prepare<[], string>(`select value from meta where key = 'sync'`).pluck().get();
  return text === undefined ? { settledTo: 0, setAside: [] } : rememberedSchema.parse(JSON.parse(text));
}
