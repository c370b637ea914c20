import type { EventEnvelope } from '../../core/event/event.ts';
import type { WorkOrder } from '../../core/site/entities.ts';
import type { FeedRow, GrantedRow, InsideRow, ListAnswer, ListRequest, ScheduledRow } from '../../preload/views.ts';
import type { Cache } from '../cache/cache.ts';
import { searchable } from '../cache/schema.ts';
import { eventFromRow, type EventRow } from '../journal/journal.ts';
import type { Projections } from '../journal/projections.ts';
import type { SitePresences } from '../presence/site-presence.ts';
import type { Sqlite } from '../sqlite.ts';
import { FEED_TYPES, feedRow, personName } from './feed.ts';

const HOUR_MS = 3_600_000;
/** Scheduled looks this far ahead; an order counts until it ends. */
export const SCHEDULED_AHEAD_MS = 24 * HOUR_MS;
/** D7: Access granted shows who went in or out by a grant in the last 12 h, whenever the grant was made. */
export const GRANTED_BACK_MS = 12 * HOUR_MS;
export const REFUSED_BACK_MS = 24 * HOUR_MS;
/** The live feed is for what is happening now: older acts are found through their person, or by the journal tool. */
const FEED_ROWS = 2000;

export interface ListParts {
  readonly db: Sqlite;
  readonly cache: Cache;
  readonly projections: Projections;
  readonly presence: Pick<SitePresences, 'of' | 'inside' | 'insideCount' | 'gateName'>;
  readonly locationId: string;
  /** Central has the event of this number. */
  readonly isDelivered: (seq: number) => boolean;
}
export interface Counts {
  readonly scheduled: number;
  readonly granted: number;
  readonly inside: number;
  readonly refused: number;
}
export interface Lists {
  readonly page: (request: ListRequest, nowMs: number) => ListAnswer;
  readonly counts: (nowMs: number) => Counts;
  readonly historyOf: (workerId: string, limit: number) => FeedRow[];
}

type Ref = ScheduledRow['order'];

