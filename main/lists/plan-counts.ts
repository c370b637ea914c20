import type { Run } from './run.ts';
import { planOrderOf, planSource, SCHEDULED_AHEAD_MS, type PlanList } from './plan-keys.ts';
import { createScan, type Scan } from './scan.ts';

export interface PlanCountParts {
  readonly run: Run;
  /** Grows when central tells something. */
  readonly revision: () => number;
  readonly paramsAt: (nowMs: number) => Record<string, unknown>;
}
export interface PlanCounts {
  /** As it was last counted; at the very first, how many were counted so far. */
  readonly count: (list: PlanList) => number;
  /** Of when the count is: what was selected before may lack what has begun since, or have what has ended. */
  readonly asOfMs: (list: PlanList) => number | undefined;
  /** Counts on where something changed. True: nothing is left to count of what was begun. */
  readonly look: (nowMs: number, untilMs: number) => boolean;
}

/** How many of one stretch of the index are on the list, and the columns that keep alike lines together. */
const COUNTED: { readonly [L in PlanList]: { readonly columns: number; readonly sql: (lines: string) => string } } = {
  scheduled: {
    columns: 2,
    sql: (lines) => `select count(*) as n from ${lines} and +s.starts_ms < @aheadMs and s.ends_ms > @nowMs`,
  },
  working: {
    columns: 2,
    sql: (
      lines,
    ) => `select count(*) as n from (select 1 from ${lines} and +s.starts_ms < @dayEndMs and s.ends_ms > @dayStartMs
      group by s.name, s.person)`,
  },
};
/** The next moment at which a plan's count can change by the mere passing of time. */
const NEXT: { readonly [L in PlanList]: string } = {
  scheduled: `select min(at) as n from (
    select min(starts_ms) - ${SCHEDULED_AHEAD_MS} as at from cache.work where location_id = @place and starts_ms >= @aheadMs
    union all select min(ends_ms) from cache.work where location_id = @place and ends_ms > @nowMs)`,
  working: 'select @dayEndMs as n',
};

/** What was counted: good for a revision of what central told, and for a stretch of time. */
interface Counted {
  readonly revision: number;
  readonly fromMs: number;
  readonly untilMs: number;
  readonly scan: Scan;
  readonly params: Record<string, unknown>;
  n: number;
}

/** How many are planned: counted again when central told something or an order began or ended, never for a mere act. */
export function createPlanCounts({ run, revision, paramsAt }: PlanCountParts): PlanCounts {
  const begin = (list: PlanList, nowMs: number): Counted => {
    const params = paramsAt(nowMs);
    const columns = planOrderOf(list, undefined)
      .columns.slice(0, COUNTED[list].columns)
      .map((name) => `s.${name}`);
    const source = planSource(list, undefined);
    const where = 's.location_id = @place';
    const untilMs = run<{ n: number | null }>(NEXT[list], params)[0]?.n ?? Number.POSITIVE_INFINITY;
    return {
      revision: revision(),
      fromMs: nowMs,
      untilMs,
      scan: createScan({ run, source, where, columns, down: false, params }),
      params,
      n: 0,
    };
  };
  const countOn = (list: PlanList, counted: Counted, untilMs: number): void => {
    do
      counted.scan.step(({ condition, params }) => {
        const [found] = run<{ n: number }>(
          COUNTED[list].sql(`${planSource(list, undefined)} where ${condition}`),
          params,
        );
        counted.n += found?.n ?? 0;
      });
    while (!counted.scan.done && performance.now() < untilMs);
  };

  const known = new Map<PlanList, Counted>();
  const running = new Map<PlanList, Counted>();
  const isOfNow = (counted: Counted | undefined, nowMs: number): boolean =>
    counted?.revision === revision() && nowMs >= counted.fromMs && nowMs < counted.untilMs;
  const lookAt = (list: PlanList, nowMs: number, untilMs: number): boolean => {
    if (isOfNow(known.get(list), nowMs)) return true;
    // What was begun is finished first: while much comes from central, there would be no end of beginning anew.
    const counted = running.get(list) ?? begin(list, nowMs);
    running.set(list, counted);
    countOn(list, counted, untilMs);
    if (!counted.scan.done) return false;
    known.set(list, counted);
    running.delete(list);
    return true;
  };
  return {
    count: (list) => (known.get(list) ?? running.get(list))?.n ?? 0,
    asOfMs: (list) => known.get(list)?.fromMs,
    look: (nowMs, untilMs) => ['scheduled', 'working'].every((list) => lookAt(list as PlanList, nowMs, untilMs)),
  };
}
