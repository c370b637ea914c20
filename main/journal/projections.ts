import type { EventEnvelope } from '../../core/event/event.ts';
import { grantAfter, grantKey, type Grant } from '../../core/event/grants.ts';
import { presenceChange, type Presence } from '../../core/event/occupancy.ts';
import { overrideAfter, type Override } from '../../core/event/overrides.ts';
import { undoneBy } from '../../core/event/undone.ts';
import type { Sqlite } from '../sqlite.ts';
import { readAnchor } from './anchor.ts';

/** The tables beside the journal: kept by the same pure functions that can make them anew from the events alone. */
export interface Projections {
  /** Called inside the transaction that writes the event. */
  readonly apply: (event: EventEnvelope) => void;
  readonly presenceOf: (workerId: string) => Presence | undefined;
  readonly insideCount: () => number;
  readonly grantOf: (workerId: string, badgeId: string | undefined) => Grant | undefined;
  /** G6: the overrides of this person that still hold. */
  readonly overridesOf: (workerId: string, nowMs: number) => Override[];
  /** Makes the tables anew: from what the events that have left said, and all others folded into it. Returns how many were read. */
  readonly rebuild: (events: Iterable<EventEnvelope>) => number;
}

export interface PresenceRow {
  worker_id: string;
  inside: number;
  since_ms: number;
  event_id: string;
  break_since_ms: number | null;
  offset_ms: number;
}
export interface GrantRow {
  worker_id: string;
  badge_id: string | null;
  work_order_ids: string;
  granted_at_ms: number;
  until_ms: number;
  event_id: string;
}

const PROJECTED = ['presence', 'access_grant', 'person_override'] as const;

/** `base_`: the tables that hold what the events up to the anchor said. */
export function createProjections(db: Sqlite, prefix: '' | 'base_' = ''): Projections {
  const putPresence = db.prepare(
    `insert into ${prefix}presence (worker_id, inside, since_ms, event_id, break_since_ms, offset_ms)
     values (@workerId, @inside, @sinceMs, @eventId, @breakSinceMs, @offsetMs)
     on conflict do update set inside = excluded.inside, since_ms = excluded.since_ms, event_id = excluded.event_id,
       break_since_ms = excluded.break_since_ms, offset_ms = excluded.offset_ms`,
  );
  const forgetPresence = db.prepare(`delete from ${prefix}presence where worker_id = ?`);
  const putGrant = db.prepare(
    `insert into ${prefix}access_grant values (@key, @workerId, @badgeId, @workOrderIds, @grantedAtMs, @untilMs, @eventId)
     on conflict do update set work_order_ids = excluded.work_order_ids, granted_at_ms = excluded.granted_at_ms,
       until_ms = excluded.until_ms, event_id = excluded.event_id`,
  );
  const onePresence = db.prepare<[string], PresenceRow>(`select * from ${prefix}presence where worker_id = ?`);
  const count = db.prepare<[], number>(`select count(*) from ${prefix}presence where inside = 1`).pluck();
  const oneGrant = db.prepare<[string], GrantRow>(`select * from ${prefix}access_grant where key = ?`);
  const latestGrant = db.prepare<[string], GrantRow>(
    `select * from ${prefix}access_grant where worker_id = ? order by granted_at_ms desc limit 1`,
  );
  const forgetGrant = db.prepare(`delete from ${prefix}access_grant where event_id = ?`);
  const putOverride = db.prepare(
    `insert or replace into ${prefix}person_override values (@eventId, @workerId, @code, @untilMs)`,
  );
  const forgetOverride = db.prepare(`delete from ${prefix}person_override where event_id = ?`);
  const overrides = db.prepare<[string, number], Override>(
    `select event_id as eventId, worker_id as workerId, code, until_ms as untilMs from ${prefix}person_override
     where worker_id = ? and until_ms > ? order by until_ms`,
  );

  const presenceOf: Projections['presenceOf'] = (workerId) => {
    const row = onePresence.get(workerId);
    return row && presenceFrom(row);
  };
  const apply = (event: EventEnvelope): void => {
    const change = presenceChange(event, presenceOf);
    const presence = change?.presence;
    if (presence) putPresence.run(presenceRow(presence));
    else if (change) forgetPresence.run(change.workerId);
    const grant = grantAfter(event);
    if (grant) {
      putGrant.run({
        ...grant,
        key: grantKey(grant.workerId, grant.badgeId),
        badgeId: grant.badgeId ?? null,
        workOrderIds: JSON.stringify(grant.workOrderIds),
      });
    }
    const override = overrideAfter(event);
    if (override) putOverride.run(override);
    const undone = undoneBy(event);
    if (undone?.grantId !== undefined) forgetGrant.run(undone.grantId);
    for (const id of undone?.overrideIds ?? []) forgetOverride.run(id);
  };
  return {
    apply,
    presenceOf,
    insideCount: () => count.get() ?? 0,
    grantOf(workerId, badgeId) {
      const row = badgeId === undefined ? latestGrant.get(workerId) : oneGrant.get(grantKey(workerId, badgeId));
      return row && grantFrom(row);
    },
    overridesOf: (workerId, nowMs) => overrides.all(workerId, nowMs),
    rebuild: db.transaction((events: Iterable<EventEnvelope>) => {
      for (const table of PROJECTED) db.exec(`delete from ${prefix}${table}`);
      const from = prefix === '' ? beginAtTheBase(db) : 0;
      let read = 0;
      for (const event of events) {
        // What stayed behind of what has left is in the base already.
        if (event.seq <= from) continue;
        apply(event);
        read += 1;
      }
      return read;
    }),
  };
}

/** Puts the tables back to where the anchor is. Returns up to which event that is. */
function beginAtTheBase(db: Sqlite): number {
  db.exec(`
    insert into presence (worker_id, inside, since_ms, event_id, break_since_ms, offset_ms)
      select worker_id, inside, since_ms, event_id, break_since_ms, offset_ms from base_presence;
    insert into access_grant select * from base_access_grant;
    insert into person_override select * from base_person_override;
  `);
  return readAnchor(db)?.throughSeq ?? 0;
}

const presenceRow = ({ inside, breakSinceMs, offsetMs, ...presence }: Presence) => ({
  ...presence,
  inside: inside ? 1 : 0,
  breakSinceMs: breakSinceMs ?? null,
  offsetMs: offsetMs ?? 0,
});

export const presenceFrom = (row: PresenceRow): Presence => ({
  workerId: row.worker_id,
  inside: row.inside === 1,
  sinceMs: row.since_ms,
  ...(row.offset_ms === 0 ? {} : { offsetMs: row.offset_ms }),
  ...(row.break_since_ms === null ? {} : { breakSinceMs: row.break_since_ms }),
  eventId: row.event_id,
});

export const grantFrom = (row: GrantRow): Grant => ({
  workerId: row.worker_id,
  ...(row.badge_id === null ? {} : { badgeId: row.badge_id }),
  workOrderIds: JSON.parse(row.work_order_ids) as string[],
  grantedAtMs: row.granted_at_ms,
  untilMs: row.until_ms,
  eventId: row.event_id,
});
