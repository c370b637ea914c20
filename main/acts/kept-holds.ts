import { isStillHeld, keptHoldSchema, type KeptHold } from '../../core/hold/kept.ts';
import { storageFault } from '../journal/journal.ts';
import type { Sqlite } from '../sqlite.ts';

/** Who waits for a look, on disk. A hold that could not be written waits all the same; after a restart that person scans again. */
export interface KeptHolds {
  readonly keep: (hold: KeptHold) => void;
  readonly forget: (holdId: string) => void;
  /** Those within their time; all others are gone for good. */
  readonly bringBack: (nowMs: number) => KeptHold[];
}

export function createKeptHolds(db: Sqlite): KeptHolds {
  const put = db.prepare<[string, string]>('insert or replace into hold (id, body) values (?, ?)');
  const remove = db.prepare<[string]>('delete from hold where id = ?');
  const all = db.prepare<[], { id: string; body: string }>('select id, body from hold order by rowid');
  const tried = (write: () => void): void => {
    try {
      write();
    } catch (error) {
      // A full or broken disk is told of by the journal; anything else is a bug and goes on up.
      storageFault(error);
    }
  };
  return {
    keep: (hold) => tried(() => put.run(hold.id, JSON.stringify(hold))),
    forget: (holdId) => tried(() => remove.run(holdId)),
    bringBack(nowMs) {
      const held: KeptHold[] = [];
      for (const { id, body } of all.all()) {
        const read = keptHoldSchema.safeParse(JSON.parse(body));
        if (read.success && isStillHeld(read.data, nowMs)) held.push(read.data);
        else tried(() => remove.run(id));
      }
      return held;
    },
  };
}
