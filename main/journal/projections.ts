import type { EventEnvelope } from '../../core/event/event.ts';
import { grantAfter, grantKey, type Grant } from '../../core/event/grants.ts';
import { presenceChange, type Presence } from '../../core/event/occupancy.ts';
import { overrideAfter, type Override } from '../../core/event/overrides.ts';
import { undoneBy } from '../../core/event/undone.ts';
import type { Sqlite } from '../sqlite.ts';

/** The tables beside the journal: kept by the same pure functions that can make them anew from the events alone. */
export interface Projections {
  /** Called inside the transaction that writes the event. */
  readonly apply: (event: EventEnvelope) => void;
  readonly presenceOf: (workerId: string) => Presence | undefined;
  readonly insideCount: () => number;
  readonly grantOf: (workerId: string, badgeId: string | undefined) => Grant | undefined;
  /** G6: the overrides of this person that still hold. */
  readonly overridesOf: (workerId: string, nowMs: number) => Override[];
  /** Empties the tables and folds all events into them again. Returns how many events were read. */
  readonly rebuild: (events: Iterable<EventEnvelope>) => number;
}

interface PresenceRow {
  worker_id: string;
  inside: number;
  since_ms: number;
  event_id: string;
  break_since_ms: number | null;
  offset_ms: number;
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
    `insert into presence (worker_id, inside, since_ms, event_id, break_since_ms, offset_ms)
     values (@workerId, @inside, @sinceMs, @eventId, @breakSinceMs, @offsetMs)
     on conflict do update set inside = excluded.inside, since_ms = excluded.since_ms, event_id = excluded.event_id,
       break_since_ms = excluded.break_since_ms, offset_ms = excluded.offset_ms`,
  );
  const forgetPresence = db.prepare('delete from presence where worker_id = ?');
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
  const forgetGrant = db.prepare('delete from access_grant where event_id = ?');
  const putOverride = db.prepare(
    'insert or replace into person_override values (@eventId, @workerId, @code, @untilMs)',
  );
  const forgetOverride = db.prepare('delete from person_override where event_id = ?');
  const overrides = db.prepare<[string, number], Override>(
    `select event_id as eventId, worker_id as workerId, code, until_ms as untilMs from person_override
     where worker_id = ? and until_ms > ? order by until_ms`,
  );

  const presenceOf: Projections['presenceOf'] = (workerId) => presenceFrom(onePresence.get(workerId));
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
    grantOf: (workerId, badgeId) =>
      grantFrom(badgeId === undefined ? latestGrant.get(workerId) : oneGrant.get(grantKey(workerId, badgeId))),
    overridesOf: (workerId, nowMs) => overrides.all(workerId, nowMs),
    rebuild: db.transaction((events: Iterable<EventEnvelope>) => {
      db.exec('delete from presence; delete from access_grant; delete from person_override');
      let read = 0;
      for (const event of events) {
        apply(event);
        read += 1;
      }
      return read;
    }),
  };
}

const presenceRow = ({ inside, breakSinceMs, offsetMs, ...presence }: Presence) => ({
  ...presence,
  inside: inside ? 1 : 0,
  breakSinceMs: breakSinceMs ?? null,
  offsetMs: offsetMs ?? 0,
});

const presenceFrom = (row: PresenceRow | undefined): Presence | undefined =>
  row && {
    workerId: row.worker_id,
    inside: row.inside === 1,
    sinceMs: row.since_ms,
    ...(row.offset_ms === 0 ? {} : { offsetMs: row.offset_ms }),
    ...(row.break_since_ms === null ? {} : { breakSinceMs: row.break_since_ms }),
    eventId: row.event_id,
  };

const grantFrom = (row: GrantRow | undefined): Grant | undefined =>
  row && {
    workerId: row.worker_id,
    ...(row.badge_id === null ? {} : { badgeId: row.badge_id }),
    workOrderIds: JSON.parse(row.work_order_ids) as string[],
    grantedAtMs: row.granted_at_ms,
    untilMs: row.until_ms,
    eventId: row.event_id,
  };
