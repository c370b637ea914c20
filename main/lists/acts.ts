import { IS_ACT } from '../activity/act-keys.ts';
import type { EventEnvelope } from '../../core/event/event.ts';
import type { ListRequest } from '../../preload/list-views.ts';
import type { FeedRow } from '../../preload/views.ts';
import { eventFromRow, type EventRow } from '../journal/journal.ts';
import type { Scope } from '../scope.ts';
import type { Sqlite } from '../sqlite.ts';
import { FEED_TYPES } from '../view/feed.ts';
import { hasWords, wordParams, type AskSearch } from './search.ts';

export const REFUSED_BACK_MS = 24 * 3_600_000;
/** The live feed is for what is happening now: older acts are found through their person, or by the journal tool. */
const FEED_ROWS = 2000;

export interface Acts {
  readonly feed: (request: ListRequest) => { rows: FeedRow[]; total: number };
  readonly refused: (request: ListRequest, nowMs: number) => { rows: FeedRow[]; total: number };
  readonly refusedCount: (nowMs: number) => number;
  readonly historyOf: (workerId: string, limit: number) => FeedRow[];
}
export interface ActParts {
  readonly db: Sqlite;
  readonly locationId: string;
  readonly scope: Scope;
  readonly search: AskSearch;
  readonly row: (event: EventEnvelope) => FeedRow;
}

/** The lists of acts: what is read is one page, whatever the journal holds. */
export function createActs({ db, search, row, locationId, scope }: ActParts): Acts {
  const typeList = FEED_TYPES.map((type) => `'${type}'`).join(', ');
  // C1: somebody was checked out of another place from here. Nothing else here is about another place.
  const isOwn = `(type <> 'presence.checked_out'
    or coalesce(iif(json_valid(body), body ->> '$.data.atLocationId', null), @hereId) in (select value from json_each(@places)))`;
  const scoped = () => ({ hereId: locationId, places: JSON.stringify(scope()) });
  type Scoped = ReturnType<typeof scoped>;
  // `+type` keeps the planner on the sequence: the newest are wanted, not all of a type sorted.
  const newest = db.prepare<[Scoped & { limit: number; offset: number }], EventRow>(
    `select seq, body, hash from event where +type in (${typeList}) and ${isOwn} order by seq desc limit @limit offset @offset`,
  );
  const newestOnes = `select seq, worker_id from event where +type in (${typeList}) and ${isOwn}
    order by seq desc limit ${FEED_ROWS}`;
  const feedTotal = db.prepare<[Scoped], number>(`select count(*) from (${newestOnes})`).pluck();
  const refusedCount = db
    .prepare<[number], number>(`select count(*) from event where type = 'access.refused' and at_ms >= ?`)
    .pluck();
  const bySeq = db.prepare<[number], EventRow>('select seq, body, hash from event where seq = ?');
  const ofWorker = db.prepare<[Scoped & { workerId: string; limit: number }], EventRow>(
    `select seq, body, hash from event where worker_id = @workerId and type in (${typeList}) and ${isOwn}
     order by seq desc limit @limit`,
  );
  const rowsOf = (seqs: readonly number[]): FeedRow[] =>
    seqs.flatMap((seq) => bySeq.get(seq) ?? []).map((each) => row(eventFromRow(each)));

  /** Acts of people whom a search or a choice is about: of few acts all are looked at, which a list of acts has. */
  const chosen = (acts: string, order: string, request: ListRequest, params: Record<string, unknown>) => {
    const asked = search(request.query);
    const { contractorId } = request.filters ?? {};
    const conditions = [
      ...(asked ? [hasWords(asked.words, ['c.words', 'c.order_words'])] : []),
      ...(contractorId === undefined ? [] : ['c.contractor_id = @contractorId']),
    ];
    const where = conditions.length > 0 ? `where ${conditions.join(' and ')}` : '';
    const found = db
      .prepare<[Record<string, unknown>], number>(
        `select e.seq from (${acts}) e left join cache.person c on c.worker_id = e.worker_id ${where} order by ${order}`,
      )
      .pluck()
      .all({ ...params, contractorId, ...wordParams(asked?.words ?? []) });
    return { rows: rowsOf(found.slice(request.offset, request.offset + request.limit)), total: found.length };
  };

  return {
    feed(request) {
      if (request.query !== '') return chosen(newestOnes, 'e.seq desc', request, scoped());
      const rows = newest
        .all({ ...scoped(), limit: request.limit, offset: request.offset })
        .map((each) => row(eventFromRow(each)));
      return { rows, total: feedTotal.get(scoped()) ?? 0 };
    },
    refused(request, nowMs) {
      const order = request.sort?.down === false ? 'e.at_ms, e.seq' : 'e.at_ms desc, e.seq desc';
      const { query, filters } = request;
      // Both from an index alone: of somebody's by the one that says who it was, which has all other acts as well.
      const acts =
        query === '' && filters?.contractorId === undefined
          ? `select seq, null as worker_id, at_ms from event where type = 'access.refused' and at_ms >= @backMs`
          : `select seq, worker_id, at_ms from event indexed by event_act
             where ${IS_ACT.replaceAll('e.type', 'type')} and +type = 'access.refused' and at_ms >= @backMs`;
      return chosen(acts, order, request, { backMs: nowMs - REFUSED_BACK_MS });
    },
    refusedCount: (nowMs) => refusedCount.get(nowMs - REFUSED_BACK_MS) ?? 0,
    historyOf: (workerId, limit) =>
      ofWorker.all({ ...scoped(), workerId, limit }).map((each) => row(eventFromRow(each))),
  };
}
