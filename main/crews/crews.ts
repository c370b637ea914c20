import type { WorkOrder } from '../../core/site/entities.ts';
import type { Crew } from '../../preload/person-views.ts';
import { searchable } from '../cache/look-up.ts';
import type { Ground } from '../ground.ts';
import { byState, countsOf, memberOf } from './members.ts';

const AHEAD_MS = 24 * 3_600_000;
/** Rows of one answer; a search narrows down more. */
export const MOST_ROWS = 200;

export interface Crews {
  /** D5: open work orders here that go on or begin within 24 h, with everybody assigned to them. */
  readonly list: (query: string, nowMs: number) => { crews: Crew[]; total: number };
}

export function createCrews({ db, cache, journal, presence, identity }: Ground): Crews {
  const { projections } = journal;
  const between = db
    .prepare<[number, number, string], string>(
      `select data from cache.entity where entity = 'workOrder' and starts_ms < ? and ends_ms > ?
       and json_extract(data, '$.locationId') = ? and json_extract(data, '$.status') = 'open' order by starts_ms, id`,
    )
    .pluck();

  const crewOf = (order: WorkOrder, nowMs: number): Crew => {
    const members = cache
      .byRef('assignment', order.id)
      .flatMap(({ workerId }) => memberOf({ cache, projections, presence }, order.id, workerId, nowMs)?.member ?? [])
      .sort(byState);
    return {
      workOrderId: order.id,
      number: order.number,
      title: order.title,
      clientName: cache.get('client', order.clientId)?.name ?? '',
      ...(order.leader ? { leader: order.leader } : {}),
      startsAtMs: Date.parse(order.startsAt),
      endsAtMs: Date.parse(order.endsAt),
      ...countsOf(members),
      members,
    };
  };

  return {
    list(query, nowMs) {
      const orders = between
        .all(nowMs + AHEAD_MS, nowMs, identity.locationId)
        .map((data) => JSON.parse(data) as WorkOrder);
      const matches = matcher(query);
      const crews = orders
        .map((order) => crewOf(order, nowMs))
        .filter(({ number, title, clientName, members }) =>
          matches([number, title, clientName, ...members.map(({ name }) => name)]),
        );
      return { crews: crews.slice(0, MOST_ROWS), total: crews.length };
    },
  };
}

/** Every word of the query must be found somewhere in the texts. */
export function matcher(query: string): (texts: readonly string[]) => boolean {
  const words = (searchable(query) ?? '').split(/\s+/).filter(Boolean);
  return (texts) => {
    const all = searchable(texts.join(' ')) ?? '';
    return words.every((word) => all.includes(word));
  };
}
