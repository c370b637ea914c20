import type { EventEnvelope } from '../../core/event/event.ts';
import { grantAfter, grantKey, type Grant } from '../../core/event/grants.ts';
import { presenceAfter, type Presence } from '../../core/event/occupancy.ts';
import type { Sqlite } from '../sqlite.ts';

/** The tables beside the journal: kept by the same pure functions that can make them anew from the events alone. */
export interface Projections {
  /** Called inside the transaction that writes the event. */
  readonly apply: (event: EventEnvelope) => void;
  readonly presenceOf: (workerId: string) => Presence | undefined;
  readonly insideCount: () => number;
  readonly grantOf: (workerId: string, badgeId: string | undefined) => Grant | undefined;
  /** Empties the tables and folds all events into them again. Returns how many events were read. */
  readonly rebuild: (events: Iterable<EventEnvelope>) => number;
}

interface PresenceRow {
  worker_id: string;
  inside: number;
  since_ms: number;
  event_id: string;
}
interface GrantRow {
  worker_id: string;
  badge_id: string | null;
  work_order_ids: string;
  granted_at_ms: number;
  until_ms: number;
  event_id: string;
}

export function createProjections(db: Sqlite): Projections {
  const putPresence = db.prepare(
    `insert into presence values (@workerId, @inside, @sinceMs, @eventId)
     on conflict do update set inside = excluded.inside, since_ms = excluded.since_ms, event_id = excluded.event_id`,
  );
  const putGrant = db.prepare(
    `insert into access_grant values (@key, @workerId, @badgeId, @workOrderIds, @grantedAtMs, @untilMs, @eventId)
     on conflict do update set work_order_ids = excluded.work_order_ids, granted_at_ms = excluded.granted_at_ms,
       until_ms = excluded.until_ms, event_id = excluded.event_id`,
  );
  const onePresence = db.prepare<[string], PresenceRow>('select * from presence where worker_id = ?');
  const count = db.prepare<[], number>('select count(*) from presence where inside = 1').pluck();
  const oneGrant = db.prepare<[string], GrantRow>('select * from access_grant where key = ?');
  const latestGrant = db.prepare<[string], GrantRow>(
    'select * from access_grant where worker_id = ? order by granted_at_ms desc limit 1',
  );

  const apply = (event: EventEnvelope): void => {
    const presence = presenceAfter(event);
    if (presence) putPresence.run({ ...presence, inside: presence.inside ? 1 : 0 });
    const grant = grantAfter(event);
    if (!grant) return;
    putGrant.run({
      ...grant,
      key: grantKey(grant.workerId, grant.badgeId),
      badgeId: grant.badgeId ?? null,
      workOrderIds: JSON.stringify(grant.workOrderIds),
    });
  };
  return {
    apply,
    presenceOf: (workerId) => presenceFrom(onePresence.get(workerId)),
    insideCount: () => count.get() ?? 0,
    grantOf: (workerId, badgeId) =>
      grantFrom(badgeId === undefined ? latestGrant.get(workerId) : oneGrant.get(grantKey(workerId, badgeId))),
    rebuild: db.transaction((events: Iterable<EventEnvelope>) => {
      db.exec('delete from presence; delete from access_grant');
      let read = 0;
      for (const event of events) {
        apply(event);
        read += 1;
      }
      return read;
    }),
  };
}

const presenceFrom = (row: PresenceRow | undefined): Presence | undefined =>
  row && { workerId: row.worker_id, inside: row.inside === 1, sinceMs: row.since_ms, eventId: row.event_id };

const grantFrom = (row: GrantRow | undefined): Grant | undefined =>
  row && {
    workerId: row.worker_id,
    ...(row.badge_id === null ? {} : { badgeId: row.badge_id }),
    workOrderIds: JSON.parse(row.work_order_ids) as string[],
    grantedAtMs: row.granted_at_ms,
    untilMs: row.until_ms,
    eventId: row.event_id,
  };
