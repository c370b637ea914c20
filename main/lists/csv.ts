import { stringify, type Options } from 'csv-stringify/sync';
import type { ExportAsk, ExportColumn } from '../../preload/list-views.ts';
import type { FeedRow, GrantedRow, InsideRow, ListAnswer, ScheduledRow, WorkingRow } from '../../preload/views.ts';

type AnyRow = FeedRow | ScheduledRow | GrantedRow | InsideRow | WorkingRow;
/** A moment as any table program reads it, in the site's time. */
type Moment = (ms: number | undefined) => string;

const momentIn = (timeZone: string): Moment => {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  return (ms) => (ms === undefined ? '' : format.format(ms));
};

const FORM = { escape_formulas: true, record_delimiter: 'windows' } as const satisfies Options;

/** All fields that any row may have; what a row lacks is an empty cell. */
function fieldsOf(row: AnyRow) {
  const orders = 'orders' in row ? row.orders : 'order' in row && row.order ? [row.order] : [];
  const list = (of: (order: (typeof orders)[number]) => string): string => [...new Set(orders.map(of))].join('; ');
  return { row: row as Partial<ScheduledRow & GrantedRow & InsideRow & WorkingRow & FeedRow>, list };
}

const CELLS: Readonly<
  Record<ExportColumn, (fields: ReturnType<typeof fieldsOf>, moment: Moment, word: (code: string) => string) => string>
> = {
  name: ({ row }) => row.name ?? '',
  company: ({ row }) => row.contractorName ?? '',
  order: ({ list }) => list(({ number, title }) => number || title),
  title: ({ list }) => list(({ title }) => title),
  client: ({ list }) => list(({ clientName }) => clientName),
  starts: ({ row }, moment) => moment(row.startsAtMs),
  ends: ({ row }, moment) => moment(row.endsAtMs),
  state: ({ row }, _moment, word) => word(row.state ?? (row.inside ? 'inside' : 'outside')),
  since: ({ row }, moment) => moment(row.sinceMs ?? row.atMs),
  granted: ({ row }, moment) => moment(row.grantedAtMs),
  until: ({ row }, moment) => moment(row.untilMs),
  why: ({ row }, _moment, word) => (row.code === undefined ? '' : word(row.code)),
};

export interface CsvPiece {
  readonly text: string;
  /** Rows so far, and how many there are as far as that is known. */
  readonly rows: number;
  readonly total: number;
}

/**
 * All rows of a list that match, as CSV for table programs: UTF-8 with its mark, times of the site, and no cell that such a
 * program would take for a formula. Piece by piece, as `pages` brings them.
 */
export async function* csvOf(
  { list, columns, words }: Pick<ExportAsk, 'list' | 'columns' | 'words'>,
  pages: AsyncIterable<ListAnswer>,
  timeZone: string,
): AsyncGenerator<CsvPiece> {
  const moment = momentIn(timeZone);
  const word = (code: string): string => words[code] ?? code;
  yield { text: stringify([columns.map(({ heading }) => heading)], { ...FORM, bom: true }), rows: 0, total: 0 };
  let rows = 0;
  for await (const answer of pages) {
    const page = answer[list];
    const lines = ((page?.rows ?? []) as readonly AnyRow[]).map((row) =>
      columns.map(({ id }) => CELLS[id](fieldsOf(row), moment, word)),
    );
    rows += lines.length;
    if (lines.length > 0) yield { text: stringify(lines, FORM), rows, total: Math.max(rows, page?.total ?? 0) };
  }
}
