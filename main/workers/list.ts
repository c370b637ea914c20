import { worstOf } from '../../core/connection/compliance.ts';
import type { Connection } from '../../core/site/entities.ts';
import type { WorkerFilters, WorkerRow, WorkersAsk, WorkersPage } from '../../preload/worker-views.ts';
import { memoByRevision } from '../cache/memo-by-revision.ts';
import { joined, wordsOf } from '../cache/words.ts';
import type { Ground } from '../ground.ts';
import { personName } from '../view/feed.ts';
import { createTurns } from '../lists/turns.ts';
import type { Walk } from '../lists/walk.ts';
import type { Places } from './places.ts';
import { createWorkerKeys } from './worker-keys.ts';

export interface WorkerListParts extends Pick<Ground, 'db' | 'cache' | 'clock' | 'identity' | 'wishes'> {
  /** Lets everything else have its turn. */
  readonly breathe: () => Promise<void>;
}

/** How long an answer waits for all who are chosen; those found by then are told at least. */
const PATIENCE_MS = 2000;

const IS_VISITOR = `entity = 'worker' and instr(data, '"visitor":true') > 0`;
const VISITORS_INDEX = `create index if not exists cache.entity_visitor on entity (id) where ${IS_VISITOR}`;

/** A1: everybody whom this place knows, with their clients. What waits for central stands first: it is what was just done. */
export function createWorkerList({ db, cache, clock, identity, wishes, breathe }: WorkerListParts, places: Places) {
  db.exec(VISITORS_INDEX);
  const keys = createWorkerKeys(db);
  const turns = createTurns(db, breathe);
  const visitors = db
    .prepare<[], string>(`select id from cache.entity indexed by entity_visitor where ${IS_VISITOR}`)
    .pluck();
  const elsewhere = db
    .prepare<[string], string>(`select distinct worker_id from cache.entity where entity = 'presence' and ref <> ?`)
    .pluck();
  /** Some are known by name alone, because they are inside a place that a user of this one looks after too (B1). */
  const isOfHere = (workerId: string): boolean =>
    cache.get('worker', workerId)?.keptAt?.includes(identity.locationId) === true ||
    (['connection', 'assignment', 'rosterEntry', 'placement'] as const).some(
      (entity) => cache.byWorker(entity, workerId).length > 0,
    );
  const hidden = memoByRevision(cache.revision, () => [
    ...visitors.all(),
    ...elsewhere.all(identity.locationId).filter((workerId) => !isOfHere(workerId)),
  ]);
  const waiting = memoByRevision(cache.revision, (): readonly string[] => {
    const ids = wishes
      .open()
      .flatMap(({ event }) => (event.type.startsWith('connection.') ? workerOf(event.data) : []));
    return [...new Set(ids)].filter((id) => cache.get('worker', id));
  });

  const fits = (connection: Connection, { clientId, locationId }: WorkerFilters): boolean => {
    const at = places.at(connection);
    if (clientId !== undefined && connection.clientId !== clientId) return false;
    return locationId === undefined ? at.length > 0 : at.includes(locationId);
  };
  const rowOf = (workerId: string, filters: WorkerFilters): WorkerRow[] => {
    const name = personName(cache, workerId);
    if (!name) return [];
    const connections = cache.byWorker('connection', workerId).filter((one) => places.at(one).length > 0);
    const clients = connections.flatMap(({ clientId }) => cache.get('client', clientId)?.name ?? []);
    const fitting = connections.filter((one) => fits(one, filters));
    return [
      {
        workerId,
        ...name,
        clients: clients.toSorted((a, b) => a.localeCompare(b)),
        state: worstOf(fitting, clock.nowMs()),
        waiting: waiting().includes(workerId),
      },
    ];
  };
  /** The same choice as `WorkerKeys` makes, for the few whose records are not as central told them. */
  const isChosen = (row: WorkerRow, filters: WorkerFilters): boolean => {
    const { query, contractorId, clientId, locationId, state } = filters;
    const words = joined(wordsOf(`${row.name} ${row.contractorName ?? ''}`));
    return (
      wordsOf(query).every((word) => words.includes(` ${word}`)) &&
      (contractorId === undefined || cache.get('worker', row.workerId)?.contractorId === contractorId) &&
      ((clientId === undefined && locationId === undefined) ||
        cache.byWorker('connection', row.workerId).some((one) => fits(one, filters))) &&
      (state === undefined || row.state === state)
    );
  };

  let kept: { readonly at: string; readonly walk: Walk } | undefined;
  const chosen = (filters: WorkerFilters, without: readonly string[]): Walk => {
    const nowMs = clock.nowMs();
    const own = places.own();
    const at = JSON.stringify([filters, own, cache.revision(), Math.floor(nowMs / 30_000)]);
    if (kept?.at === at) return kept.walk;
    const where = filters.locationId === undefined ? own : own.filter((id) => id === filters.locationId);
    const walk = keys.chosen({ filters, places: where, clientIds: places.clientsOf(where), without, nowMs });
    kept = { at, walk };
    return walk;
  };

  return async ({ offset, limit, ...filters }: WorkersAsk): Promise<WorkersPage> => {
    const without = [...hidden(), ...waiting()];
    const first = waiting()
      .flatMap((id) => rowOf(id, filters))
      .filter((row) => isChosen(row, filters))
      .toSorted((a, b) => a.name.localeCompare(b.name));
    const head = first.slice(offset, offset + limit);
    const part = { from: Math.max(0, offset - first.length), limit: limit - head.length };
    const locations = places.named(places.own()).map(({ id, name }) => ({ id, name }));
    const answer = (ids: readonly string[], total: number, more: boolean): WorkersPage => ({
      rows: [...head, ...ids.flatMap((id) => rowOf(id, filters))],
      total: first.length + total,
      more,
      locations,
    });
    if (keys.isPlain(filters)) {
      const { ids, total } = keys.plain(without, part.from, part.limit);
      return answer(ids, total, false);
    }
    const walk = chosen(filters, without);
    walk.look(turns.end());
    await turns.until(() => walk.done, walk.look, performance.now() + PATIENCE_MS);
    const ids = walk.rows.slice(part.from, part.from + part.limit).flatMap(keys.idOf);
    return answer(ids, walk.rows.length, !walk.done);
  };
}

const workerOf = (data: object): string[] => ('workerId' in data ? [String(data.workerId)] : []);
