import type { Run } from './run.ts';
import type { Walk } from './walk.ts';

export interface GatherParts {
  readonly run: Run;
  /** Whose rows they may be, by number. */
  readonly people: readonly number[];
  /** The number of a row, and what it is sorted by. */
  readonly row: string;
  readonly columns: readonly string[];
  readonly down: boolean;
  /** So many people are asked for in one statement. */
  readonly atOnce?: number;
  /** SQL of the rows of the people `@people`, a JSON list. */
  readonly from: string;
  readonly params: Record<string, unknown>;
}

type Line = Readonly<Record<string, string | number>>;

/** Gathers the rows of some thousand people, some at a time, and sorts them in the end. */
export function createGather({ run, people, row, columns, down, from, params, atOnce = 200 }: GatherParts): Walk {
  const listed = columns.map((column, at) => `${column} as c${at}`).join(', ');
  const sql = `select ${row} as n, ${listed} from ${from}`;
  const lines: Line[] = [];
  let rows: number[] = [];
  let taken = 0;
  let done = false;

  const compare = (a: Line, b: Line): number => {
    for (let at = 0; at < columns.length; at += 1) {
      const [left = 0, right = 0] = [a[`c${at}`], b[`c${at}`]];
      if (left !== right) return left < right === down ? 1 : -1;
    }
    return 0;
  };
  const step = (): void => {
    const some = JSON.stringify(people.slice(taken, taken + atOnce));
    lines.push(...run<Line>(sql, { ...params, people: some }));
    taken += atOnce;
    if (taken < people.length) return;
    rows = lines.toSorted(compare).map(({ n }) => Number(n));
    done = true;
  };
  return {
    get rows() {
      return rows;
    },
    get done() {
      return done;
    },
    look(untilMs) {
      do if (!done) step();
      while (!done && performance.now() < untilMs);
    },
    reaches: () => done,
    isCounted: () => done,
  };
}
