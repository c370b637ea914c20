import type { Finding } from './patience.ts';
import { createScan, type ScanParts } from './scan.ts';

/** Rows of a long list, found by and by. */
export interface Found {
  /** So far, in the list's order, by their numbers. */
  readonly rows: readonly number[];
  /** There are no more. */
  readonly done: boolean;
}
/** `look` looks on until that moment of `performance.now()`, a few milliseconds past it at most; always at least a little. */
export type Walk = Found & Finding;

/** What was found at once. */
export const foundAtOnce = (rows: readonly number[]): Walk => ({
  rows,
  done: true,
  look: () => undefined,
  reaches: () => true,
  isCounted: () => true,
});

export interface WalkParts extends ScanParts {
  /** The number of a row. */
  readonly row: string;
  /** What stands around a line of the source, and what must be true of it. */
  readonly joins: string;
  readonly wanted: string;
}

/** Walks an index in its order and keeps the rows that are wanted. */
export function createWalk({ row, joins, wanted, ...parts }: WalkParts): Walk {
  const scan = createScan(parts);
  const rows: number[] = [];
  const step = (): void =>
    scan.step(({ condition, params }) => {
      const sql = `select ${row} as n from ${parts.source} ${joins} where ${condition} and ${wanted} order by ${scan.order}`;
      for (const { n } of parts.run<{ n: number }>(sql, params)) rows.push(n);
    });
  return {
    rows,
    get done() {
      return scan.done;
    },
    look(untilMs) {
      do step();
      while (!scan.done && performance.now() < untilMs);
    },
    reaches: (end) => scan.done || rows.length >= end,
    isCounted: () => scan.done,
  };
}
