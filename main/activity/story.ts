import { knownEvent, type EventEnvelope } from '../../core/event/event.ts';
import { TRAY_OUTCOMES } from '../../core/event/data/act.ts';
import type { ActRow, ActStory, StoryAsk } from '../../preload/activity-views.ts';
import type { Ground } from '../ground.ts';
import { eventFromRow, type EventRow } from '../journal/journal.ts';
import { prepareLinkHolds } from '../journal/link-holds.ts';
import { createScope } from '../scope.ts';
import { sha256Hex } from '../verify.ts';

/** What a door does because of an act is written within so many events. */
const DOOR_WITHIN = 300;
const IN_BODY = (field: string): string => `iif(json_valid(body), body ->> '$.data.${field}', null)`;

interface StoryRows {
  readonly own: (event: EventEnvelope) => ActRow;
  /** By id, of an act that central or another gate told. */
  readonly told: (id: string) => { readonly row: ActRow; readonly centralAtMs: number } | undefined;
}

/** B4: all that is known of one act: what it was, its place in the chain, what central said, what came of it. */
export function createStory(ground: Ground, rows: StoryRows): (ask: StoryAsk) => ActStory | null {
  const { db, cache, delivery, isDelivered } = ground;
  const scope = createScope(ground);
  const bySeq = db.prepare<[number], EventRow>('select seq, body, hash from event where seq = ?');
  const byWorker = db.prepare<[string, string], EventRow>(
    `select seq, body, hash from event where worker_id = ? and iif(json_valid(body), body ->> '$.id', null) = ? order by seq desc limit 1`,
  );
  const said = db.prepare<[number], { status: 'flagged' | 'rejected'; code: string | null; at_ms: number }>(
    'select status, code, at_ms from delivery where seq = ?',
  );
  const ofDoor = db.prepare<[{ seq: number; id: string; before: string | null }], EventRow>(
    `select seq, body, hash from event where seq > @seq and seq <= @seq + ${DOOR_WITHIN} and type in ('door.opened', 'door.closed', 'door.held', 'door.unused')
       and ${IN_BODY('causeId')} in (@id, @before) order by seq`,
  );
  const ofPerson = db.prepare<[string, number, string], EventRow>(
    `select seq, body, hash from event where worker_id = ? and seq > ? and type in ('act.undone', 'act.answered') and ${IN_BODY('eventId')} = ? order by seq`,
  );
  const cleared = db.prepare<[number], EventRow>(
    `select seq, body, hash from event where type = 'tray.cleared' and json_extract(body, '$.data.seq') = ? order by seq`,
  );

  const linkHolds = prepareLinkHolds(db, sha256Hex);
  const centralOf = (seq: number): ActStory['central'] => {
    const told = said.get(seq);
    if (told) return { state: told.status, atMs: told.at_ms, ...(told.code === null ? {} : { code: told.code }) };
    if (delivery.remembered().setAside.includes(seq)) return { state: 'set_aside' };
    return { state: isDelivered(seq) ? 'taken' : 'waiting' };
  };
  const laterOf = (event: EventEnvelope): ActStory['later'] => {
    const workerId = typeof event.data['workerId'] === 'string' ? event.data['workerId'] : undefined;
    const before = bySeq.get(event.seq - 1);
    const grant = before && eventFromRow(before);
    // A door that opens for a badge names the grant that was written with the coming in.
    const isGrant = grant?.type === 'access.granted' && grant.data['workerId'] === workerId;
    return [
      ...ofDoor.all({ seq: event.seq, id: event.id, before: isGrant ? grant.id : null }),
      ...(workerId === undefined ? [] : ofPerson.all(workerId, event.seq, event.id)),
      ...cleared.all(event.seq),
    ]
      .toSorted((a, b) => a.seq - b.seq)
      .map((row) => laterRow(eventFromRow(row)));
  };
  const laterRow = (event: EventEnvelope): ActStory['later'][number] => {
    const { data, actor } = event;
    const byName = actor.userId === undefined ? undefined : cache.get('user', actor.userId)?.name;
    const outcome = TRAY_OUTCOMES.find((each) => each === data['outcome']);
    return {
      seq: event.seq,
      type: event.type === 'door.unused' ? `door.unused.${String(data['what'])}` : event.type,
      atMs: Date.parse(event.occurredAt),
      ...(byName === undefined ? {} : { byName }),
      ...(outcome ? { outcome } : {}),
      ...(typeof data['reason'] === 'string' && data['reason'] !== '' ? { reason: data['reason'] } : {}),
    };
  };
  const ordersOf = (event: EventEnvelope): string[] => {
    const known = knownEvent(event);
    const ids = known && 'workOrderIds' in known.data ? known.data.workOrderIds : [];
    return ids.flatMap((id) => {
      const order = cache.get('workOrder', id);
      return order ? [`${order.number} ${order.title}`.trim()] : [];
    });
  };

  return ({ eventId, seq, workerId }) => {
    const found = seq > 0 ? bySeq.get(seq) : workerId === undefined ? undefined : byWorker.get(workerId, eventId);
    if (found) {
      const event = eventFromRow(found);
      const act = rows.own(event);
      if (event.id !== eventId || !scope().includes(act.locationId)) return null;
      const { clockOffsetMs, data, prevHash, hash } = event;
      return {
        act,
        centralAtMs: clockOffsetMs === null ? null : act.atMs + clockOffsetMs,
        chain: { seq: event.seq, hash, prevHash, holds: linkHolds(event.seq) },
        central: centralOf(event.seq),
        orders: ordersOf(event),
        ...(typeof data['reason'] === 'string' && data['reason'] !== '' ? { reason: data['reason'] } : {}),
        later: laterOf(event),
      };
    }
    const told = rows.told(eventId);
    if (!told || !scope().includes(told.row.locationId)) return null;
    const { row: act, centralAtMs } = told;
    return { act, centralAtMs, chain: null, central: { state: 'told' }, orders: [], later: [] };
  };
}
