import type { Run } from './run.ts';

export interface ScanParts {
  readonly run: Run;
  /** What the lines are of, as SQL, and the conditions that all of them meet. */
  readonly source: string;
  readonly where: string;
  /** The columns that the source's index is in the order of. Lines alike in all of them stay together. */
  readonly columns: readonly string[];
  readonly down: boolean;
  /** Values of the columns that it begins after, and that it ends with; absent: all lines. Said here, not in `where`: SQLite goes by one bound. */
  readonly after?: readonly unknown[] | undefined;
  readonly upTo?: readonly unknown[] | undefined;
  readonly params: Record<string, unknown>;
}
/** A stretch of an index: SQL that is true of its lines, and the parameters of that. */
export interface Stretch {
  readonly condition: string;
  readonly params: Record<string, unknown>;
}
export interface Scan {
  readonly done: boolean;
  readonly order: string;
  /** Hands the next stretch to the caller, who looks through it there and then. */
  readonly step: (look: (stretch: Stretch) => void) => void;
}

/** Lines of the index in one stretch: at first, at least, at most. They are as many as are looked through in `STEP_MS`. */
const LINES = { first: 500, least: 100, most: 3000 };
const STEP_MS = 2;

/**
 * Goes through a long index by stretches that take a few milliseconds each, however few of their lines the caller wants:
 * no badge waits for a look through hundreds of thousands.
 */
export function createScan({ run, source, where, columns, down, params, ...span }: ScanParts): Scan {
  const tuple = `(${columns.join(', ')})`;
  const bound = (name: string): string => `(${columns.map((_, at) => `@${name}${at}`).join(', ')})`;
  const bind = (name: string, values: readonly unknown[] | undefined): Record<string, unknown> =>
    Object.fromEntries((values ?? []).map((value, at) => [`${name}${at}`, value]));
  const order = columns.map((column) => `${column}${down ? ' desc' : ''}`).join(', ');
  const listed = columns.map((column, at) => `${column} as c${at}`).join(', ');
  const [after, until] = down ? ['<', '>='] : ['>', '<='];

  let done = false;
  let from = span.after;
  let lines = LINES.first;
  return {
    order,
    get done() {
      return done;
    },
    step(look) {
      if (done) return;
      const startedMs = performance.now();
      const here = { ...params, ...bind('from', from) };
      const since = from ? ` and ${tuple} ${after} ${bound('from')}` : '';
      const upTo = (values: readonly unknown[] | undefined): string =>
        values ? ` and ${tuple} ${until} ${bound('last')}` : '';
      const [end] = run<Record<string, unknown>>(
        `select ${listed} from ${source} where ${where}${since}${upTo(span.upTo)} order by ${order} limit 1 offset @lines`,
        { ...here, ...bind('last', span.upTo), lines: lines - 1 },
      );
      const last = end && columns.map((_, at) => end[`c${at}`]);
      const stop = last ?? span.upTo;
      look({ condition: `${where}${since}${upTo(stop)}`, params: { ...here, ...bind('last', stop) } });
      done = last === undefined;
      from = last;
      const tookMs = Math.max(0.05, performance.now() - startedMs);
      lines = Math.round(Math.min(LINES.most, lines * 2, Math.max(LINES.least, (lines * STEP_MS) / tookMs)));
    },
  };
}
