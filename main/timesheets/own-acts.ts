import { knownEvent } from '../../core/event/event.ts';
import type { WorkAct } from '../../core/site/portal.ts';
import { placedActOf } from '../../core/timesheet/acts.ts';
import { eventFromRow, type EventRow } from '../journal/journal.ts';
import type { Sqlite } from '../sqlite.ts';

/** One person's acts at one place that central's timesheets do not hold yet. */
export interface OwnActs {
  readonly workerId: string;
  readonly locationId: string;
  readonly acts: readonly WorkAct[];
}

const TYPES = `('presence.checked_in', 'presence.checked_out', 'presence.break_started', 'presence.break_ended', 'act.undone')`;

/**
 * What this gate has written since central last told, read once: what comes later is added. @param toldTo see Wishes
 */
export function createOwnActs(db: Sqlite, toldTo: () => number): () => Iterable<OwnActs> {
  const after = db.prepare<[number], EventRow>(
    `select seq, body, hash from event where seq > ? and type in ${TYPES} order by seq`,
  );
  const place = db
    .prepare<[string, string], string | null>(
      `select body ->> '$.data.atLocationId' from event where worker_id = ? and body ->> '$.id' = ?`,
    )
    .pluck();
  let begunAt = -1;
  let readTo = 0;
  let found = new Map<string, { readonly workerId: string; readonly locationId: string; readonly acts: WorkAct[] }>();

  return () => {
    if (begunAt !== toldTo()) {
      begunAt = toldTo();
      readTo = begunAt;
      found = new Map();
    }
    for (const row of after.all(readTo)) {
      readTo = row.seq;
      const event = knownEvent(eventFromRow(row));
      const placed = event && placedActOf(event);
      if (!placed) continue;
      const { workerId, act } = placed;
      // What was taken back counts where it was done.
      const undoneAt = act.undoes === undefined ? null : (place.get(workerId, act.undoes) ?? null);
      const locationId = undoneAt ?? placed.locationId;
      const key = `${workerId} ${locationId}`;
      const known = found.get(key) ?? { workerId, locationId, acts: [] };
      found.set(key, known);
      known.acts.push(act);
    }
    return found.values();
  };
}
