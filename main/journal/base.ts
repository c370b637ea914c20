import { foldOccupancy, keepOccupancy, type Presence } from '../../core/event/occupancy.ts';
import { grantKey, type Grant } from '../../core/event/grants.ts';
import type { Override } from '../../core/event/overrides.ts';
import type { Sqlite } from '../sqlite.ts';
import { readAnchor } from './anchor.ts';
import { eventFromRow, type EventRow } from './journal.ts';
import { grantFrom, presenceFrom, type GrantRow, type PresenceRow } from './projections.ts';

/** What the events that have left the journal said, all of it: where a fold of the others begins. */
export function readBase(db: Sqlite) {
  const presences = db.prepare<[], PresenceRow>('select * from base_presence').all().map(presenceFrom);
  const grants = db.prepare<[], GrantRow>('select * from base_access_grant').all().map(grantFrom);
  const overrides = db
    .prepare<[], Override>(
      `select event_id as eventId, worker_id as workerId, code, until_ms as untilMs from base_person_override`,
    )
    .all();
  return {
    presences: new Map<string, Presence>(presences.map((each) => [each.workerId, each])),
    grants: new Map<string, Grant>(grants.map((each) => [grantKey(each.workerId, each.badgeId), each])),
    overrides: new Map<string, Override>(overrides.map((each) => [each.eventId, each])),
  };
}

/** Where a person was right before an event of this journal, from what is left of it. */
export function preparePresenceBefore(db: Sqlite): (workerId: string, seq: number) => Presence | undefined {
  const base = db.prepare<[string], PresenceRow>('select * from base_presence where worker_id = ?');
  const lived = db.prepare<[string, number, number], EventRow>(
    'select seq, body, hash from event where worker_id = ? and seq > ? and seq < ? order by seq',
  );
  return (workerId, seq) => {
    const row = base.get(workerId);
    const events = lived.all(workerId, readAnchor(db)?.throughSeq ?? 0, seq).map(eventFromRow);
    if (!row) return foldOccupancy(events).get(workerId);
    const occupancy = new Map<string, Presence>([[workerId, presenceFrom(row)]]);
    for (const event of events) keepOccupancy(occupancy, event);
    return occupancy.get(workerId);
  };
}
