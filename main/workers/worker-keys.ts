import { COMPLIANCE, complianceOf, type Asked } from '../../core/connection/compliance.ts';
import type { WorkerFilters } from '../../preload/worker-views.ts';
import { createSearch, hasWords, MATCHED, wordParams } from '../lists/search.ts';
import { createWalk, type Walk } from '../lists/walk.ts';
import type { Sqlite } from '../sqlite.ts';

export interface WorkerKeysAsk {
  readonly filters: WorkerFilters;
  /** Where connections count, and the clients that these locations belong to. */
  readonly places: readonly string[];
  readonly clientIds: readonly string[];
  /** People whom this list does not show, or shows apart. */
  readonly without: readonly string[];
  readonly nowMs: number;
}

/** A connection that holds at one of the places, to the client that is chosen. */
const FITS = `k.entity = 'connection' and k.worker_id = c.worker_id
  and (@clientId is null or k.data ->> '$.clientId' = @clientId)
  and iif(json_type(k.data, '$.locationIds') is null,
    k.data ->> '$.clientId' in (select value from json_each(@clientIds)),
    exists (select 1 from json_each(k.data, '$.locationIds') where value in (select value from json_each(@places))))`;
const WITHOUT = 'c.worker_id not in (select value from json_each(@without))';

/** Whose rows a list of workers has, by name, from what central told. */
export function createWorkerKeys(db: Sqlite) {
  const search = createSearch(db);
  // The one rule of core, for the choice by state: the worst is the least.
  db.function('compliance', { deterministic: true }, (data, nowMs) =>
    COMPLIANCE.indexOf(complianceOf(JSON.parse(String(data)) as Asked, Number(nowMs))),
  );
  const statements = new Map<string, ReturnType<Sqlite['prepare']>>();
  const run = <T>(sql: string, params: Record<string, unknown>): T[] => {
    const known = statements.get(sql) ?? db.prepare(sql);
    statements.set(sql, known);
    return known.all(params) as T[];
  };
  const workerOf = db.prepare<[number], string>('select worker_id from cache.person where n = ?').pluck();
  const counted = db
    .prepare<[{ without: string }], number>(
      `select (select count(*) from cache.person)
         - (select count(*) from cache.person where worker_id in (select value from json_each(@without)))`,
    )
    .pluck();
  const page = db
    .prepare<[{ without: string; limit: number; offset: number }], string>(
      `select c.worker_id from cache.person c where ${WITHOUT} order by c.name limit @limit offset @offset`,
    )
    .pluck();

  return {
    idOf: (person: number): string[] => workerOf.all(person),
    isPlain: ({ query, ...chosen }: WorkerFilters): boolean =>
      query.trim() === '' && Object.values(chosen).every((value) => value === undefined),
    plain(without: readonly string[], offset: number, limit: number): { ids: string[]; total: number } {
      const params = { without: JSON.stringify(without) };
      return { ids: page.all({ ...params, offset, limit }), total: counted.get(params) ?? 0 };
    },
    /** People of the directory who are chosen, by their numbers there: few at once, many by and by. */
    chosen({ filters, places, clientIds, without, nowMs }: WorkerKeysAsk): Walk {
      const { contractorId, clientId, locationId, state } = filters;
      const asked = search(filters.query);
      const isAt = clientId !== undefined || locationId !== undefined;
      const conditions = [
        WITHOUT,
        ...(asked ? [hasWords(asked.words, ['c.words'])] : []),
        ...(contractorId === undefined ? [] : ['c.contractor_id = @contractorId']),
        ...(isAt ? [`exists (select 1 from cache.entity k where ${FITS})`] : []),
        ...(state === undefined ? [] : [`${WORST} = @state`]),
      ];
      const few = asked?.isFew ? ` and c.n in ${MATCHED}` : '';
      return createWalk({
        run,
        row: 'c.n',
        joins: '',
        source: 'cache.person c',
        where: `1${few}`,
        columns: ['c.name', 'c.n'],
        down: false,
        wanted: conditions.join(' and '),
        params: {
          contractorId: contractorId ?? null,
          clientId: clientId ?? null,
          state: COMPLIANCE.indexOf(state ?? 'unconnected'),
          unconnected: COMPLIANCE.indexOf('unconnected'),
          places: JSON.stringify(places),
          clientIds: JSON.stringify(clientIds),
          without: JSON.stringify(without),
          nowMs,
          ...(asked ? { match: asked.match, ...wordParams(asked.words) } : {}),
        },
      });
    },
  };
}

const WORST = `coalesce((select min(compliance(k.data, @nowMs)) from cache.entity k where ${FITS}), @unconnected)`;
