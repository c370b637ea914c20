import type { EventData, EventEnvelope, Fact } from '../../core/event/event.ts';
import type { Presence } from '../../core/event/occupancy.ts';
import type { ActAnswer, Undoable } from '../../preload/act-views.ts';
import type { Ground } from '../ground.ts';
import { preparePresenceBefore } from '../journal/base.ts';
import { eventFromRow, type EventRow } from '../journal/journal.ts';

export interface Undoing {
  /** The person's latest act, as long as it can be taken back. */
  readonly latest: (workerId: string) => Undoable | undefined;
  readonly undo: (workerId: string, eventId: string) => ActAnswer;
}

const WHAT: Readonly<Record<string, EventData<'act.undone'>['what']>> = {
  'presence.checked_in': 'checked_in',
  'presence.checked_out': 'checked_out',
  'presence.break_started': 'break_started',
  'presence.break_ended': 'break_ended',
};
/** The latest act is among a person's newest events, for only an act of the last moments can be undone. */
const NEWEST = 50;

/** G6: an act is taken back by a new event, within the location's time, and only while it is the person's latest. No door moves. */
export function createUndoing({ append, actor, clock, db, journal, policy }: Ground): Undoing {
  const newest = db.prepare<[string, number], EventRow>(
    'select seq, body, hash from event where worker_id = ? order by seq desc limit ?',
  );
  const presenceBefore = preparePresenceBefore(db);
  const justBefore = db.prepare<[string, number, number], EventRow>(
    'select seq, body, hash from event where worker_id = ? and seq < ? order by seq desc limit ?',
  );
  const latestAct = (workerId: string): EventEnvelope | undefined => {
    const eventId = journal.projections.presenceOf(workerId)?.eventId;
    if (eventId === undefined) return undefined;
    return newest
      .all(workerId, NEWEST)
      .map(eventFromRow)
      .find(({ id }) => id === eventId);
  };
  const undoable = (act: EventEnvelope | undefined, workerId: string): Undoable | undefined => {
    const what = act && WHAT[act.type];
    if (!act || !what) return undefined;
    const untilMs = Date.parse(act.occurredAt) + policy().undoSeconds * 1000;
    return clock.nowMs() < untilMs ? { eventId: act.id, workerId, what, untilMs } : undefined;
  };

  return {
    latest: (workerId) => undoable(latestAct(workerId), workerId),
    undo(workerId, eventId) {
      const act = latestAct(workerId);
      const able = undoable(act, workerId);
      if (!act || able?.eventId !== eventId) return { result: 'refused' };
      const earlier = justBefore.all(workerId, act.seq, NEWEST).map(eventFromRow).reverse();
      const data = {
        eventId,
        what: able.what,
        workerId,
        ...beforeOf(presenceBefore(workerId, act.seq)),
        ...madeWith(act, earlier),
        reason: '',
      };
      const undone: Fact = { type: 'act.undone', actor: actor(), data };
      const written = append([undone]);
      return written.ok ? { result: 'done' } : { result: 'refused', code: written.fault };
    },
  };
}

/** Where the person was before the act, as its undoing says it. */
export function beforeOf(presence: Presence | undefined): Pick<EventData<'act.undone'>, 'before'> {
  if (!presence) return {};
  const { inside, sinceMs, breakSinceMs, eventId } = presence;
  const onBreak = breakSinceMs === undefined ? {} : { breakSince: isoTime(breakSinceMs) };
  return { before: { inside, since: isoTime(sinceMs), ...onBreak, eventId } };
}

/** The grant and the overrides that were written right before the act, for its sake. */
function madeWith(
  act: EventEnvelope,
  earlier: readonly EventEnvelope[],
): Pick<EventData<'act.undone'>, 'grantId' | 'overrideIds'> {
  if (act.type !== 'presence.checked_in') return {};
  const overrideIds: string[] = [];
  let grantId: string | undefined;
  let seq = act.seq;
  for (const event of earlier.toReversed()) {
    if (event.seq !== seq - 1) break;
    if (event.type === 'access.granted') grantId = event.id;
    else if (event.type === 'override.given' && act.data['mode'] === 'manual') overrideIds.push(event.id);
    else break;
    seq = event.seq;
  }
  return {
    ...(grantId === undefined ? {} : { grantId }),
    ...(overrideIds.length === 0 ? {} : { overrideIds: overrideIds.slice(0, 20) }),
  };
}

const isoTime = (ms: number): string => new Date(ms).toISOString();