export function createLists({ db, cache, projections, presence, locationId, isDelivered }: ListParts): Lists {
  const typeList = FEED_TYPES.map((type) => `'${type}'`).join(', ');
  // `+type` keeps the planner on the sequence: the newest are wanted, not all of a type sorted.
  const newest = db.prepare<[number, number], EventRow>(
    `select seq, body, hash from event where +type in (${typeList}) order by seq desc limit ? offset ?`,
  );
  const feedTotal = db
    .prepare<[], number>(
      `select count(*) from (select 1 from event where +type in (${typeList}) order by seq desc limit ${FEED_ROWS})`,
    )
    .pluck();
  const refusedSince = db.prepare<[number], EventRow>(
    `select seq, body, hash from event where type = 'access.refused' and at_ms >= ? order by at_ms desc, seq desc`,
  );
  const refusedCount = db
    .prepare<[number], number>(`select count(*) from event where type = 'access.refused' and at_ms >= ?`)
    .pluck();
  const ofWorker = db.prepare<[string, number], EventRow>(
    `select seq, body, hash from event where worker_id = ? and type in (${typeList}) order by seq desc limit ?`,
  );
  const passedSince = db.prepare<[number], { worker_id: string; inside: number }>(
    `select worker_id, inside from presence where since_ms >= ?
       and exists (select 1 from access_grant g where g.worker_id = presence.worker_id) order by since_ms desc`,
  );
  const passedCount = db
    .prepare<[number], number>(
      `select count(*) from presence where since_ms >= ?
         and exists (select 1 from access_grant g where g.worker_id = presence.worker_id)`,
    )
    .pluck();
  const ordersBetween = db
    .prepare<[number, number, string], string>(
      `select data from cache.entity where entity = 'workOrder' and starts_ms < ? and ends_ms > ?
       and json_extract(data, '$.locationId') = ? and json_extract(data, '$.status') = 'open' order by starts_ms`,
    )
    .pluck();
  const scheduledCount = db
    .prepare<[number, number, string], number>(
      `select count(*) from cache.entity o
       join cache.entity a on a.entity = 'assignment' and a.ref = o.id
       join cache.entity w on w.entity = 'worker' and w.id = a.worker_id
     where o.entity = 'workOrder' and o.starts_ms < ? and o.ends_ms > ?
       and json_extract(o.data, '$.locationId') = ? and json_extract(o.data, '$.status') = 'open'`,
    )
    .pluck();

  const row = (event: EventEnvelope): FeedRow => feedRow(event, cache, isDelivered);
  const orderRef = (order: WorkOrder): Ref => {
    const { id, number, title } = order;
    return { id, number, title, clientName: cache.get('client', order.clientId)?.name ?? '' };
  };
  const refsOf = (ids: readonly string[]): Ref[] => ids.flatMap((id) => cache.get('workOrder', id) ?? []).map(orderRef);

  const scheduled = (nowMs: number): ScheduledRow[] => {
    const orders = ordersBetween
      .all(nowMs + SCHEDULED_AHEAD_MS, nowMs, locationId)
      .map((data) => JSON.parse(data) as WorkOrder);
    return orders.flatMap((order) => {
      const ref = orderRef(order);
      const startsAtMs = Date.parse(order.startsAt);
      return cache.byRef('assignment', order.id).flatMap(({ id, workerId }) => {
        const person = personName(cache, workerId);
        if (!person) return [];
        const state = scheduledState(presence.of(workerId), startsAtMs, nowMs);
        return [{ key: id, workerId, ...person, order: ref, startsAtMs, endsAtMs: Date.parse(order.endsAt), state }];
      });
    });
  };
  const granted = (nowMs: number): GrantedRow[] =>
    passedSince.all(nowMs - GRANTED_BACK_MS).flatMap(({ worker_id: workerId, inside: isInside }) => {
      const grant = projections.grantOf(workerId, undefined);
      if (!grant) return [];
      const { workOrderIds, grantedAtMs, untilMs } = grant;
      const person = personName(cache, workerId) ?? { name: '—' };
      return [
        {
          key: workerId,
          workerId,
          ...person,
          orders: refsOf(workOrderIds),
          grantedAtMs,
          untilMs,
          inside: presence.of(workerId)?.inside ?? isInside === 1,
        },
      ];
    });
  const inside = (): InsideRow[] =>
    presence.inside().map(({ workerId, sinceMs, gateId }) => {
      const gateName = presence.gateName(gateId);
      return {
        key: workerId,
        workerId,
        ...(personName(cache, workerId) ?? { name: '—' }),
        orders: refsOf(projections.grantOf(workerId, undefined)?.workOrderIds ?? []),
        sinceMs,
        ...(gateName === undefined ? {} : { gateName }),
      };
    });
  const refused = (nowMs: number): FeedRow[] =>
    refusedSince.all(nowMs - REFUSED_BACK_MS).map((each) => row(eventFromRow(each)));

  /** The newest page without a query comes straight from the index; a search looks through the latest acts. */
  const feed = ({ query, offset, limit }: ListRequest): { rows: FeedRow[]; total: number } => {
    if (query === '') {
      const rows = newest.all(limit, offset).map((each) => row(eventFromRow(each)));
      return { rows, total: feedTotal.get() ?? 0 };
    }
    return cut(
      newest.all(FEED_ROWS, 0).map((each) => row(eventFromRow(each))),
      query,
      offset,
      limit,
    );
  };

  return {
    page(request, nowMs) {
      const { list, query, offset, limit } = request;
      switch (list) {
        case 'feed':
          return { feed: feed(request) };
        case 'scheduled':
          return { scheduled: cut(scheduled(nowMs), query, offset, limit) };
        case 'granted':
          return { granted: cut(granted(nowMs), query, offset, limit) };
        case 'inside':
          return { inside: cut(inside(), query, offset, limit) };
        case 'refused':
          return { refused: cut(refused(nowMs), query, offset, limit) };
      }
    },
    counts: (nowMs) => ({
      scheduled: scheduledCount.get(nowMs + SCHEDULED_AHEAD_MS, nowMs, locationId) ?? 0,
      granted: passedCount.get(nowMs - GRANTED_BACK_MS) ?? 0,
      inside: presence.insideCount(),
      refused: refusedCount.get(nowMs - REFUSED_BACK_MS) ?? 0,
    }),
    historyOf: (workerId, limit) => ofWorker.all(workerId, limit).map((each) => row(eventFromRow(each))),
  };
}

function scheduledState(presence: { inside: boolean; sinceMs: number } | undefined, startsAtMs: number, nowMs: number) {
  if (presence?.inside) return 'inside';
  if (presence && presence.sinceMs > startsAtMs) return 'left';
  return nowMs > startsAtMs ? 'late' : 'expected';
}

interface Searchable {
  readonly name?: string | undefined;
  readonly contractorName?: string | undefined;
  readonly order?: Ref | undefined;
  readonly orders?: readonly Ref[] | undefined;
}

/** One page of what matches: every word of the query must be found in name, contractor or order number. */
function cut<T extends Searchable>(
  rows: readonly T[],
  query: string,
  offset: number,
  limit: number,
): { rows: T[]; total: number } {
  const words = (searchable(query) ?? '').split(/\s+/).filter(Boolean);
  const matching = words.length === 0 ? rows : rows.filter((row) => words.every((word) => textOf(row).includes(word)));
  return { rows: matching.slice(offset, offset + limit), total: matching.length };
}

function textOf({ name, contractorName, order, orders }: Searchable): string {
  const numbers = [...(order ? [order] : []), ...(orders ?? [])].map(
    (each) => `${each.number} ${each.title} ${each.clientName}`,
  );
  return searchable([name, contractorName, ...numbers].join(' ')) ?? '';
}
