import { stringify } from 'csv-stringify/sync';
import type { ExportAsk, ExportColumn, ListRequest } from '../../preload/list-views.ts';
import type { FeedRow, GrantedRow, InsideRow, ListAnswer, ScheduledRow, WorkingRow } from '../../preload/views.ts';

/** Rows read at once, so that the gate goes on between two pages. */
const PAGE_ROWS = 500;

type AnyRow = FeedRow | ScheduledRow | GrantedRow | InsideRow | WorkingRow;
/** A moment as any table program reads it, in the site's time. */
type Moment = (ms: number | undefined) => string;

const momentIn = (timeZone: string): Moment => {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  return (ms) => (ms === undefined ? '' : format.format(ms));
};

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

/**
 * All rows of a list that match, as CSV for table programs: UTF-8 with its mark, times of the site, and no cell that such a
 * program would take for a formula. Pauses between pages; a list that changes meanwhile is as it was when each page was read.
 */
export async function csvOf(
  { columns, words, fileName: _, ...ask }: ExportAsk,
  page: (request: ListRequest) => ListAnswer,
  timeZone: string,
): Promise<string> {
  const moment = momentIn(timeZone);
  const word = (code: string): string => words[code] ?? code;
  const lines: string[][] = [];
  for (let offset = 0; ; offset += PAGE_ROWS) {
    const answer = page({ ...ask, offset, limit: PAGE_ROWS })[ask.list];
    const rows = (answer?.rows ?? []) as readonly AnyRow[];
    lines.push(...rows.map((row) => columns.map(({ id }) => CELLS[id](fieldsOf(row), moment, word))));
    if (!answer || offset + PAGE_ROWS >= answer.total) break;
    await new Promise((resolve) => setImmediate(resolve));
  }
  return stringify([columns.map(({ heading }) => heading), ...lines], {
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
  });
}
