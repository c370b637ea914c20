import { mayBeOverridden } from '../../core/decide/overridable.ts';
import { knownEvent, type GateEvent } from '../../core/event/event.ts';
import type { PersonActs } from '../../preload/act-views.ts';
import { eventFromRow, type EventRow } from '../journal/journal.ts';
import type { Sqlite } from '../sqlite.ts';

export type Refusal = Extract<GateEvent, { type: 'access.refused' }>;

/** A refusal of another day is answered by a new scan. */
const REFUSAL_HOLDS_MS = 24 * 3_600_000;

/** On the way in, and not too long ago to be answered for. */
export const isFresh = ({ data, occurredAt }: Refusal, nowMs: number): boolean =>
  data.direction === 'in' && nowMs - Date.parse(occurredAt) < REFUSAL_HOLDS_MS;

/** G6: finds a person's last refusal on the way in that a supervisor could answer for, unless the person came in since. */
export function createOpenRefusal(db: Sqlite): (workerId: string, nowMs: number) => PersonActs['refusal'] {
  // `+type` keeps the planner on the person: the newest of the two, whatever else the journal has of them.
  const latest = db.prepare<[string], EventRow>(
    `select seq, body, hash from event
     where worker_id = ? and +type in ('access.refused', 'presence.checked_in') order by seq desc limit 1`,
  );
  return (workerId, nowMs) => {
    const row = latest.get(workerId);
    const event = row && knownEvent(eventFromRow(row));
    if (event?.type !== 'access.refused' || !isFresh(event, nowMs) || !mayBeOverridden(event.data.code))
      return undefined;
    return { refusalId: event.id, code: event.data.code, atMs: Date.parse(event.occurredAt) };
  };
}
