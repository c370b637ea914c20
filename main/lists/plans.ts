import type { Run } from './run.ts';
import type { ListSort } from '../../preload/list-views.ts';
import { createGather } from './gather.ts';
import {
  FEW_ROWS,
  peopleOf,
  planOrderOf,
  planSource,
  planWhere,
  turnoutSource,
  type PlanAsk,
  type PlanList,
} from './plan-keys.ts';
import { FEW_PEOPLE } from './search.ts';
import type { Key } from './presence-keys.ts';
import { selectionOf, type Selection } from './selection.ts';
import { createWalk, foundAtOnce, type Walk } from './walk.ts';

export interface PlansAsk {
  readonly list: PlanList;
  readonly ask: PlanAsk;
  readonly sort: ListSort | undefined;
  readonly params: Record<string, unknown>;
  /** Rows that stand before all others. */
  readonly first: readonly Key[];
  readonly total?: () => number | undefined;
}

const KEY_OF = 'select id as shift, person, work, null as worker from cache.shift where rowid = @row';

/** Selects of the lists of plans: of few rows all at once, of many by a walk in their order. */
export function createPlans(run: Run): (asked: PlansAsk) => Selection {
  const find = ({ list, ask, sort, params }: PlansAsk): Walk => {
    const down = sort?.down ?? false;
    const columns = planOrderOf(list, sort?.column).columns.map((column) => `s.${column}`);
    const { joins, where: wanted } = planWhere(list, ask);
    const [where, row] = ['s.location_id = @place', 's.rowid'];
    for (const sql of peopleOf(ask)) {
      const people = run<{ n: number }>(sql, params).map(({ n }) => n);
      if (people.length > FEW_PEOPLE) continue;
      const from = `json_each(@people) t cross join cache.shift s on s.person = t.value ${joins} where ${where} and ${wanted}`;
      return createGather({ run, people, row, columns, down, from, params });
    }
    const few = turnoutSource(list, ask);
    if (few) {
      const counted = `select count(*) as n from (select 1 from ${few.source} where ${few.where} limit ${FEW_ROWS + 1})`;
      const [rows] = run<{ n: number }>(counted, params);
      if (rows && rows.n <= FEW_ROWS) {
        const order = columns.map((column) => `${column}${down ? ' desc' : ''}`).join(', ');
        const sql = `select ${row} as n from ${few.source} ${joins} where ${few.where} and ${wanted} order by ${order}`;
        return foundAtOnce(run<{ n: number }>(sql, params).map(({ n }) => n));
      }
    }
    const source = planSource(list, sort?.column);
    return createWalk({ run, source, where, columns, down, params, row, joins, wanted });
  };
  return (asked) => {
    const { first, total } = asked;
    const keyOf = (row: number): Key | undefined => run<Key>(KEY_OF, { row })[0];
    return selectionOf({ first, found: find(asked), keyOf, ...(total && { total }) });
  };
}
